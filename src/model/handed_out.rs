//! A file that a text hands out (attachment, link, download) to whether readers may have it.
//!
//! Judged by its name and by what it is a copy of; what stands in it is read by the gate.

use super::scope::Scope;
use crate::diag::{Diagnostic, FileId, Place, codes};
use crate::source::FileKind;

/// Endings of what a browser runs when it is opened from the school's own domain.
const ACTIVE: [&str; 25] = [
    "html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "svgz", "xml", "xsl", "xslt", "js", "mjs", "wasm", "swf", "hta",
    "php", "jsp", "asp", "aspx", "cgi", "exe", "bat", "cmd", "scr",
];

/// Endings of keys, data bases and the leftovers of programs.
const SECRET: [&str; 22] = [
    "pem", "key", "p12", "pfx", "jks", "keystore", "ppk", "kdbx", "asc", "gpg", "env", "sql", "sqlite", "sqlite3", "db", "mdb",
    "bak", "old", "swp", "log", "pcap", "toml",
];

/// Beginnings of names of keys.
const KEYS: [&str; 7] = ["id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", "person-key", "credentials", "authorized_keys"];

/// The file if readers may have it. A drawing counts as used, so that it is cleaned.
///
/// - Codes: M318 a file that runs, M319 a secret, M320 a copy of a ledger.
pub(super) fn judge(scope: &Scope<'_>, file: FileId, at: &Place, found: &mut Vec<Diagnostic>) -> Option<FileId> {
    let source = scope.sources.file(file);
    let name = source.path.rsplit('/').next().unwrap_or_default();
    let lower = name.to_lowercase();
    let ending = lower.rsplit_once('.').map_or("", |(_, ending)| ending);
    if ACTIVE.contains(&ending) {
        found.push(codes::active_file.at(at.clone()).with("name", name));
        return None;
    }
    if SECRET.contains(&ending) || KEYS.iter().any(|key| lower.starts_with(key)) {
        found.push(codes::secret_file.at(at.clone()).with("name", name));
        return None;
    }
    let is_same = |one: &crate::source::SourceFile| one.kind == FileKind::Data && one.hash == source.hash && one.size > 0;
    if let Some((ledger, of)) = scope.sources.files().find(|(_, one)| is_same(one)) {
        let diagnostic = codes::ledger_handed_out.at(at.clone()).with("name", name).with("ledger", &of.path);
        found.push(diagnostic.also(Place::File(ledger)));
        return None;
    }
    if ending == "svg" {
        scope.note_use(file);
        return scope.parsed.drawings.contains_key(&file).then_some(file);
    }
    Some(file)
}
