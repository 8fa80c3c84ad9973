//! A destination to whether it may stay, and to where it stands in the file.

use std::ops::Range;
use std::sync::LazyLock;

use linkify::{LinkFinder, LinkKind};
use pulldown_cmark::{LinkType, RefDefs};

/// Schemes that a link of a public page may have. Everything else runs code, opens programs or leads nowhere.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// The scheme of a destination that may not stay; `None` if it may.
pub(super) fn refused_scheme(target: &str) -> Option<String> {
    // Browsers read over control characters in addresses: `java\tscript:` runs.
    let plain: String = target.chars().filter(|c| !c.is_control() && !c.is_whitespace()).take_while(|c| !is_border(*c)).collect();
    let rest = target.chars().filter(|c| !c.is_control() && !c.is_whitespace()).nth(plain.chars().count());
    // A single letter is a drive of Windows: a path like others that lead out of the site, which `model` judges.
    let is_scheme = rest == Some(':')
        && plain.len() > 1
        && plain.starts_with(|c: char| c.is_ascii_alphabetic())
        && plain.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    let scheme = plain.to_ascii_lowercase();
    // `C:` is a drive, not a scheme: a path, which the model refuses with words about paths.
    let is_drive = scheme.len() == 1;
    (is_scheme && !is_drive && !SCHEMES.contains(&scheme.as_str())).then_some(scheme)
}

fn is_border(c: char) -> bool {
    matches!(c, ':' | '/' | '?' | '#')
}

/// Where a link's destination stands in the text the parser read; the whole link where it is written in another way.
pub(super) fn destination(
    text: &str,
    link_type: LinkType,
    dest: &str,
    label: &str,
    link: Range<usize>,
    definitions: &RefDefs<'_>,
) -> Range<usize> {
    let is_reference = matches!(link_type, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut);
    let definition = is_reference.then(|| definitions.get(label)).flatten();
    let within = definition.map_or(link.clone(), |definition| definition.span.clone());
    let Some(source) = text.get(within.clone()).filter(|_| !dest.is_empty()) else {
        return link;
    };
    let stands_at = |from: usize| {
        let rest = source[from..].trim_start();
        let rest = rest.strip_prefix('<').unwrap_or(rest);
        rest.starts_with(dest).then(|| within.start + source.len() - rest.len())
    };
    let start = match link_type {
        LinkType::Autolink | LinkType::Email => stands_at(0),
        _ if is_reference => source.find("]:").and_then(|idx| stands_at(idx + 2)),
        // From the right, because a link's text may hold other links; a few tries, because its title may, too.
        _ => source.rmatch_indices("](").take(4).find_map(|(idx, _)| stands_at(idx + 2)),
    };
    start.map_or(link, |start| start..start + dest.len())
}

/// The addresses written bare in a text, which end before the first Chinese character or mark.
pub(super) fn bare_addresses(text: &str) -> Vec<Range<usize>> {
    static FINDER: LazyLock<LinkFinder> = LazyLock::new(|| {
        let mut finder = LinkFinder::new();
        finder.kinds(&[LinkKind::Url]).url_must_have_scheme(true);
        finder
    });
    let mut addresses = Vec::new();
    let mut at = 0;
    // The finder knows Western punctuation only, so it is given the Western stretches of the text.
    for western in text.split_inclusive(|c: char| !c.is_ascii()) {
        let ascii = western.trim_end_matches(|c: char| !c.is_ascii());
        if ascii.contains("://") {
            let links = FINDER.links(ascii).filter(|link| is_web(link.as_str()));
            addresses.extend(links.map(|link| at + link.start()..at + link.end()));
        }
        at += western.len();
    }
    addresses
}

fn is_web(address: &str) -> bool {
    let scheme = address.split(':').next().unwrap_or_default();
    scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
}
