//! Pages made up at random are found with every gram they have, and texts come back as they were.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

use jiff::civil::date;
use proptest::prelude::*;

use crate::plan::Artifact;
use crate::plan::search::{Family, SearchEntry, SearchFacet, SearchKind, SearchLayout, SearchPage, SearchPlan, SearchTerm};

use super::fold::{Class, class, fold};
use super::gram::key;
use super::reader::{Answer, Index};
use super::{Shelf, facet, portions, read_pages, start};

/// Bits of gram, long, single and text files.
type Bits = [u32; 4];

fn plan(n_pages: u32, [gram_bits, long_bits, single_bits, text_bits]: Bits) -> SearchPlan {
    let layout =
        SearchLayout { id: "0123abcd".to_owned(), n_pages, gram_bits, long_bits, single_bits, text_bits, lexicon_bits: 0 };
    let entry = |number: u32| SearchEntry {
        page: number as usize,
        month: (!number.is_multiple_of(7)).then(|| date(2026 - (number / 100 % 9) as i16, 12 - (number / 9 % 12) as i8, 1)),
        is_last: number % 5 == 4,
    };
    SearchPlan {
        pages: (0..n_pages).map(entry).collect(),
        kinds: vec![SearchKind { section: "news", title: "新闻".to_owned(), n_pages: n_pages as usize }],
        facets: Vec::new(),
        words: vec![("none".to_owned(), "没有<结果>😀".to_owned())],
        terms: Vec::new(),
        layout,
        files: Vec::new(),
    }
}

fn page(title: &str, body: &str) -> SearchPage {
    SearchPage { path: "news/a/index.html".to_owned(), title: title.to_owned(), body: body.to_owned(), ..SearchPage::default() }
}

/// All files of an index, in the order in which they come.
fn files(plan: &SearchPlan, pages: &[SearchPage]) -> Vec<Artifact> {
    files_of_portions(plan, pages, &portions(plan))
}

fn files_of_portions(plan: &SearchPlan, pages: &[SearchPage], portions: &[std::ops::Range<u32>]) -> Vec<Artifact> {
    let mut files = Vec::new();
    let mut put = |file: Artifact| -> Result<(), Infallible> {
        files.push(file);
        Ok(())
    };
    let read = |portion: &std::ops::Range<u32>| read_pages(plan, portion.clone(), |n| pages[n as usize].clone(), &mut put);
    let runs: Vec<_> = portions.iter().map(read).collect::<Result<_, _>>().expect("nothing fails here");
    let shelf = Shelf::new(plan, &runs);
    let mut lists = Vec::new();
    for part in 0..shelf.n_parts(Family::Grams) {
        lists.extend(shelf.grams(part, &mut put).expect("nothing fails here"));
    }
    for part in 0..shelf.n_parts(Family::Singles) {
        shelf.singles(part, &mut put).expect("nothing fails here");
    }
    shelf.long(&lists, &mut put).expect("nothing fails here");
    let facets: Vec<Artifact> = plan.facets.iter().map(|terms| facet(plan, terms)).collect();
    files.push(start(plan, &facets, "v1"));
    files.extend(facets);
    files
}

fn index(plan: &SearchPlan, pages: &[SearchPage]) -> Index {
    let files = files(plan, pages);
    let paths: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths.len(), files.len(), "every file is written once");
    assert!(files.iter().all(|file| file.bytes.is_ascii()), "no charset can spoil a file");
    Index::read(&files).expect("what we write can be read")
}

/// What folding a body without ids comes to.
fn folded_body(body: &str) -> Vec<char> {
    let mut text = String::new();
    let mut is_id = false;
    for c in body.chars() {
        is_id = (is_id || c == '\u{4}') && c != '\u{5}' && c != '\u{3}';
        if !is_id {
            text.push(if c < ' ' { ' ' } else { c });
        }
    }
    fold(&text)
}

/// The grams of a folded text with how many there are, found slowly.
fn grams_of(text: &[char], grams: &mut BTreeMap<Vec<char>, u32>) {
    let takes_part = |c: &char| matches!(class(*c), Class::Han | Class::Letter);
    for pair in text.windows(2) {
        let side = |c: char| if class(c) == Class::Mark { '\u{1}' } else { c };
        if class(pair[0]) == Class::Mark && takes_part(&pair[1]) || takes_part(&pair[0]) && class(pair[1]) == Class::Mark {
            grams.entry(vec![side(pair[0]), side(pair[1])]).or_insert(1);
        }
    }
    for at in 0..text.len() {
        for n in 1..=3 {
            let Some(gram) = text.get(at..at + n).filter(|gram| gram.iter().all(takes_part)) else { continue };
            if n < 3 || gram.iter().all(|c| class(*c) == Class::Letter) {
                *grams.entry(gram.to_vec()).or_default() += 1;
            }
        }
    }
}

/// By key, as grams of the same key share a list: pages, and the least weight that they must have.
fn truth(pages: &[SearchPage], is_wanted: fn(&[char]) -> bool) -> BTreeMap<u32, (Vec<char>, BTreeMap<u32, u32>)> {
    let mut truth: BTreeMap<u32, (Vec<char>, BTreeMap<u32, u32>)> = BTreeMap::new();
    for (number, page) in (0..).zip(pages) {
        let (mut in_title, mut in_body) = (BTreeMap::new(), BTreeMap::new());
        grams_of(&fold(&page.title), &mut in_title);
        grams_of(&folded_body(&page.body), &mut in_body);
        let of_title = in_title.into_keys().map(|gram| (gram, 3));
        let of_body = in_body.into_iter().map(|(gram, n)| (gram, u32::from(n >= 3)));
        for (gram, weight) in of_title.chain(of_body).filter(|(gram, _)| is_wanted(gram)) {
            let (_, pages) = truth.entry(key(&gram)).or_insert_with(|| (gram, BTreeMap::new()));
            let known = pages.entry(number).or_default();
            *known = weight.max(*known);
        }
    }
    truth
}

fn check_answer(answer: &Answer, pages: &BTreeMap<u32, u32>) {
    assert_eq!(answer.n_pages as usize, pages.len());
    assert!(answer.pages.iter().all(|page| pages.contains_key(page)));
    for (page, weight) in answer.pages.iter().zip(&answer.weights) {
        // Where a text begins a gram weighs more; `weights_say_where_a_gram_stands` tells just what.
        assert!(*weight >= pages[page] && (*weight < 3 || pages[page] == 3));
    }
}

fn check(plan: &SearchPlan, pages: &[SearchPage]) {
    let index = index(plan, pages);
    assert_eq!(index.layout, plan.layout);
    for (gram, pages) in truth(pages, |gram| gram.len() > 1).values() {
        let answer = index.gram(gram).expect("a gram that is somewhere is found");
        check_answer(&answer, pages);
        let whole = index.whole_gram(gram).expect("a long list is found");
        assert_eq!(whole.pages, pages.keys().copied().collect::<Vec<_>>(), "{gram:?}");
        check_answer(&whole, pages);
    }
    for (gram, pages) in truth(pages, |gram| gram.len() == 1).values() {
        let answer = index.single(gram[0]).expect("a character that is somewhere is found");
        assert_eq!(answer.pages.len(), pages.len().min(256));
        check_answer(&answer, pages);
    }
    let n_grams: usize = (0..plan.layout.n_files(Family::Grams)).map(|shard| all(&index, shard)).sum();
    assert_eq!(n_grams, truth(pages, |gram| gram.len() > 1).len(), "nothing else is in the index");
    for (number, page) in (0..).zip(pages) {
        let text = index.text(number).expect("each page has its text");
        assert_eq!((text.title, text.body), (page.title.clone(), page.body.clone()));
        assert_eq!(text.path, "news/a/");
    }
}

fn all(index: &Index, shard: u32) -> usize {
    let bytes = &index.parts[&index.layout.name(Family::Grams, shard)];
    super::reader::grams(shard, index.layout.gram_bits, index.layout.n_pages, bytes).len()
}

/// Texts of few different characters, so that grams repeat, with headings among them.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[党建支部学习]{1,6}",
        3 => "[a-cA-C1-3]{1,6}",
        2 => "[ \n，。“”(-]{1,2}",
        1 => "[Ａ１㎡ﬀ😀𠮷]{1,2}",
        1 => "\u{3}[党建]{1,3}\u{4}[a-c]{2}\u{5}",
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn random_pages() -> impl Strategy<Value = Vec<SearchPage>> {
    let page = ("[党建支部a-c1 ]{0,8}", texts()).prop_map(|(title, body)| page(&title, &body));
    proptest::collection::vec(page, 0..90)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_gram_of_every_page_is_found(
        pages in random_pages(), gram in 0_u32..11, long in 0_u32..4, single in 0_u32..10, text in 0_u32..5,
    ) {
        check(&plan(pages.len() as u32, [gram, long, single, text]), &pages);
    }
}

#[test]
fn lists_of_all_lengths_come_back() {
    for n in [1, 2, 10, 11, 63, 64, 65, 300] {
        // As many pages as have the gram, and many more between them.
        let text = |number: u32| match number % 4 {
            0 => page("", "党建"),
            1 => page("学习", ""),
            _ => page("", "支部 abc"),
        };
        let pages: Vec<SearchPage> = (0..4 * n).map(text).collect();
        check(&plan(4 * n, [3, 0, 2, 2]), &pages);
    }
}

#[test]
fn a_list_that_is_long_stands_elsewhere_and_its_best_pages_here() {
    let n = 12_000_u32;
    let is_listed = |number: u32| number.wrapping_mul(0x9E37_79B9) >> 29 < 3;
    let text = |number: u32| match number {
        4_001 => page("党建", ""),
        _ if is_listed(number) => page("", &format!("{}党建", "学".repeat(90))),
        _ => page("", ""),
    };
    let pages: Vec<SearchPage> = (0..n).map(text).collect();
    let plan = plan(n, [4, 1, 2, 3]);
    let index = index(&plan, &pages);
    let answer = index.gram(&['党', '建']).expect("it is in thousands of pages");
    let whole = index.whole_gram(&['党', '建']).expect("the long list is there");
    assert!(answer.is_long && !whole.is_long);
    assert_eq!(whole.pages, (0..n).filter(|number| is_listed(*number) || *number == 4_001).collect::<Vec<_>>());
    assert_eq!(answer.pages.len(), 32);
    let at = answer.pages.iter().position(|page| *page == 4_001).expect("a title is among the best");
    assert_eq!(answer.weights[at], 3);
    let month = |page: &u32| plan.pages[*page as usize].month;
    assert!(answer.pages.iter().filter(|page| **page != 4_001).all(|page| month(page) == Some(date(2026, 12, 1))));
    assert!(answer.pages.iter().filter(|page| **page != 4_001).all(|page| !plan.pages[*page as usize].is_last));
}

#[test]
fn weights_say_where_a_gram_stands() {
    let far = "学".repeat(100);
    let body = format!("开头{far}其他，经常，经常，经常\n\u{3}小节标题\u{4}s1\u{5}其他");
    let mut pages = vec![page("大题", &body)];
    pages.extend((0..19).map(|_| page("", "，大题，开头，其他，经常，小节")));
    let index = index(&plan(20, [2, 0, 2, 0]), &pages);
    let weight = |gram: &str| index.gram(&fold(gram)).map(|answer| answer.weights[0]);
    let weights = ["大题", "小节", "标题", "开头", "经常", "其他", "题s", "s1", "题其"].map(weight);
    assert_eq!(weights, [Some(3), Some(2), Some(2), Some(1), Some(1), Some(0), None, None, Some(0)]);
    let single = |c: char| index.single(c).map(|answer| answer.weights[0]);
    assert_eq!(['大', '节', '开', '经', '他'].map(single), [Some(3), Some(2), Some(1), Some(1), Some(0)]);
}

#[test]
fn nothing_at_all_is_an_index() {
    check(&plan(0, [0, 0, 0, 0]), &[]);
    check(&plan(1, [0, 0, 0, 0]), &[page("", "")]);
    check(&plan(1, [9, 3, 9, 0]), &[page("党", "建\n")]);
    check(&plan(3, [1, 0, 0, 10]), &[page("", ""), page("a", ""), page("", "")]);
}

#[test]
fn a_page_of_one_endless_word_is_found() {
    let word: String = (0..1_000_000_u32).map(|n| char::from(b'a' + (n.wrapping_mul(n) >> 7) as u8 % 26)).collect();
    let pages = [page("", &word), page("", "zzz")];
    let index = index(&plan(2, [2, 0, 2, 1]), &pages);
    let chars: Vec<char> = word.chars().collect();
    for gram in chars.windows(3).step_by(5_003).chain(chars.windows(2).step_by(7_001)) {
        assert!(index.gram(gram).expect("it is in the word").pages.contains(&0));
    }
    assert_eq!(index.text(0).expect("it has a text").body, word);
}

#[test]
fn a_text_of_a_megabyte_is_found() {
    let body: String = (0..350_000_u32).filter_map(|n| char::from_u32(0x4E00 + (n.wrapping_mul(40_503) >> 8) % 0x5000)).collect();
    let index = index(&plan(1, [8, 0, 3, 0]), &[page("", &body)]);
    let chars: Vec<char> = fold(&body);
    for gram in chars.windows(2).step_by(997) {
        assert_eq!(index.gram(gram).expect("it is in the text").pages, [0]);
    }
}

#[test]
fn portions_do_not_show() {
    let pages: Vec<SearchPage> = (0..1_300).map(|n| page(&format!("第{n}篇"), &format!("党建{}学习{}", n % 7, n % 91))).collect();
    let plan = plan(1_300, [5, 1, 4, 3]);
    let sorted = |mut files: Vec<Artifact>| {
        files.sort_by(|one, two| one.path.cmp(&two.path));
        files.into_iter().map(|file| (file.path, file.bytes)).collect::<Vec<_>>()
    };
    let expected = sorted(files(&plan, &pages));
    for size in [8, 64, 1_000, 1_304] {
        let portions: Vec<_> = (0..1_300_u32).step_by(size).map(|at| at..(at + size as u32).min(1_300)).collect();
        assert!(sorted(files_of_portions(&plan, &pages, &portions)) == expected, "{size}");
    }
}

#[test]
fn an_edit_changes_only_the_shards_of_its_grams_and_its_text() {
    let mut pages: Vec<SearchPage> =
        (0..600).map(|n| page(&format!("第{n}篇"), &format!("党建{}学习{}", n % 7, n % 91))).collect();
    let plan = plan(600, [8, 1, 7, 2]);
    let before = files(&plan, &pages);
    pages[300].body.push_str("，加了一句");
    let after = files(&plan, &pages);
    let changed = before.iter().zip(&after).filter(|(before, after)| before.bytes != after.bytes);
    let changed: BTreeSet<String> = changed.map(|(before, _)| before.path.as_str().to_owned()).collect();
    let layout = &plan.layout;
    let shard = |gram: &str| {
        let gram: Vec<char> = gram.chars().collect();
        let (family, n_bits) = if gram.len() == 1 { (Family::Singles, 7) } else { (Family::Grams, 8) };
        layout.path(&layout.name(family, super::gram::shard_of(key(&gram), n_bits))).as_str().to_owned()
    };
    let mut expected: BTreeSet<String> = ["7\u{1}", "\u{1}加", "加了", "了一", "一句", "加", "了", "一", "句"].map(shard).into();
    expected.insert(layout.path(&layout.name(Family::Texts, 75)).as_str().to_owned());
    assert_eq!(changed, expected);
}

#[test]
fn the_start_file_says_kinds_months_and_words() {
    let mut plan = plan(20, [0, 0, 0, 0]);
    plan.kinds[0].n_pages = 12;
    plan.kinds.push(SearchKind { section: "branches", title: "支部".to_owned(), n_pages: 8 });
    for (number, page) in plan.pages.iter_mut().enumerate() {
        page.month = [Some(date(2026, 3, 1)), Some(date(2025, 12, 1)), None][number / 5 % 3];
    }
    let term = |id: &str, pages: &[u32]| SearchTerm { id: id.to_owned(), title: format!("支部{id}"), pages: pages.to_vec() };
    let terms = vec![term("a", &[0, 3, 19]), term("b", &[]), term("c", &(0..20).collect::<Vec<u32>>())];
    plan.facets = vec![SearchFacet { name: "branch", terms }];
    let index = index(&plan, &vec![page("", ""); 20]);
    let n_bytes = facet(&plan, &plan.facets[0]).bytes.len();
    let expected = serde_json::json!([["branch", n_bytes]]);
    assert_eq!(index.start["facets"], expected);
    let months = [serde_json::json!([["2026-03", 5], ["2025-12", 5], ["", 2]]), serde_json::json!([["", 3], ["2026-03", 5]])];
    let expected = serde_json::json!([["news", "新闻", months[0]], ["branches", "支部", months[1]]]);
    assert_eq!(index.start["kinds"], expected);
    assert_eq!(index.start["words"]["none"], "没有<结果>😀");
    assert_eq!(index.start["vocabulary"], "v1");
    assert_eq!(super::reader::last(&index.start, 20), [4, 9, 14, 19]);
    let terms = super::reader::facet(20, &index.parts["f-branch"]);
    let expected = plan.facets[0].terms.iter().map(|term| (term.id.clone(), term.title.clone(), term.pages.clone()));
    assert_eq!(terms, expected.collect::<Vec<_>>());
}

#[test]
fn texts_are_composed_and_without_what_cannot_be_seen() {
    let mut odd = page("e\u{301}te\t\u{1}大題\n尾", "\u{7}漢語\u{3}標\u{4}id\u{5}\u{85}x\u{2}y\r\n");
    odd.date = Some(date(2026, 3, 15));
    odd.branches = vec!["一支部".to_owned(), "二支部".to_owned()];
    odd.mark = Some("replaced");
    let index = index(&plan(1, [2, 0, 2, 0]), &[odd]);
    let text = index.text(0).expect("it has a text");
    assert_eq!(text.title, "éte 大題 尾");
    assert_eq!(text.body, "漢語\u{3}標\u{4}id\u{5} xy \n");
    assert_eq!((text.date.as_str(), text.branches.as_str(), text.mark.as_str()), ("2026-03-15", "一支部、二支部", "replaced"));
    assert!(index.gram(&['題', '尾'].map(super::fold::simplified)).is_some());
}

#[test]
fn a_file_that_was_cut_or_spoilt_is_read_to_some_end() {
    let text = |number: u32| page("党建", &"学习支部abc".repeat(number as usize % 5 + 1));
    let pages: Vec<SearchPage> = (0..100).map(text).collect();
    let index = index(&plan(100, [0, 0, 0, 3]), &pages);
    for bytes in ["g/0", "u/0", "l/0", "t/0"].map(|name| &index.parts[name]) {
        for n in 0..bytes.len() {
            let mut spoilt = bytes[..n].to_vec();
            let _ = super::reader::grams(0, 0, 100, &spoilt);
            spoilt.iter_mut().skip(n / 2).for_each(|byte| *byte ^= 0x5A);
            let _ = super::reader::grams(0, 0, 100, &spoilt);
            let _ = super::reader::singles(0, 0, 100, &spoilt);
            let _ = super::reader::long(0, 0, 100, &spoilt);
        }
    }
}
