//! `site.toml`.

use super::*;
use crate::model::{Kind, NavItem, PageStyle};

#[track_caller]
fn check_site(more: &str, expected: &[&str]) -> Model {
    let site = format!("[site]\ntitle = \"园地\"\norg = \"党总支\"\n{more}");
    check(&[("site.toml", &site), ("content/pages/x.md", "+++\ntitle = \"x\"\n+++\n")], expected)
}

#[test]
fn what_a_site_leaves_out_has_a_default() {
    let site = check_site("", &[]).site;
    assert_eq!((site.language.as_str(), site.zone().iana_name()), ("zh-CN", Some("Asia/Shanghai")));
    assert_eq!((site.n_per_page, site.n_in_feeds, site.style), (20, 30, PageStyle::Folder));
    assert_eq!((site.nav.len(), site.nav[0].name, site.base_url), (5, "affairs", None));
}

#[test]
fn settings_are_understood() {
    let site = check_site(
        "base_url = \"https://a.edu.cn/yd\"\nstyle = \"file\"\ntimezone = \"Asia/Urumqi\"\n[footer]\nicp = \"ICP1\"\n[lists]\nper_page = 10\n\
         [grey]\ndays = [\"2026-03-14/2026-03-16\"]\n[host]\nallow_ext = [\".HTML\"]\n[limits]\nrows = 10\n",
        &[],
    )
    .site;
    assert_eq!(site.base_url.as_deref(), Some("https://a.edu.cn/yd/"));
    assert_eq!((site.style, site.n_per_page, site.is_grey, site.n_rows_max), (PageStyle::File, 10, true, 10));
    assert_eq!((site.footer.icp.as_deref(), site.host.allow_ext), (Some("ICP1"), vec!["html".to_owned()]));
}

#[test]
fn the_caller_may_give_another_base_url() {
    let options = Options { base_url: Some("http://b.cn".to_owned()), ..Options::default() };
    assert_eq!(build_with(&[], &options).1.value.site.base_url.as_deref(), Some("http://b.cn/"));
    let options = Options { base_url: Some("b".to_owned()), ..Options::default() };
    assert_eq!(build_with(&[], &options).1.value.site.base_url, None);
}

#[test]
fn mistakes_in_single_settings_are_reported() {
    for (more, expected) in [
        ("base_url = \"a.edu.cn\"", "M201 site.toml:4 \"a.edu.cn\""),
        ("base_url = \"https://a.cn/?x\"", "M201 site.toml:4 \"https://a.cn/?x\""),
        ("timezone = \"Beijing\"", "M202 site.toml:4 \"Beijing\""),
        ("language = \"中文\"", "M203 site.toml:4 \"中文\""),
        ("theme = \"../red\"", "M204 site.toml:4 \"../red\""),
        ("style = \"dir\"", "M115 site.toml:4 \"dir\""),
        ("emblem = \"content/x.png\"", "M207 site.toml:4 \"content/x.png\""),
        ("titel = 1", "M101 site.toml:4 titel"),
        ("[link]\nallow = []", "M101 site.toml:4 link"),
        ("[links]\nallow = [\"https://gov.cn/\"]", "M205 site.toml:5 \"https://gov.cn/\""),
        ("[links]\nallow = [\"*.gov.cn\"]", "M205 site.toml:5 \"*.gov.cn\""),
        ("[grey]\ndays = [\"清明\"]", "M206 site.toml:5 \"清明\""),
        ("[lists]\nper_page = 0", "M111 site.toml:5 0"),
        ("[[nav]]\ntitle = \"党务\"\nitems = [\"activity\"]", "M209 site.toml:6 \"activity\""),
        ("[[nav]]\ntitle = \"党务\"\nitems = [3]", "M208 site.toml:6 3"),
        ("[[nav]]\ntitle = \"党务\"", "M102 site.toml:4 [[nav]]"),
        (
            "[[nav]]\ntitle = \"党务\"\nitems = [{ title = \"x\", link = \"content/pages/y.md\" }]",
            "M207 site.toml:6 \"content/pages/y.md\"",
        ),
        (
            "[[nav]]\ntitle = \"党务\"\nitems = [{ title = \"x\", link = \"https://a.com\" }]",
            "M307? site.toml:6 \"https://a.com\"",
        ),
        ("[[month]]\nmonth = \"三月\"\ntitle = \"x\"", "M211 site.toml:5 \"三月\""),
        ("[[column]]\nid = \"科技\"\ntitle = \"x\"", "M212 site.toml:5 \"科技\""),
        ("[[column]]\nid = \"a\"\ntitle = \"x\"\nrota = { \"三月\" = \"shukong\" }", "M211 site.toml:7 \"三月\""),
        ("[[column]]\nid = \"a\"\ntitle = \"x\"\nrota = 3", "M113 site.toml:7 3"),
        ("[[column]]\nid = \"a\"\ntitle = \"x\"\n[[column]]\nid = \"a\"\ntitle = \"y\"", "M210 site.toml:8 \"a\""),
        ("[[module]]\nid = \"m\"\ntitle = \"x\"\ncolumns = [\"b\"]", "M405 site.toml:7 \"b\""),
        ("[[module]]\nid = \"m\"\ntitle = \"x\"\ntopics = [\"history\"]", "M114 site.toml:7 \"history\""),
        ("[[module]]\nid = \"m\"\ntitle = \"x\"\nkinds = [\"video\"]", "M115 site.toml:7 \"video\""),
    ] {
        check_site(more, &[expected]);
    }
    check(&[("site.toml", "[site]\ntitle = \"x\"\n")], &["M102 site.toml:1 [site]"]);
    check(&[("site.toml", "")], &["M102 site.toml:1 "]);
}

#[test]
fn the_navigation_leads_to_published_texts() {
    let nav = "[[nav]]\ntitle = \"服务\"\nitems = [\"faq\", { title = \"x\", link = \"content/pages/x.md\" }]";
    let model = check_site(nav, &[]);
    assert!(matches!(model.site.nav[0].items[..], [NavItem::Section("faq"), NavItem::Note { .. }]));
    let site = format!("[site]\ntitle = \"园地\"\norg = \"党总支\"\n{nav}");
    let files = [("site.toml", site.as_str()), ("content/pages/x.md", "+++\ntitle = \"x\"\ndraft = true\n+++\n")];
    let model = check(&files, &["M309? site.toml:6 \"content/pages/x.md\""]);
    assert_eq!(model.site.nav[0].items, [NavItem::Section("faq")]);
}

#[test]
fn modules_columns_and_months_are_understood() {
    let site = check_site(
        "[[column]]\nid = \"c\"\ntitle = \"专栏\"\ncadence_days = 31\nrota = { \"2026-04\" = \"jiguan\", \"2026-03\" = \"shukong\" }\n\
         [[module]]\nid = \"m\"\ntitle = \"模块\"\ntopics = [\"党史\"]\ncolumns = [\"c\"]\nkinds = [\"resource\"]\n\
         [[month]]\nmonth = \"2026-03\"\ntitle = \"三月\"\nfocus = \"学雷锋\"\n",
        &[],
    )
    .site;
    assert_eq!(site.columns[0].rota.iter().map(|(_, branch)| &**branch).collect::<Vec<_>>(), ["shukong", "jiguan"]);
    assert_eq!(
        (site.modules[0].topics.as_slice(), site.modules[0].kinds.as_slice()),
        (&["party_history".to_owned()][..], &[Kind::Resource][..])
    );
    assert_eq!((site.months[0].month, site.months[0].focus.len()), (date(2026, 3, 1), 1));
}
