//! What pages of each kind show of their own, for the pages of `sample`.

use super::sample::{activities, at, channel, column, day, file, group, honour, image, link, notices, people};
use crate::plan::*;

pub(super) fn activity_view() -> ActivityView {
    ActivityView {
        also: vec!["志愿服务".to_owned()],
        start: at("08:30"),
        end: Some(at("11:30")),
        ends_same_day: true,
        mode: "onsite",
        status: "held",
        place: Some("学生公寓三号楼".to_owned()),
        purpose: Some("把雷锋精神拆成一件件能签收的小事。".to_owned()),
        agenda: vec!["登记".to_owned(), "维修".to_owned(), "回访".to_owned()],
        host: Some("支部书记".to_owned()),
        expected: Some(22),
        present: Some(21),
        pair: Some(link("学雷锋线上微党课")),
        pair_mode: Some("online"),
        meeting_url: Some("https://meeting.example.edu.cn/1".to_owned()),
        feedback_n: Some(18),
        feedback_mean: Some("4.6".to_owned()),
        feedback_max: Some(5),
        improvement: Some("下次增加小家电配件。".to_owned()),
        album: vec![image(), image(), image()],
        for_period: Some("2026-03".to_owned()),
    }
}

pub(super) fn role_model_view() -> RoleModelView {
    RoleModelView {
        name: "李教学".to_owned(),
        initial: "李".to_owned(),
        term: Some("2024年至今".to_owned()),
        quote: Some("教案公开，才知道哪里讲不清。".to_owned()),
        portrait: None,
        honours: vec![honour("a")],
        evidence: vec![link("教学质量评价汇总"), LinkView { href: String::new(), ..link("纸质材料存档") }],
    }
}

pub(super) fn resource_view() -> ResourceView {
    ResourceView {
        topic: link("党章党规"),
        minutes: Some(20),
        level: Some("入门".to_owned()),
        audience: vec![link("全体党员")],
        source_url: Some("https://www.12371.cn/".to_owned()),
        licence: Some("仅供校内学习".to_owned()),
        issuer: Some("中共示例职业技术大学委员会".to_owned()),
        doc_number: Some("示例委〔2025〕3号".to_owned()),
        issued_on: Some(day(2025, 3, 1)),
        status: Some("replaced"),
        replaced_by: Some(link("发展党员工作细则（2026）")),
        media: Some(FileView { format: "MP4".to_owned(), ..file() }),
        plays: Some("video"),
        poster: Some(image()),
        captions: Some("a.vtt".to_owned()),
        transcript: Some(file()),
        paths: vec![link("新党员三步走")],
    }
}

pub(super) fn quiz_view() -> QuizView {
    let option = |letter: &str, text: &str, is_right| OptionView { letter: letter.to_owned(), text: text.to_owned(), is_right };
    let choice = QuestionView {
        number: 1,
        stem: "三会一课中的“三会”包括哪些？".to_owned(),
        kind: "multiple",
        options: vec![option("A", "支部党员大会", true), option("B", "民主生活会", false), option("C", "党小组会", true)],
        answer: "AC".to_owned(),
        explanation: Some("三会是支部党员大会、支部委员会会议、党小组会。".to_owned()),
        source: Some("支部工作条例".to_owned()),
    };
    let truth = QuestionView {
        number: 2,
        kind: "true_false",
        options: vec![option("true", "", true), option("false", "", false)],
        answer: "true".to_owned(),
        explanation: None,
        source: None,
        ..choice.clone()
    };
    let single = QuestionView { number: 3, kind: "single", answer: "A".to_owned(), ..choice.clone() };
    QuizView { questions: vec![choice, truth, single] }
}

pub(super) fn notice_view(is_public_notice: bool) -> NoticeView {
    NoticeView {
        is_public_notice,
        matter: "先锋示范岗拟命名".to_owned(),
        objects: vec!["数控实训一组".to_owned(), "工程训练中心服务台".to_owned()],
        names: "full",
        names_until: Some("2026-04-03T16:00:00Z".to_owned()),
        withdrawn_on: None,
        withdrawn_reason: None,
        clock: Some(ClockView { day: 3, of: 5 }),
        closes_on: Some(day(2026, 4, 3)),
        period_days: 5,
        posted_on: Some(day(2026, 3, 27)),
        accepting_unit: "学院党总支".to_owned(),
        channel: "意见箱或来信".to_owned(),
        basis: "先锋示范岗评选办法".to_owned(),
        outcome: Some("公示期内未收到异议。".to_owned()),
    }
}

pub(super) fn branch_view() -> BranchView {
    BranchView {
        type_label: Some("教工党支部".to_owned()),
        founded_on: Some(day(2012, 9, 1)),
        term_end: Some(day(2027, 9, 1)),
        parent: Some(link("学院党总支")),
        secretary: Some("专业主任".to_owned()),
        brand: Some(BrandView {
            name: "机床旁的党课".to_owned(),
            slogan: Some("课上讲一遍，床旁做一遍".to_owned()),
            goals: vec!["每月一课".to_owned(), "每课有签收".to_owned()],
            years: Some("2023年起".to_owned()),
        }),
        groups: vec![group()],
        charts: Vec::new(),
        figures: Some(super::figures::table()),
        honours: vec![honour("b")],
        duties: Some(super::duties::branch_duties()),
    }
}

pub(super) fn home() -> HomeView {
    HomeView {
        keys: super::figures::keys(),
        charts: Vec::new(),
        overview: "#main".to_owned(),
        month: Some(MonthTeaser {
            year: 2026,
            month: 3,
            title: "学雷锋 树新风".to_owned(),
            summary: "义务维修、植树、无偿辅导：把雷锋精神拆成一件件能签收的小事。".to_owned(),
            focus: vec!["学雷锋志愿服务".to_owned(), "植树主题党日".to_owned()],
            href: "#main".to_owned(),
            timeline: activities(),
        }),
        activities: activities(),
        notices: notices(),
        role_models: people(),
        news: notices(),
        topics: vec![group(), group(), Group { href: String::new(), ..group() }],
        columns: vec![column(), ColumnView { newest: None, turn: None, ..column() }],
        branches: vec![link("数控技术教工党支部"), link("智能制造学生党支部")],
        channels: vec![channel(""), channel("https://www.example.edu.cn/box")],
        modules: vec![link("党建基础知识"), link("动态追踪")],
    }
}

pub(super) fn disclosure() -> DisclosureView {
    let line =
        BudgetLine { item: "学习用书".to_owned(), planned: "3000".to_owned(), used: String::new(), note: "元".to_owned() };
    DisclosureView {
        channels: vec![channel("https://www.example.edu.cn/box")],
        opinions: vec![OpinionView {
            topic: "实训安全".to_owned(),
            received_on: Some(day(2026, 3, 2)),
            answered_on: Some(day(2026, 3, 4)),
            n_days: Some(2),
            answer: "已加装护罩。".to_owned(),
        }],
        budgets: vec![BudgetYear {
            year: "2026".to_owned(),
            lines: vec![line.clone(), BudgetLine { used: "2100".to_owned(), ..line }],
        }],
        partners: vec![PartnerView { name: "示例机床厂".to_owned(), kind: "企业".to_owned(), since: "2023".to_owned() }],
        outcomes: vec![OutcomeView {
            kind: "论文".to_owned(),
            title: "床旁党课的设计".to_owned(),
            date: Some(day(2025, 12, 1)),
            branch: "数控技术教工党支部".to_owned(),
            href: String::new(),
            is_external: false,
        }],
        notices: notices(),
        elsewhere: Vec::new(),
    }
}

pub(super) fn about() -> AboutView {
    AboutView {
        toc: vec![TocItem { depth: 1, title: "谁在维护".to_owned(), id: "main".to_owned() }],
        pages: vec![link("我们不做什么")],
        version: "0.1.0",
        sections: vec![
            SectionCount { word: "activities", href: "#main".to_owned(), n: 20, newest: Some(day(2026, 3, 5)) },
            SectionCount { word: "news", href: "#main".to_owned(), n: 0, newest: None },
        ],
    }
}

pub(super) fn privacy() -> PrivacyView {
    PrivacyView {
        k: 5,
        naming: vec![NamingLine { place: "boards", level: "masked" }],
        tables: vec![PrivacyTable { label: "党员名册".to_owned(), openness: "persons" }],
        shown_anyway: vec![ShownAnyway { title: "党员人数".to_owned(), reason: "组织情况公开".to_owned() }],
        contacts: vec![ContactView {
            value: "010-00000000".to_owned(),
            note: "党总支办公室".to_owned(),
            by: "党总支书记".to_owned(),
            on: day(2026, 1, 5),
        }],
        channels: Vec::new(),
        asking: vec![link("反馈渠道")],
    }
}

pub(super) fn month() -> MonthView {
    MonthView {
        year: 2026,
        month: 3,
        title: "学雷锋 树新风".to_owned(),
        summary: "义务维修、植树、无偿辅导。".to_owned(),
        focus: vec!["学雷锋志愿服务".to_owned()],
        timeline: activities(),
        groups: vec![Group { cards: notices(), ..group() }],
        keys: super::figures::keys(),
        charts: Vec::new(),
        previous: Some(link("2026年2月")),
        next: Some(link("2026年4月")),
        elsewhere: Vec::new(),
    }
}

pub(super) fn turn(month: i8, state: &'static str) -> TurnView {
    TurnView { year: 2026, month, branch: "数控技术教工党支部".to_owned(), state }
}
