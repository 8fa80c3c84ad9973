//! Mail addresses to hits; with a label they block, on the approved list they are silent.

use std::collections::BTreeSet;

use super::Found;
use super::label::{self, Label};
use super::watch::Pass;
use crate::gate::hit::{HitKind, Secret, Tier};
use crate::gate::policy::Policy;

/// In bytes: the longest name before the `@` (RFC 5321).
const LONGEST_NAME: usize = 64;

/// Ends of file names and of code, which no domain has: `logo@2x.png`.
const NOT_DOMAINS: &str =
    "png jpg jpeg gif svg webp avif ico css js mjs json html htm map woff woff2 ttf mp4 mp3 pdf md ts tsx xml toml";

/// Domains that the standards keep for examples.
const EXAMPLES: [&str; 6] = ["example.com", "example.org", "example.net", "example", "invalid", "test"];

/// Approved addresses, small letters.
#[derive(Debug)]
pub(super) struct Emails {
    approved: BTreeSet<String>,
}

impl Emails {
    /// Of a policy.
    pub(super) fn new(policy: &Policy) -> Self {
        let is_address = |contact: &&String| contact.contains('@');
        Self { approved: policy.contacts.iter().filter(is_address).map(|contact| contact.to_ascii_lowercase()).collect() }
    }

    /// Looks around an `@`.
    pub(super) fn look(&self, pass: &mut Pass<'_>, at: usize) {
        self.judge(pass, at, at + 1);
    }

    /// Looks around the word `at`: `name(at)school.edu.cn`, `name [at] school.edu.cn`.
    pub(super) fn look_written_out(&self, pass: &mut Pass<'_>, at: usize, end: usize) {
        let text = pass.piece.text;
        if !text[at..end].eq_ignore_ascii_case("at") {
            return;
        }
        let before = text[..at].trim_end_matches(' ');
        let behind = text[end..].trim_start_matches(' ');
        let is_open = before.ends_with(['(', '[', '{', '（', '【', '<', '#']);
        let is_closed = behind.starts_with([')', ']', '}', '）', '】', '>', '#']);
        if !is_open || !is_closed {
            return;
        }
        let close = behind.chars().next().map_or(0, char::len_utf8);
        let from = before.len() - before.chars().next_back().map_or(0, char::len_utf8);
        let from = text[..from].trim_end_matches(' ').len();
        let to = text.len() - behind[close..].trim_start_matches(' ').len();
        self.judge(pass, from, to);
    }

    /// The sign between name and domain stands from `from` to `to`.
    fn judge(&self, pass: &mut Pass<'_>, from: usize, to: usize) {
        let text = pass.piece.text;
        let Some(start) = name_start(text, from) else { return };
        let Some(end) = domain_end(text, to) else { return };
        let address = format!("{}@{}", &text[start..from], &text[to..end]).to_ascii_lowercase();
        let host = address.rsplit('@').next().unwrap_or_default();
        if self.approved.contains(&address)
            || EXAMPLES.iter().any(|example| host == *example || host.ends_with(&format!(".{example}")))
        {
            return;
        }
        let range = start..end;
        let labels = label::near(pass.piece, &range);
        let is_qq = host == "qq.com" && labels.has(Label::Qq);
        let tier = if labels.has(Label::Email) || is_qq { Tier::Block } else { Tier::Ask };
        pass.found.push(Found { kind: HitKind::Email, tier, secret: Secret::new(address), range });
    }
}

fn name_start(text: &str, from: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[..from];
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'+');
    let n_bytes = bytes.iter().rev().take(LONGEST_NAME + 1).take_while(|byte| is_name(byte)).count();
    let name = text[from - n_bytes..from].trim_start_matches(['.', '-', '+', '_']);
    let is_address_of_web = text[..from - name.len()].ends_with(['/', ':']) && text[..from - name.len()].ends_with("//");
    let is_name = !name.is_empty() && n_bytes <= LONGEST_NAME && !name.ends_with('.') && name != "git" && !is_address_of_web;
    is_name.then(|| from - name.len())
}

fn domain_end(text: &str, to: usize) -> Option<usize> {
    let is_domain = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    let n_bytes = text.as_bytes()[to..].iter().take(254).take_while(|byte| is_domain(byte)).count();
    let domain = text[to..to + n_bytes].trim_end_matches(['.', '-']);
    let (rest, top) = domain.rsplit_once('.')?;
    let is_top = (2..=24).contains(&top.len()) && top.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_file = NOT_DOMAINS.split(' ').any(|end| top.eq_ignore_ascii_case(end));
    let is_good = is_top && !is_file && rest.starts_with(|sign: char| sign.is_ascii_alphanumeric()) && !domain.contains("..");
    is_good.then_some(to + domain.len())
}
