//! The plan to the file that starts a search, and to those of facets.

use serde_json::{Value, json};

use crate::plan::Artifact;
use crate::plan::search::{SearchEntry, SearchFacet, SearchLayout, SearchPlan};

use super::bits::BitWriter;
use super::carrier::{push_packed, script};
use super::list::write_list;
use super::part;
use super::text::write_text;

/// Version of the format: a script reads no other.
const VERSION: u32 = 1;

/// The file of a facet: its terms and which pages have them.
pub fn facet(plan: &SearchPlan, facet: &SearchFacet) -> Artifact {
    let fields: Vec<&str> = facet.terms.iter().flat_map(|term| [term.id.as_str(), term.title.as_str()]).collect();
    let mut bits = BitWriter::new();
    write_text(&mut bits, &fields.chunks(2).map(|term| term.join("\u{1}")).collect::<Vec<_>>().join("\u{2}"));
    for term in &facet.terms {
        write_pages(&mut bits, &term.pages, plan.layout.n_pages);
    }
    part(&plan.layout, &format!("f-{}", facet.name), &bits.into_bytes())
}

/// What is the same for every site, as files that have a name of their own, so that browsers keep them over any edit; and this name.
pub fn vocabulary(layout: &SearchLayout, parts: &[(&str, Vec<u8>)]) -> (Vec<Artifact>, String) {
    let mut hasher = blake3::Hasher::new();
    for (name, bytes) in parts {
        hasher.update(name.as_bytes()).update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
    }
    let id = hasher.finalize().to_hex()[..8].to_owned();
    let file = |(name, bytes): &(&str, Vec<u8>)| Artifact { path: layout.path(name), bytes: script(name, &id, bytes).into() };
    (parts.iter().map(file).collect(), id)
}

/// The file that starts a search. `facets` are the files of facets, in their order; `vocabulary` is what [`vocabulary`] named.
pub fn start(plan: &SearchPlan, facets: &[Artifact], vocabulary: &str) -> Artifact {
    let layout = &plan.layout;
    let sizes = plan.facets.iter().zip(facets).map(|(facet, file)| json!([facet.name, file.bytes.len()]));
    let words = plan.words.iter().map(|(name, text)| (name.clone(), Value::from(text.as_str())));
    let value = json!({
        "v": VERSION,
        "n": layout.n_pages,
        "bits": {
            "g": layout.gram_bits, "l": layout.long_bits, "u": layout.single_bits, "t": layout.text_bits, "x": layout.lexicon_bits
        },
        "kinds": kinds(plan),
        "facets": sizes.collect::<Vec<_>>(),
        "last": last(plan),
        "words": words.collect::<serde_json::Map<_, _>>(),
        "vocabulary": vocabulary,
    });
    let script = format!("yuandiPart(\"index\",\"{}\",{})\n", layout.id, ascii(&value.to_string()));
    Artifact { path: layout.path("index"), bytes: script.into_bytes().into() }
}

/// The kinds with the months of their pages, as these follow each other.
fn kinds(plan: &SearchPlan) -> Vec<Value> {
    let mut rest = plan.pages.as_slice();
    let mut kinds = Vec::new();
    for kind in &plan.kinds {
        let (here, behind) = rest.split_at(kind.n_pages.min(rest.len()));
        rest = behind;
        let same_month = |one: &SearchEntry, two: &SearchEntry| one.month == two.month;
        let months = here.chunk_by(same_month).map(|run| {
            let month = run[0].month.map_or_else(String::new, |month| format!("{:04}-{:02}", month.year(), month.month()));
            json!([month, run.len()])
        });
        kinds.push(json!([kind.section, kind.title, months.collect::<Vec<_>>()]));
    }
    kinds
}

/// The pages that come last, packed.
fn last(plan: &SearchPlan) -> String {
    let pages: Vec<u32> = (0..).zip(&plan.pages).filter(|(_, page)| page.is_last).map(|(number, _)| number).collect();
    let mut bits = BitWriter::new();
    write_pages(&mut bits, &pages, plan.layout.n_pages);
    let mut packed = Vec::new();
    push_packed(&mut packed, &bits.into_bytes());
    String::from_utf8(packed).expect("the carrier is ASCII")
}

fn write_pages(bits: &mut BitWriter, pages: &[u32], n_pages: u32) {
    bits.write_gamma(pages.len() as u32 + 1);
    write_list(bits, pages, 0, n_pages);
}

/// JSON in which nothing depends on the charset that a server names.
fn ascii(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    let mut units = [0; 2];
    for c in json.chars() {
        if c.is_ascii() && c != '<' && c != '\u{7F}' {
            text.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut units) {
            text.push_str(&format!("\\u{unit:04x}"));
        }
    }
    text
}
