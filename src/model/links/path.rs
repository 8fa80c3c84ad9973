//! A relative path as written in a text to the path from the site's root that it means, if it stays inside `content/`.

/// Why a written path cannot be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It leads out of `content/`, or begins at a root, a drive or a server.
    Outside,
    /// It has backslashes.
    Backslash,
}

/// The path that `written` means in a text of `folder`. Percent signs are resolved.
pub(super) fn resolve(folder: &str, written: &str) -> Result<String, Fault> {
    let lower = written.to_ascii_lowercase();
    if written.starts_with(['/', '~']) || written.starts_with("\\\\") || has_drive(written) {
        return Err(Fault::Outside);
    }
    // Nobody writes a dot or a slash as a percent sign by accident.
    if ["%2e", "%2f", "%5c", "%00"].iter().any(|code| lower.contains(code)) || written.chars().any(char::is_control) {
        return Err(Fault::Outside);
    }
    if written.contains('\\') {
        return Err(Fault::Backslash);
    }
    join(folder, &percent_decoded(written)).ok_or(Fault::Outside)
}

/// The path without percent signs resolved, for files whose names have some.
pub(super) fn join(folder: &str, relative: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').collect();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            // The first part is `content`, and there is no way above it.
            ".." if parts.len() <= 1 => return None,
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let mut path = parts.join("/");
    if relative.ends_with('/') || relative.ends_with("/..") || relative == ".." || relative == "." {
        path.push('/');
    }
    Some(path)
}

/// Whether a path begins with a drive: `C:`.
pub(super) fn has_drive(written: &str) -> bool {
    let bytes = written.as_bytes();
    bytes.len() >= 2 && bytes[0].is_ascii_alphabetic() && bytes[1] == b':'
}

/// A text with `%E4%B8` and its like resolved; as written if that gives no text.
pub(in crate::model) fn percent_decoded(written: &str) -> String {
    let mut bytes = Vec::with_capacity(written.len());
    let mut rest = written.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let code = if *first == b'%' { tail.get(..2).and_then(hex) } else { None };
        match code {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| written.to_owned())
}

fn hex(digits: &[u8]) -> Option<u8> {
    let high = char::from(digits[0]).to_digit(16)?;
    let low = char::from(digits[1]).to_digit(16)?;
    Some((high * 16 + low) as u8)
}

/// How a text of `folder` writes a path from the root.
pub(super) fn relative(folder: &str, path: &str) -> String {
    let from: Vec<&str> = folder.split('/').collect();
    let to: Vec<&str> = path.split('/').collect();
    let n_common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let mut parts = vec![".."; from.len() - n_common];
    parts.extend(&to[n_common..]);
    parts.join("/")
}
