//! A corpus for the gate, made from the rules and from the standards, not from the detectors.
//!
//! Every choice is seeded: the same numbers on every machine. What is said of people is said of nobody. Which forms were told to
//! the authors of the detectors and which were held back from them stands with each form.

mod carry;
mod case;
mod draw;
mod figures;
mod labelled;
mod lookalikes;
mod masked;
mod negatives;
mod numbers;
mod pack;
mod pdf;
mod people;
mod persons;
mod plain_talk;
mod positives;
mod shards;
mod write;

pub(crate) use self::case::Case;
pub(crate) use self::figures::Figures;
pub(crate) use self::people::policy;

use yuandi::gate::Policy;

/// Documents of every format with a passage: the name of the carrier, a name for the file, its bytes.
///
/// - `number`: the passage alone, for carriers that name a file after it.
pub(crate) fn documents(text: &str, number: &str) -> Vec<(&'static str, String, Vec<u8>)> {
    let texts = carry::WRITTEN.iter().filter(|carrier| carrier.name == "csv" || carrier.name.starts_with("txt"));
    let mut documents = Vec::new();
    for carrier in texts.chain(&pack::ATTACHED) {
        let heading = (carrier.name == "docx table").then(|| "身份证号".to_owned());
        let lead = if heading.is_some() { "" } else { text.trim_end_matches(number) };
        let passage = carry::Passage {
            lead: lead.to_owned(),
            bits: write::text(number),
            tail: String::new(),
            coding: write::Coding::Plain,
            heading,
        };
        for file in (carrier.carry)(&passage).unwrap_or_default() {
            let ending = file.path.rsplit_once('.').map_or("", |(_, ending)| ending);
            documents.push((carrier.name, format!("附件.{ending}"), file.bytes));
        }
    }
    documents
}

/// Positives first, then negatives.
pub(crate) fn corpus(policy: &Policy) -> Vec<Case> {
    let mut cases = positives::positives(11_643, policy);
    cases.extend(negatives::negatives(32_100));
    cases
}
