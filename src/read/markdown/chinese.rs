//! A character to its place in Chinese typesetting: written without spaces, punctuation, or neither.
//!
//! The ranges follow UAX #11 (wide, full-width and half-width forms) without emoji, plus Hangul, as the CommonMark
//! amendment for Chinese, Japanese and Korean (tats-u/markdown-cjk-friendly) defines a CJK character.

/// Whether emphasis marks next to this character follow the rules for Chinese, Japanese and Korean.
pub(super) fn is_cjk(c: char) -> bool {
    // Nearly every call is about ASCII or a common Chinese character.
    if c < '\u{1100}' {
        return false;
    }
    matches!(
        c as u32,
        0x4E00..=0xA4C6
            | 0x2E80..=0x2FFF
            | 0x3000..=0x303E
            | 0x3041..=0x4DFF
            | 0xFF01..=0xFFEE
            | 0x1100..=0x11FF
            | 0x20A9
            | 0x2329..=0x232A
            | 0x2630..=0x2637
            | 0x268A..=0x268F
            | 0xA960..=0xA97C
            | 0xAC00..=0xD7FB
            | 0xF900..=0xFAFF
            | 0xFE10..=0xFE19
            | 0xFE30..=0xFE6B
            | 0x16FE0..=0x18DFF
            | 0x1AFF0..=0x1B2FF
            | 0x1D300..=0x1D376
            | 0x1F200
            | 0x1F202
            | 0x1F210..=0x1F219
            | 0x1F21B..=0x1F22E
            | 0x1F230..=0x1F231
            | 0x1F237
            | 0x1F23B
            | 0x1F240..=0x1F248
            | 0x1F260..=0x1F265
            | 0x20000..=0x3FFFD
            | 0xE0100..=0xE01EF
    )
}

/// Punctuation that Chinese and Western texts share, so that only its neighbours tell which it is.
pub(super) fn is_shared_punctuation(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '·' | '–')
}

/// Whether a line break between two of these is no space: Chinese and Japanese, but not Korean, which has spaces.
pub(super) fn is_set_solid(c: char) -> bool {
    let is_hangul = matches!(c as u32, 0x1100..=0x11FF | 0x3131..=0x318E | 0xA960..=0xA97C | 0xAC00..=0xD7FB | 0xFFA0..=0xFFDC);
    is_cjk(c) && !is_hangul
}

/// Whether a line break between two characters disappears.
pub(super) fn joins(before: char, after: char) -> bool {
    match (is_set_solid(before), is_set_solid(after)) {
        (true, true) => true,
        (true, false) => is_shared_punctuation(after),
        (false, true) => is_shared_punctuation(before),
        (false, false) => false,
    }
}
