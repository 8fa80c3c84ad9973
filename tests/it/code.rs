//! The source files of the crate, taken apart just enough to ask where a word stands: in code, in a string, in a test.

use std::fs;
use std::path::{Path, PathBuf};

/// One file below `src/`.
pub struct CodeFile {
    /// From the repository's root, with `/`.
    pub path: String,
    /// The first part of the path below `src/`: `model`, or `main.rs`.
    pub room: String,
    /// As it is.
    pub text: String,
    /// Code without comments, strings and tests; lines and columns are as in `text`.
    pub code: String,
    /// String literals outside of tests, each with its line.
    pub strings: Vec<(usize, String)>,
}

/// The root of the repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All Rust files below `src/`, in order of their paths.
pub fn files() -> Vec<CodeFile> {
    let mut paths = Vec::new();
    collect(&root().join("src"), &mut paths);
    paths.sort();
    paths.into_iter().map(|path| CodeFile::read(&path)).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder of the sources can be listed") {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|end| end == "rs") {
            paths.push(path);
        }
    }
}

impl CodeFile {
    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).expect("a source file is text");
        let relative = path.strip_prefix(root()).expect("the file is in the repository");
        let path = relative.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        let room = path.trim_start_matches("src/").split('/').next().unwrap_or_default().to_owned();
        let (mut code, mut strings) = split(&text);
        if is_test_file(&path) {
            code.clear();
            strings.clear();
        } else {
            let tests = test_lines(&code);
            strings.retain(|(line, _)| !tests.contains(line));
            code = blank_lines(&code, &tests);
        }
        Self { path, room, text, code, strings }
    }

    /// Modules above the ones that this file declares: 1 for `src/report/mod.rs`, 2 for `src/report/human.rs`.
    pub fn depth(&self) -> usize {
        let parts: Vec<&str> = self.path.trim_start_matches("src/").split('/').collect();
        let is_own_module = !["mod.rs", "lib.rs", "main.rs"].contains(parts.last().expect("a path has a name"));
        parts.len() - 1 + usize::from(is_own_module)
    }

    /// Lines of the code, counted from one.
    pub fn code_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.code.lines().enumerate().map(|(idx, line)| (idx + 1, line))
    }
}

/// Whether a file of `src/` holds tests only.
pub fn is_test_file(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.ends_with("_tests.rs") || path.contains("/tests/")
}

/// Blanks comments and strings out of Rust text; gives the strings on their own.
fn split(text: &str) -> (String, Vec<(usize, String)>) {
    let chars: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut strings = Vec::new();
    let mut idx = 0;
    let mut line = 1;
    while idx < chars.len() {
        let end = match chars[idx] {
            '/' if chars.get(idx + 1) == Some(&'/') => line_comment_end(&chars, idx),
            '/' if chars.get(idx + 1) == Some(&'*') => block_comment_end(&chars, idx),
            '"' => string_end(&chars, idx),
            'r' if is_raw_string(&chars, idx) => raw_string_end(&chars, idx),
            '\'' => char_end(&chars, idx),
            _ => idx,
        };
        if end == idx {
            code.push(chars[idx]);
            line += usize::from(chars[idx] == '\n');
            idx += 1;
            continue;
        }
        let piece: String = chars[idx..end].iter().collect();
        if !piece.starts_with('/') {
            strings.push((line, piece.clone()));
            // Something has to stay, or `"a" / "b"` would look like a comment afterwards.
            code.push('"');
        }
        code.extend(piece.chars().filter(|c| *c == '\n'));
        line += piece.matches('\n').count();
        idx = end;
    }
    (code, strings)
}

fn line_comment_end(chars: &[char], from: usize) -> usize {
    from + chars[from..].iter().position(|c| *c == '\n').unwrap_or(chars.len() - from)
}

fn block_comment_end(chars: &[char], from: usize) -> usize {
    let mut depth = 0;
    let mut idx = from;
    while idx + 1 < chars.len() {
        match (chars[idx], chars[idx + 1]) {
            ('/', '*') => (depth, idx) = (depth + 1, idx + 2),
            ('*', '/') => (depth, idx) = (depth - 1, idx + 2),
            _ => idx += 1,
        }
        if depth == 0 {
            return idx;
        }
    }
    chars.len()
}

fn string_end(chars: &[char], from: usize) -> usize {
    let mut idx = from + 1;
    while idx < chars.len() {
        match chars[idx] {
            '\\' => idx += 2,
            '"' => return idx + 1,
            _ => idx += 1,
        }
    }
    chars.len()
}

fn is_raw_string(chars: &[char], from: usize) -> bool {
    let is_own_word = from == 0 || !(chars[from - 1].is_alphanumeric() || chars[from - 1] == '_') || chars[from - 1] == 'b';
    let hashes = chars[from + 1..].iter().take_while(|c| **c == '#').count();
    is_own_word && chars.get(from + 1 + hashes) == Some(&'"')
}

fn raw_string_end(chars: &[char], from: usize) -> usize {
    let hashes = chars[from + 1..].iter().take_while(|c| **c == '#').count();
    let mut idx = from + 2 + hashes;
    while idx < chars.len() {
        if chars[idx] == '"' && chars[idx + 1..].iter().take(hashes).filter(|c| **c == '#').count() == hashes {
            return idx + 1 + hashes;
        }
        idx += 1;
    }
    chars.len()
}

/// The end of a character literal; `from` itself for the quote of a lifetime.
fn char_end(chars: &[char], from: usize) -> usize {
    if chars.get(from + 1) == Some(&'\\') {
        return from + 3 + chars[from + 3..].iter().position(|c| *c == '\'').map_or(0, |idx| idx + 1);
    }
    if chars.get(from + 2) == Some(&'\'') { from + 3 } else { from }
}

/// The lines of modules and functions below `#[cfg(test)]`.
fn test_lines(code: &str) -> Vec<usize> {
    let lines: Vec<&str> = code.lines().collect();
    let mut tests = Vec::new();
    let mut idx = 0;
    while idx < lines.len() {
        if !lines[idx].trim_start().starts_with("#[cfg(test)]") {
            idx += 1;
            continue;
        }
        let mut depth = 0;
        let mut has_opened = false;
        while idx < lines.len() {
            tests.push(idx + 1);
            let line = lines[idx];
            depth += line.matches('{').count() as i64 - line.matches('}').count() as i64;
            has_opened |= line.contains('{');
            idx += 1;
            if (has_opened && depth <= 0) || (!has_opened && line.trim_end().ends_with(';')) {
                break;
            }
        }
    }
    tests
}

fn blank_lines(code: &str, blank: &[usize]) -> String {
    let kept = code.lines().enumerate().map(|(idx, line)| if blank.contains(&(idx + 1)) { "" } else { line });
    kept.collect::<Vec<_>>().join("\n")
}

#[test]
fn code_is_told_from_strings_comments_and_tests() {
    let text = "//! a\nlet c = '\\''; let s = \"x // y\"; // z\n/* q \" */ let r = r#\"w\"#; fn f<'a>() {}\n";
    let (code, strings) = split(text);
    assert_eq!(code, "\nlet c = \"; let s = \"; \n let r = \"; fn f<'a>() {}\n");
    let expected = [(2, "'\\''"), (2, "\"x // y\""), (3, "r#\"w\"#")].map(|(line, text)| (line, text.to_owned()));
    assert_eq!(strings, expected);
    assert_eq!(test_lines("a\n#[cfg(test)]\nmod tests {\n  {}\n}\nb\n#[cfg(test)]\nmod t;\nc"), [2, 3, 4, 5, 7, 8]);
}
