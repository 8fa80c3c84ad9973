//! One page of each kind, once with everything and once with nothing.

use std::sync::Arc;

use super::views::{
    about, activity_view, branch_view, disclosure, home, month, notice_view, privacy, quiz_view, resource_view, role_model_view,
    turn,
};
use crate::plan::*;
use crate::read::markdown::Body;

pub(super) fn site(language: &str) -> SiteView {
    SiteView {
        title: "智造先锋 · 数字党建园地".to_owned(),
        org: "示例职业技术大学数控技术学院党总支".to_owned(),
        tagline: "把支部建在实训车间，把党课上到机床旁边".to_owned(),
        language: language.to_owned(),
        nav: ["affairs", "service", "learning", "supervision", "evaluation"].map(nav).to_vec(),
        emblem: None,
        style: theme_path(language, |theme| theme.style().to_owned()),
        scripts: theme_path(language, |theme| theme.scripts().to_vec()),
        icon: theme_path(language, |theme| theme.icon().to_owned()),
        icp: Some("示例ICP备00000000号".to_owned()),
        police_filing: Some("示例公网安备00000号".to_owned()),
        sponsor: Some("中共示例职业技术大学数控技术学院总支部委员会".to_owned()),
        address: Some("示例省示例市示例职业技术大学实训中心".to_owned()),
        is_grey: false,
        has_feeds: true,
        has_open_data: true,
        has_calendar: true,
        search: "search/index.html".to_owned(),
        search_scripts: vec!["assets/search-0000000000.js".to_owned()],
        as_of: day(2026, 3, 31),
    }
}

fn theme_path<T>(language: &str, choose: impl Fn(&crate::theme::Theme) -> T) -> T {
    choose(&super::theme(language))
}

fn nav(name: &str) -> NavView {
    let item = |section: &str, is_external: bool| NavItemView {
        title: is_external.then(|| "学校主页".to_owned()),
        section: if is_external { String::new() } else { section.to_owned() },
        path: if is_external { "https://www.example.edu.cn/".to_owned() } else { format!("{section}/index.html") },
        is_external,
    };
    let items = vec![item("activities", false), item("months", false), item("notices", false), item("", true)];
    NavView { title: None, name: name.to_owned(), items }
}

pub(super) fn day(year: i16, month: i8, day: i8) -> DateView {
    DateView { iso: format!("{year}-{month:02}-{day:02}"), year, month, day, time: None }
}

pub(super) fn at(hour: &str) -> DateView {
    let day = day(2026, 3, 15);
    DateView { iso: format!("{}T{hour}", day.iso), time: Some(hour.to_owned()), ..day }
}

pub(super) fn image() -> ImageView {
    ImageView {
        webp: "assets/photo-480.webp 480w, assets/photo-960.webp 960w".to_owned(),
        src: "assets/photo.jpg".to_owned(),
        width: 1200,
        height: 900,
        alt: "志愿者在宿舍楼下修理自行车".to_owned(),
        caption: "维修现场".to_owned(),
        full: "assets/photo.jpg".to_owned(),
        is_vector: false,
    }
}

fn thumb() -> ThumbView {
    ThumbView { webp: "assets/photo-480.webp".to_owned(), src: "assets/photo.jpg".to_owned(), side: 240 }
}

pub(super) fn link(title: &str) -> LinkView {
    LinkView { title: title.to_owned(), href: "#main".to_owned(), is_external: false }
}

pub(super) fn section(word: &'static str) -> LinkView {
    link(word)
}

pub(super) fn file() -> FileView {
    FileView {
        title: "学期工作计划".to_owned(), href: "a.csv".to_owned(), format: "CSV".to_owned(), size: "12 KB".to_owned()
    }
}

pub(super) fn video() -> VideoView {
    VideoView {
        file: FileView { href: "a.mp4".to_owned(), format: "MP4".to_owned(), ..file() },
        plays: "video",
        title: "机床旁的党课".to_owned(),
        poster: Some(image()),
        captions: Some("a.vtt".to_owned()),
        minutes: Some(12),
    }
}

fn card(title: &str, kind: &'static str) -> Card {
    Card {
        href: "#main".to_owned(),
        title: title.to_owned(),
        kind,
        badge: None,
        date: None,
        summary: String::new(),
        thumb: None,
        image: None,
        initial: None,
        branches: Vec::new(),
        mode: None,
        marks: Vec::new(),
        clock: None,
        until: None,
        summary_until: None,
        minutes: None,
        reason: None,
        reason_value: String::new(),
    }
}

fn activity(title: &str, date: DateView) -> Card {
    Card {
        badge: Some("主题党日".to_owned()),
        date: Some(date),
        summary: "上门维修、义务理发、设备点检：把学雷锋落到一件件能签收的小事上，当天共完成登记事项四十七件。".to_owned(),
        branches: vec!["数控技术教工党支部".to_owned()],
        mode: Some("onsite"),
        ..card(title, "activities")
    }
}

pub(super) fn activities() -> Vec<Card> {
    vec![
        Card { image: Some(image()), thumb: Some(thumb()), ..activity("学雷锋义务维修进社区", day(2026, 3, 5)) },
        Card {
            marks: vec!["planned"],
            mode: Some("hybrid"),
            ..activity("一季度党员大会：审议年度工作计划，讨论发展对象", day(2026, 3, 26))
        },
        Card { marks: vec!["cancelled"], mode: Some("online"), ..activity("植树主题党日", day(2026, 3, 12)) },
    ]
}

pub(super) fn notices() -> Vec<Card> {
    let open = Card {
        badge: Some("公示".to_owned()),
        date: Some(day(2026, 3, 27)),
        marks: vec!["open"],
        clock: Some(ClockView { day: 3, of: 5 }),
        ..card("关于先锋示范岗拟命名对象的公示", "notices")
    };
    vec![open, Card { date: Some(day(2026, 3, 23)), ..card("清明假期值班安排", "notices") }]
}

pub(super) fn people() -> Vec<Card> {
    let one = |name: &str, badge: &str, sentence: &str| Card {
        badge: Some(badge.to_owned()),
        initial: name.chars().next().map(String::from),
        summary: sentence.to_owned(),
        branches: vec!["数控技术教工党支部".to_owned()],
        ..card(name, "role-models")
    };
    vec![
        one("李教学", "教学先锋", "三年带出两支省赛队伍，教案公开在资源栏。"),
        one("陈研究", "科研先锋", "把刀具寿命试验做成学生都能复做的数据集。"),
        one("吴技能", "技能先锋", "一次装夹完成五道工序的夹具，交给车间用了两年。"),
    ]
}

fn resources() -> Vec<Card> {
    let one = |title: &str| Card {
        minutes: Some(15),
        badge: Some("文章".to_owned()),
        thumb: Some(thumb()),
        ..card(title, "resources")
    };
    vec![
        one("党章导读：从总纲到义务"),
        Card {
            marks: vec!["replaced"],
            reason: Some("topic"),
            reason_value: "党章党规".to_owned(),
            ..one("发展党员工作流程图解")
        },
    ]
}

pub(super) fn group() -> Group {
    Group { title: "党章党规".to_owned(), href: "#main".to_owned(), n_total: 9, cards: resources() }
}

pub(super) fn column() -> ColumnView {
    ColumnView {
        title: "科技动态".to_owned(),
        href: "#main".to_owned(),
        summary: "一个月一篇，讲清一项数控与智能制造的新进展。".to_owned(),
        n: 6,
        newest: Some(Card { date: Some(day(2026, 3, 18)), ..card("五轴联动里的误差补偿", "columns") }),
        turn: Some("智能制造学生党支部".to_owned()),
    }
}

pub(super) fn channel(href: &str) -> ChannelView {
    ChannelView {
        kind: "意见箱".to_owned(),
        name: "实训中心一楼意见箱".to_owned(),
        href: href.to_owned(),
        is_external: !href.is_empty(),
    }
}

fn terms() -> Vec<TermView> {
    let one = |title: &str, n| TermView {
        title: title.to_owned(),
        href: "#main".to_owned(),
        n,
        summary: "读懂条文。".to_owned(),
        badge: "教工".to_owned(),
    };
    vec![one("党章党规", 12), one("科技发展", 8)]
}

pub(super) fn pager() -> PagerView {
    let item = |number, has_gap_before| PagerItem { number, href: "#main".to_owned(), is_current: number == 2, has_gap_before };
    PagerView {
        current: 2,
        n_pages: 9,
        previous: Some("#main".to_owned()),
        next: Some("#main".to_owned()),
        pages: vec![item(1, false), item(2, false), item(9, true)],
    }
}

fn list() -> ListView {
    ListView {
        kind: "activities",
        n_total: 3,
        filters: terms(),
        cards: activities(),
        pager: Some(pager()),
        elsewhere: Vec::new(),
    }
}

pub(super) fn honour(id: &str) -> HonourView {
    HonourView {
        id: id.to_owned(),
        title: "先进基层党组织".to_owned(),
        level: "校级".to_owned(),
        holder: "数控技术教工党支部".to_owned(),
        date: Some(day(2025, 7, 1)),
        issuer: "中共示例职业技术大学委员会".to_owned(),
        document: "示例委〔2025〕12号".to_owned(),
        href: "#main".to_owned(),
    }
}

fn entry(kind: &'static str, detail: DetailView) -> Content {
    Content::Entry(Box::new(EntryView {
        kind,
        badge: Some("主题党日".to_owned()),
        badge_href: Some("#main".to_owned()),
        date: Some(day(2026, 3, 5)),
        summary: "上门维修、义务理发、设备点检：把学雷锋落到一件件能签收的小事上。".to_owned(),
        cover: Some(image()),
        marks: vec!["planned"],
        toc: ["活动经过", "取得的成效", "后续改进"]
            .map(|title| TocItem { depth: 1, title: title.to_owned(), id: "main".to_owned() })
            .to_vec(),
        branches: vec![link("数控技术教工党支部")],
        tags: vec![link("学雷锋"), link("志愿服务")],
        modules: vec![link("动态追踪")],
        month: Some(link("2026年3月")),
        attachments: vec![file()],
        review: vec![
            ReviewView { step: "first", by: "组织委员".to_owned(), on: Some(day(2026, 3, 6)) },
            ReviewView { step: "final", by: "支部书记".to_owned(), on: None },
        ],
        owner: Some("组织委员".to_owned()),
        previous: Some(link("植树主题党日")),
        next: Some(link("一季度党员大会")),
        related: resources(),
        until: None,
        summary_until: None,
        text_until: None,
        files_until: Some("2026-04-03T16:00:00Z".to_owned()),
        detail,
    }))
}

fn bare(kind: &'static str, detail: DetailView) -> Content {
    Content::Entry(Box::new(EntryView {
        kind,
        badge: None,
        badge_href: None,
        date: None,
        summary: String::new(),
        cover: None,
        marks: Vec::new(),
        toc: Vec::new(),
        branches: Vec::new(),
        tags: Vec::new(),
        modules: Vec::new(),
        month: None,
        attachments: Vec::new(),
        review: Vec::new(),
        owner: None,
        previous: None,
        next: None,
        related: Vec::new(),
        until: None,
        summary_until: None,
        text_until: None,
        files_until: None,
        detail,
    }))
}

pub(super) fn view(template: &'static str, content: Content) -> PageView {
    let html = "<p>三月五日上午，支部组织党员志愿者到学生公寓开展义务维修，当天完成登记事项四十七件，其中自行车二十一件、小家电十四件。</p>\n<h2 id=\"main2\">活动经过</h2>\n<p>分为三组：<strong>维修组</strong>、<em>理发组</em>和登记组。每件事都有<a href=\"#main\">签收单</a>，台账见附件。</p>\n<ul>\n<li>维修组：八人</li>\n<li>理发组：四人</li>\n</ul>\n<blockquote>\n<p>修好一件，签一次字。</p>\n</blockquote>\n<div class=\"alert warning\" role=\"note\">\n<p>带电维修须两人在场。</p>\n</div>\n<div class=\"table-frame\" tabindex=\"0\"><table>\n<thead><tr><th scope=\"col\">类别</th><th scope=\"col\" class=\"right\">件数</th></tr></thead>\n<tbody>\n<tr><td>自行车</td><td class=\"right\">21</td></tr>\n<tr><td>小家电</td><td class=\"right\">14</td></tr>\n</tbody>\n</table></div>\n";
    let body = Body { html: html.to_owned(), ..Body::default() };
    PageView {
        template,
        path: OutPath::for_test("activities/a/index.html"),
        root: String::new(),
        title: "学雷锋义务维修进社区".to_owned(),
        description: "上门维修、义务理发、设备点检。".to_owned(),
        section: "activities",
        canonical: Some("https://dangjian.example.edu.cn/yuandi/activities/a/index.html".to_owned()),
        share_image: Some("https://dangjian.example.edu.cn/yuandi/assets/a.jpg".to_owned()),
        crumbs: vec![link("首页"), section("activities")],
        json_ld: Some("{\"@context\":\"https://schema.org\",\"@type\":\"Article\"}".to_owned()),
        updated: Some(day(2026, 3, 6)),
        prose: Some(ProseView {
            body: Arc::new(body),
            links: Vec::new(),
            images: Vec::new(),
            blocks: Vec::new(),
            figures: Vec::new(),
        }),
        content,
    }
}

pub(super) fn bare_view(template: &'static str, content: Content) -> PageView {
    PageView {
        description: String::new(),
        section: "",
        canonical: None,
        share_image: None,
        crumbs: Vec::new(),
        json_ld: None,
        updated: None,
        prose: None,
        ..view(template, content)
    }
}

pub(super) fn full() -> Vec<PageView> {
    let months = vec![MonthItem {
        year: 2026,
        month: 3,
        title: "学雷锋 树新风".to_owned(),
        href: "#main".to_owned(),
        n_activities: 4,
        n: 9,
    }];
    let question = FaqItem {
        title: "活动室怎么借用？".to_owned(),
        href: "#main".to_owned(),
        answer: "提前两天登记。".to_owned(),
        asked_on: day(2026, 1, 5),
        answered_on: Some(day(2026, 1, 5)),
        n_days: Some(0),
    };
    let waiting = FaqItem { answered_on: None, n_days: None, answer: String::new(), ..question.clone() };
    let column_page = ColumnPageView {
        summary: "一个月一篇。".to_owned(),
        cadence_days: Some(31),
        due: Some(super::duties::fresh(3)),
        rota: vec![turn(4, "ahead"), turn(3, "due"), turn(2, "missed"), turn(1, "done")],
        list: list(),
    };
    let honours = HonoursView {
        levels: vec![HonourLevel { title: "校级".to_owned(), honours: vec![honour("a"), honour("b")] }],
        n_total: 2,
        elsewhere: Vec::new(),
    };
    let faq = FaqView {
        answer: Some("可以。".to_owned()),
        asked_on: day(2026, 1, 5),
        answered_on: Some(day(2026, 1, 7)),
        n_days: Some(2),
    };
    let wall =
        WallView { groups: vec![Group { title: "教学先锋".to_owned(), cards: people(), ..group() }], elsewhere: Vec::new() };
    vec![
        view("article.html", entry("news", DetailView::None {})),
        PageView { section: "home", crumbs: Vec::new(), ..view("home.html", Content::Home(Box::new(home()))) },
        view("activity.html", entry("activities", DetailView::Activity(Box::new(activity_view())))),
        view("role-model.html", entry("role-models", DetailView::RoleModel(Box::new(role_model_view())))),
        view("resource.html", entry("resources", DetailView::Resource(Box::new(resource_view())))),
        view(
            "path.html",
            entry("paths", DetailView::Path(PathView { minutes: 45, audience: vec![link("积极分子")], items: resources() })),
        ),
        view("quiz.html", entry("quizzes", DetailView::Quiz(quiz_view()))),
        view("notice.html", entry("notices", DetailView::Notice(Box::new(notice_view(true))))),
        view("branch.html", entry("branches", DetailView::Branch(Box::new(branch_view())))),
        view("faq.html", entry("faq", DetailView::Faq(faq))),
        view("list.html", Content::List(list())),
        view("terms.html", Content::Terms(TermsView { kind: "topics", terms: terms(), elsewhere: Vec::new() })),
        view(
            "months.html",
            Content::Months(MonthsView {
                years: vec![YearView { year: 2026, href: "#main".to_owned(), months }],
                elsewhere: Vec::new(),
            }),
        ),
        view("month.html", Content::Month(Box::new(month()))),
        view(
            "module.html",
            Content::Module(ModuleView {
                summary: "新手从这里读起。".to_owned(), groups: vec![group()], elsewhere: Vec::new()
            }),
        ),
        view("wall.html", Content::Wall(wall)),
        view(
            "faqs.html",
            Content::Faqs(FaqsView {
                questions: vec![question, waiting],
                pager: Some(pager()),
                n_total: 2,
                elsewhere: Vec::new(),
            }),
        ),
        view("columns.html", Content::Columns(ColumnsView { columns: vec![column()], elsewhere: Vec::new() })),
        view("column.html", Content::Column(Box::new(column_page))),
        view("honours.html", Content::Honours(honours)),
        view("disclosure.html", Content::Disclosure(Box::new(disclosure()))),
        view("about.html", Content::About(about())),
        view("privacy.html", Content::Privacy(Box::new(privacy()))),
        view("redirect.html", Content::Redirect { href: "../b/index.html".to_owned() }),
        view("404.html", Content::NotFound { sections: vec![section("activities")] }),
    ]
}

pub(super) fn empty() -> Vec<PageView> {
    let elsewhere = vec![section("activities")];
    let no_activity = ActivityView {
        also: Vec::new(),
        start: day(2026, 3, 15),
        end: None,
        ends_same_day: false,
        mode: "online",
        status: "planned",
        place: None,
        purpose: None,
        agenda: Vec::new(),
        host: None,
        expected: None,
        present: None,
        pair: None,
        pair_mode: None,
        meeting_url: None,
        feedback_n: None,
        feedback_mean: None,
        feedback_max: None,
        improvement: None,
        album: Vec::new(),
        for_period: None,
    };
    let no_resource = ResourceView {
        topic: link("理论学习"),
        minutes: None,
        level: None,
        audience: Vec::new(),
        source_url: None,
        licence: None,
        issuer: None,
        doc_number: None,
        issued_on: None,
        status: None,
        replaced_by: None,
        media: None,
        plays: None,
        poster: None,
        captions: None,
        transcript: None,
        paths: Vec::new(),
    };
    let no_model = RoleModelView { term: None, quote: None, honours: Vec::new(), evidence: Vec::new(), ..role_model_view() };
    let no_notice = NoticeView { posted_on: None, outcome: None, objects: Vec::new(), ..notice_view(false) };
    let no_branch = BranchView {
        type_label: None,
        founded_on: None,
        term_end: None,
        parent: None,
        secretary: None,
        brand: None,
        groups: Vec::new(),
        charts: Vec::new(),
        figures: None,
        honours: Vec::new(),
        duties: None,
    };
    let no_home = HomeView {
        keys: Vec::new(),
        charts: Vec::new(),
        overview: String::new(),
        month: None,
        activities: Vec::new(),
        notices: Vec::new(),
        role_models: Vec::new(),
        news: Vec::new(),
        topics: Vec::new(),
        columns: Vec::new(),
        branches: Vec::new(),
        channels: Vec::new(),
        modules: Vec::new(),
    };
    let no_list =
        ListView { kind: "news", n_total: 0, filters: Vec::new(), cards: Vec::new(), pager: None, elsewhere: elsewhere.clone() };
    let no_disclosure = DisclosureView {
        channels: Vec::new(),
        opinions: Vec::new(),
        budgets: Vec::new(),
        partners: Vec::new(),
        outcomes: Vec::new(),
        notices: Vec::new(),
        elsewhere: elsewhere.clone(),
    };
    let no_month = MonthView {
        title: String::new(),
        summary: String::new(),
        focus: Vec::new(),
        timeline: Vec::new(),
        groups: Vec::new(),
        keys: Vec::new(),
        charts: Vec::new(),
        previous: None,
        next: None,
        elsewhere: elsewhere.clone(),
        ..month()
    };
    vec![
        bare_view("article.html", bare("pages", DetailView::None {})),
        bare_view("home.html", Content::Home(Box::new(no_home))),
        bare_view("activity.html", bare("activities", DetailView::Activity(Box::new(no_activity)))),
        bare_view("role-model.html", bare("role-models", DetailView::RoleModel(Box::new(no_model)))),
        bare_view("resource.html", bare("resources", DetailView::Resource(Box::new(no_resource)))),
        bare_view("path.html", bare("paths", DetailView::Path(PathView { minutes: 0, audience: Vec::new(), items: Vec::new() }))),
        bare_view("quiz.html", bare("quizzes", DetailView::Quiz(QuizView { questions: Vec::new() }))),
        bare_view("notice.html", bare("notices", DetailView::Notice(Box::new(no_notice)))),
        bare_view("branch.html", bare("branches", DetailView::Branch(Box::new(no_branch)))),
        bare_view(
            "faq.html",
            bare("faq", DetailView::Faq(FaqView { answer: None, asked_on: day(2026, 1, 5), answered_on: None, n_days: None })),
        ),
        bare_view("list.html", Content::List(no_list.clone())),
        bare_view("terms.html", Content::Terms(TermsView { kind: "tags", terms: Vec::new(), elsewhere: elsewhere.clone() })),
        bare_view("months.html", Content::Months(MonthsView { years: Vec::new(), elsewhere: elsewhere.clone() })),
        bare_view("month.html", Content::Month(Box::new(no_month))),
        bare_view(
            "module.html",
            Content::Module(ModuleView { summary: String::new(), groups: Vec::new(), elsewhere: elsewhere.clone() }),
        ),
        bare_view("wall.html", Content::Wall(WallView { groups: Vec::new(), elsewhere: elsewhere.clone() })),
        bare_view(
            "faqs.html",
            Content::Faqs(FaqsView { questions: Vec::new(), pager: None, n_total: 0, elsewhere: elsewhere.clone() }),
        ),
        bare_view("columns.html", Content::Columns(ColumnsView { columns: Vec::new(), elsewhere: elsewhere.clone() })),
        bare_view(
            "column.html",
            Content::Column(Box::new(ColumnPageView {
                summary: String::new(),
                cadence_days: None,
                due: None,
                rota: Vec::new(),
                list: no_list,
            })),
        ),
        bare_view("honours.html", Content::Honours(HonoursView { levels: Vec::new(), n_total: 0, elsewhere: elsewhere.clone() })),
        bare_view("disclosure.html", Content::Disclosure(Box::new(no_disclosure))),
        bare_view(
            "about.html",
            Content::About(AboutView { toc: Vec::new(), pages: Vec::new(), version: "0.1.0", sections: Vec::new() }),
        ),
        bare_view("404.html", Content::NotFound { sections: Vec::new() }),
    ]
}
