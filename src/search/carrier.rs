//! Bytes to a script file that hands them over, and back.
//!
//! A script loads from `file://`, passes the content policy and hosts that refuse unknown types. It holds nothing but printable ASCII,
//! so that no charset can spoil it: two of 91 characters hold 13 bits.

/// Printable ASCII without `"` and `\`, which end or change a string, and without `<`, which some servers look for in what they send.
const ALPHABET: &[u8; 91] = b"!#$%&'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";

/// Bits that two characters hold.
const N_BITS: u32 = 13;

/// The script that hands over `bytes` as the part `name` of the index `layout`.
pub fn script(name: &str, layout: &str, bytes: &[u8]) -> Vec<u8> {
    let mut script = Vec::with_capacity(bytes.len() * 16 / 13 + name.len() + layout.len() + 24);
    script.extend_from_slice(b"yuandiPart(\"");
    script.extend_from_slice(name.as_bytes());
    script.extend_from_slice(b"\",\"");
    script.extend_from_slice(layout.as_bytes());
    script.extend_from_slice(b"\",\"");
    push_packed(&mut script, bytes);
    script.extend_from_slice(b"\")\n");
    script
}

/// Bytes as printable characters.
pub fn push_packed(text: &mut Vec<u8>, bytes: &[u8]) {
    let (mut pending, mut n_pending) = (0u32, 0);
    for byte in bytes {
        pending = pending << 8 | u32::from(*byte);
        n_pending += 8;
        if n_pending >= N_BITS {
            n_pending -= N_BITS;
            push_pair(text, pending >> n_pending & ((1 << N_BITS) - 1));
        }
    }
    if n_pending > 0 {
        push_pair(text, pending << (N_BITS - n_pending) & ((1 << N_BITS) - 1));
    }
}

/// The two characters of each number of 13 bits: looked up, as millions of divisions are felt.
static PAIRS: [[u8; 2]; 1 << N_BITS] = {
    let mut pairs = [[0; 2]; 1 << N_BITS];
    let mut value = 0;
    while value < pairs.len() {
        pairs[value] = [ALPHABET[value / 91], ALPHABET[value % 91]];
        value += 1;
    }
    pairs
};

fn push_pair(text: &mut Vec<u8>, value: u32) {
    text.extend_from_slice(&PAIRS[value as usize]);
}

/// The bytes that [`push_packed`] made characters of, with up to one more of zeros at their end; `None` for anything else.
pub fn unpack(text: &[u8]) -> Option<Vec<u8>> {
    let (mut pending, mut n_pending) = (0u32, 0);
    let mut bytes = Vec::with_capacity(text.len() * 13 / 16);
    let mut digits = [None; 256];
    for (digit, letter) in ALPHABET.iter().enumerate() {
        digits[usize::from(*letter)] = Some(digit as u32);
    }
    for pair in text.chunks(2) {
        let [high, low] = pair else { return None };
        pending = pending << N_BITS | (digits[usize::from(*high)]? * 91 + digits[usize::from(*low)]?) & ((1 << N_BITS) - 1);
        n_pending += N_BITS;
        while n_pending >= 8 {
            n_pending -= 8;
            bytes.push((pending >> n_pending) as u8);
        }
    }
    Some(bytes)
}

/// Name, layout and bytes of a script that [`script`] made.
pub fn read_script(script: &[u8]) -> Option<(&str, &str, Vec<u8>)> {
    let text = std::str::from_utf8(script).ok()?.strip_prefix("yuandiPart(\"")?.strip_suffix("\")\n")?;
    let (name, rest) = text.split_once("\",\"")?;
    let (layout, packed) = rest.split_once("\",\"")?;
    Some((name, layout, unpack(packed.as_bytes())?))
}
