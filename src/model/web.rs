//! Addresses of other sites: what an address is, and whether its domain is on the site's list.

use super::Site;
use crate::diag::{Diagnostic, Place, Severity, codes};

/// Whether a text in lower case is a domain.
pub(super) fn is_domain(text: &str) -> bool {
    text.split('.')
        .all(|label| !label.is_empty() && !label.starts_with('-') && label.chars().all(|c| c.is_alphanumeric() || c == '-'))
}

/// Whether a link leads to another web site.
pub(super) fn has_web_scheme(link: &str) -> bool {
    let lower: String = link.chars().take(8).collect::<String>().to_ascii_lowercase();
    lower.starts_with("http://") || lower.starts_with("https://")
}

/// The domain of a web address, in lower case; `None` if there is none or the address cannot be one.
pub(super) fn domain_of(address: &str) -> Option<String> {
    if !has_web_scheme(address) || address.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"`".contains(c)) {
        return None;
    }
    let (_, rest) = address.split_once("://")?;
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    // What stands before `@` is a name to log in with; the site is what follows.
    let host = authority.rsplit('@').next()?;
    let host = host.split(':').next()?.trim_end_matches('.').to_lowercase();
    is_domain(&host).then_some(host)
}

/// Whether a domain is one of the listed ones or below one.
fn is_listed(domain: &str, listed: &[String]) -> bool {
    listed.iter().any(|one| domain.strip_suffix(one.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
}

impl Site {
    /// Whether `[links] allow` names the domain of an address.
    pub fn allows(&self, address: &str) -> bool {
        domain_of(address).is_some_and(|domain| is_listed(&domain, &self.allowed_domains))
    }
}

/// Checks a link to another site. False if it cannot be written into a page.
///
/// - Codes: M307 not listed, M308 not an address.
pub(super) fn check_external(at: &Place, link: &str, site: &Site, found: &mut Vec<Diagnostic>) -> bool {
    let Some(domain) = domain_of(link) else {
        found.push(codes::bad_web_address.at(at.clone()).with("target", link));
        return false;
    };
    if !is_listed(&domain, &site.allowed_domains) {
        let severity = if site.is_strict_about_links { Severity::Error } else { Severity::Warning };
        found.push(codes::external_not_listed.at(at.clone()).with("domain", domain).severe(severity));
    }
    true
}
