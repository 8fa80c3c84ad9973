//! What is searched of a site: which pages, in which order, with which texts, in which files.

use jiff::civil::Date;
use yuandi::build::{self, Memo, Options, Silent};
use yuandi::media::Cache;
use yuandi::plan::search::{ANCHOR, Family, HEADING, HEADING_END, SearchPage, SearchPlan};
use yuandi::plan::{self, Plan};
use yuandi::source::Sources;
use yuandi::{metrics, privacy, theme};

use super::sample;
use super::site::{AS_OF, Files};

/// Plans a site and looks at the plan.
fn with_plan<T>(files: &Files, look: impl FnOnce(&Plan<'_>) -> T) -> T {
    with_plan_on(files, AS_OF, look)
}

fn with_plan_on<T>(files: &Files, as_of: &str, look: impl FnOnce(&Plan<'_>) -> T) -> T {
    let as_of: Date = as_of.parse().expect("the test gives a date");
    let sources = Sources::from_memory(files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())), as_of);
    let mut found = Vec::new();
    let mut memo = Memo::for_one_build(Cache::none());
    let model = build::understand(&sources, &Options::default(), &mut memo, &Silent).into_value(&mut found);
    let figures = metrics::compute(&sources, &model).into_value(&mut found);
    let published = privacy::publish(&sources, &model, &figures).into_value(&mut found);
    let theme = theme::load(&sources, &model.site.theme, &model.site.language).into_value(&mut found);
    let plan = plan::plan(&sources, &model, &published, &theme).into_value(&mut found);
    look(&plan)
}

/// What is searched, and all its pages.
fn searched(files: &Files) -> (SearchPlan, Vec<SearchPage>) {
    with_plan(files, |plan| {
        let search = plan.search.clone().expect("the site can be searched");
        let pages = (0..search.pages.len()).map(|number| plan.search_page(number)).collect();
        (search, pages)
    })
}

/// Everything that is kept of searched pages on a day.
pub(super) fn texts_on(files: &Files, as_of: &str) -> Vec<String> {
    with_plan_on(files, as_of, |plan| {
        let n_pages = plan.search.as_ref().map_or(0, |search| search.pages.len());
        (0..n_pages).map(|number| format!("{:?}", plan.search_page(number))).collect()
    })
}

/// A site of a few texts.
fn site(settings: &str, texts: &[(&str, &str)]) -> Files {
    let settings = format!("[site]\ntitle = \"园地\"\norg = \"数控学院党总支\"\n{settings}");
    let mut files = Files::from([("site.toml".to_owned(), settings.into_bytes())]);
    files.extend(texts.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())));
    files
}

fn page<'p>(pages: &'p [SearchPage], path: &str) -> &'p SearchPage {
    pages.iter().find(|page| page.path == path).unwrap_or_else(|| panic!("{path} is not searched"))
}

#[test]
fn pages_stand_by_section_then_newest_first_and_undated_ones_last() {
    let news = |date: &str| format!("---\ntitle: 一\ndate: {date}\n---\n文。\n");
    let (first, second) = (news("2026-01-05"), news("2026-02-05"));
    let files = site(
        "",
        &[
            ("content/news/a.md", &first),
            ("content/news/b.md", &second),
            ("content/news/c.md", &second),
            ("content/pages/x.md", "---\ntitle: 说明\n---\n文。\n"),
        ],
    );
    let (search, pages) = searched(&files);
    let paths: Vec<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    let expected = [
        "news/b/index.html",
        "news/c/index.html",
        "news/a/index.html",
        "months/2026/02/index.html",
        "months/2026/01/index.html",
        "about/index.html",
        "about/privacy/index.html",
        "pages/x/index.html",
    ];
    assert_eq!(paths[..5], expected[..5]);
    assert_eq!(paths[paths.len() - 3..], expected[5..]);
    assert_eq!(search.kinds.iter().map(|kind| kind.n_pages).sum::<usize>(), pages.len());
    assert_eq!((search.kinds[0].section, search.kinds[0].title.as_str()), ("news", "新闻"));
}

#[test]
fn what_is_over_or_replaced_comes_last() {
    let activity = |id: &str, status: &str| {
        format!(
            "---\ntitle: {id}\nkind: theme_day\nstart: 2026-03-01 14:00\nmode: onsite\nstatus: {status}\nbranches: []\n---\n文。\n"
        )
    };
    let files = site(
        "",
        &[("content/activities/a.md", &activity("照常", "held")), ("content/activities/b.md", &activity("不办了", "cancelled"))],
    );
    let (search, pages) = searched(&files);
    let last: Vec<&str> =
        search.pages.iter().zip(&pages).filter(|(entry, _)| entry.is_last).map(|(_, page)| page.title.as_str()).collect();
    assert_eq!(last, ["不办了"]);
    assert_eq!(page(&pages, "activities/b/index.html").mark, Some("cancelled"));
}

#[test]
fn a_closed_notice_is_found_by_what_is_left_of_its_names() {
    let notice = |posted: &str| {
        format!(
            "---\ntitle: 公示\nkind: public_notice\ndate: {posted}\nmatter: 拟接收预备党员\nobjects: [欧阳示例]\nperiod_days: 5\n\
             posted_on: {posted}\naccepting_unit: 党总支\nchannel: 意见箱\nbasis: 细则\nnames_after: remove\n---\n公示如下。\n"
        )
    };
    let mut files =
        site("", &[("content/notices/old.md", &notice("2026-01-05")), ("content/notices/new.md", &notice("2026-03-30"))]);
    // Which days are worked on is known from the calendar of a site.
    files.extend(sample::sample().into_iter().filter(|(path, _)| path.starts_with("data/holidays")));
    let (search, pages) = searched(&files);
    let (old, new) = (page(&pages, "notices/old/index.html"), page(&pages, "notices/new/index.html"));
    assert!(new.body.contains("欧阳示例") && !old.body.contains("欧阳"), "{old:?}");
    assert_eq!((old.mark, new.mark), (Some("closed"), Some("open")));
    assert!(search.pages.iter().zip(&pages).any(|(entry, page)| entry.is_last && page.path == old.path));
}

#[test]
fn nothing_is_searched_that_no_page_shows() {
    let files = sample::sample();
    let (_, pages) = searched(&files);
    let built = &sample::built().files;
    let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    for page in &pages {
        let html = String::from_utf8_lossy(&built[&page.path]);
        let shown = squeezed(&decoded(&html));
        for line in page.body.lines().chain([page.title.as_str()]) {
            let line = line.split(ANCHOR).next().unwrap_or_default().trim_start_matches(HEADING);
            for part in line.split(' ').filter(|part| !part.is_empty()) {
                let part = squeezed(part);
                assert!(shown.contains(&part), "{} is searched for `{part}`, but does not show it", page.path);
            }
        }
    }
}

/// The text of a page, attributes included, without the tags that stand in phrases.
fn decoded(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        let tag = &rest[at..end];
        for name in ["alt=\"", "title=\"", "aria-label=\""] {
            if let Some((_, value)) = tag.split_once(name) {
                text.push('\u{1}');
                text.push_str(value.split('"').next().unwrap_or_default());
                text.push('\u{1}');
            }
        }
        rest = &rest[end..];
        if tag.contains("\"footnote-ref\"") {
            rest = rest.split_once("</sup>").map_or(rest, |(_, behind)| behind);
        }
    }
    text.push_str(rest);
    for (entity, c) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")] {
        text = text.replace(entity, c);
    }
    text
}

#[test]
fn nobody_is_searched_who_did_not_agree() {
    let files = sample::sample();
    let (search, pages) = searched(&files);
    let members = String::from_utf8(files["data/members.csv"].clone()).expect("ledgers are text");
    let consent = String::from_utf8(files["data/consent.csv"].clone()).expect("ledgers are text");
    for line in members.lines().skip(1) {
        let mut cells = line.split(',');
        let (id, name) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
        let has_agreed = consent.lines().any(|line| line.split(',').nth(1) == Some(id));
        for page in &pages {
            let holds = |needle: &str| page.body.contains(needle) || page.title.contains(needle);
            assert!(!holds(id), "{} holds an id", page.path);
            assert!(has_agreed || !holds(name), "{} names somebody who did not agree", page.path);
        }
        assert!(has_agreed || !search.terms.iter().any(|term| term.contains(name)));
    }
}

#[test]
fn headings_open_where_their_pages_have_them() {
    let (_, pages) = searched(&sample::sample());
    let built = &sample::built().files;
    let mut n_headings = 0;
    for page in &pages {
        let html = String::from_utf8_lossy(&built[&page.path]);
        for heading in page.body.split(HEADING).skip(1) {
            let id =
                heading.split_once(ANCHOR).and_then(|(_, rest)| rest.split_once(HEADING_END)).expect("a heading has all marks").0;
            assert!(html.contains(&format!("id=\"{id}\"")), "{}#{id}", page.path);
            n_headings += 1;
        }
    }
    assert!(n_headings > 50, "the sample has headings");
}

#[test]
fn every_file_of_the_index_is_planned_once() {
    let (search, _) = searched(&sample::sample());
    let n_families: u32 = Family::ALL.into_iter().map(|family| search.layout.n_files(family)).sum();
    assert_eq!(search.files.len(), n_families as usize + search.single_parts().len());
    assert_eq!(search.single_parts(), ["index", "words", "pinyin", "fold", "f-branch", "f-topic", "f-audience"]);
    let first = search.layout.path(&search.layout.name(Family::Texts, 0));
    assert_eq!(first.as_str(), "search/shards/t/0.js");
    assert!(search.files.contains(&first));
}

#[test]
fn terms_of_facets_hold_rising_numbers_of_pages() {
    let (search, pages) = searched(&sample::sample());
    let branch = search.facets[0].terms.iter().find(|term| term.id == "shukong").expect("the branch has pages");
    assert!(branch.pages.windows(2).all(|two| two[0] < two[1]));
    assert!(branch.pages.iter().any(|number| pages[*number as usize].path == "branches/shukong/index.html"));
}

#[test]
fn settings_leave_out_sections_or_all_of_it() {
    let text = ("content/news/a.md", "---\ntitle: 一\ndate: 2026-01-05\n---\n文。\n");
    let (_, pages) = searched(&site("[search]\nexclude = [\"news\"]\n", &[text]));
    assert!(!pages.iter().any(|page| page.path.starts_with("news/")));
    let files = site("base_url = \"https://dangjian.example.edu.cn/\"\n[search]\nenabled = false\n", &[text]);
    with_plan(&files, |plan| {
        assert!(plan.search.is_none() && plan.site.search.is_empty());
        assert!(!plan.paths().any(|path| path.contains("search")));
    });
}

#[test]
fn an_index_is_as_few_files_as_the_site_or_its_host_allow() {
    let mut files = sample::sample();
    let settings = String::from_utf8(files["site.toml"].clone()).expect("settings are text");
    files.insert("site.toml".to_owned(), settings.replace("[search]\n", "[search]\nmax_files = 60\n").into_bytes());
    let (search, pages) = searched(&files);
    assert!(search.files.len() <= 60, "{}", search.files.len());
    assert!(search.layout.text_bits > 0 && search.layout.n_files(Family::Texts) as usize * 2 < pages.len());
    let layout = &search.layout;
    assert_eq!(layout.n_pages as usize, pages.len());
}
