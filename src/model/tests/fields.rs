//! Fields of one file: their types, what is missing, what nobody knows.

use super::*;
use crate::model::{ActivityStatus, Detail, Mode, Notice, QuestionKind};

#[test]
fn a_plain_activity_is_understood() {
    let model = check_one("activities", ACTIVITY, &[]);
    let entry = &model.entries[0];
    assert_eq!((&*entry.id, &*entry.address, entry.branches.len()), ("a", "activities/a", 1));
    let Detail::Activity(activity) = &entry.detail else { panic!("it is an activity") };
    assert_eq!(activity.kind, "theme_day");
    assert_eq!(activity.start.to_string(), "2026-03-10T14:30:00");
    assert_eq!((activity.mode, activity.status, activity.has_time), (Mode::Onsite, ActivityStatus::Held, true));
}

#[test]
fn an_unknown_field_is_reported_with_the_nearest() {
    let text = news("sumary = \"x\"", "");
    check(&[("content/news/a.md", &text)], &["M101 content/news/a.md:4 sumary"]);
    assert!(help(&[("content/news/a.md", &text)]).contains("summary"));
}

#[test]
fn a_chinese_field_name_leads_to_the_english_one() {
    let text = "+++\n\"标题\" = \"x\"\ndate = 2026-03-01\n+++\n";
    // The author did give a title: that it is missing would be said twice.
    check(&[("content/news/a.md", text)], &["M101 content/news/a.md:2 \"标题\""]);
    let text = news("\"支部\" = \"x\"", "");
    assert!(help(&[("content/news/a.md", &text)]).contains("`branches`"));
}

#[test]
fn all_missing_fields_of_a_file_are_one_finding() {
    let files = [("content/activities/a.md", "+++\ntitle = \"主题党日\"\n+++\n")];
    check(&files, &["M102 content/activities/a.md:2 title"]);
    let (_, outcome) = build_with(&files, &Options::default());
    let message = outcome.found[0].message().zh;
    for key in ["date", "kind", "branches", "start", "mode"] {
        assert!(message.contains(&format!("`{key}`")), "{message}");
    }
}

#[test]
fn empty_front_matter_misses_its_fields_too() {
    check(&[("content/news/a.md", "+++\n+++\n正文")], &["M102 content/news/a.md:2 "]);
    check(&[("content/news/a.md", "+++\ntitle = \"\"\ndate = 2026-03-01\n+++\n")], &["M102 content/news/a.md:2 title"]);
}

#[test]
fn dates_that_are_none_are_told_apart() {
    for (written, code) in [("三月", "M104"), ("2026-13-40", "M105"), ("2026年9月", "M106"), ("26.9.3", "M104")] {
        let text = format!("+++\ntitle = \"x\"\ndate = \"{written}\"\n+++\n");
        check(&[("content/news/a.md", &text)], &[&format!("{code} content/news/a.md:3 \"{written}\"")]);
    }
}

#[test]
fn dates_of_all_forms_are_accepted() {
    for written in ["2026-03-01", "\"2026/3/1\"", "\"2026.3.1\"", "\"2026年3月1日\"", "20260301", "2026-03-01T08:00:00"] {
        let text = format!("+++\ntitle = \"x\"\ndate = {written}\n+++\n");
        assert_eq!(good(&[("content/news/a.md", &text)]).entries[0].date, Some(date(2026, 3, 1)), "{written}");
    }
}

#[test]
fn times_may_be_written_in_many_ways() {
    for written in
        ["2026-03-10T14:30:00", "\"14:30\"", "\"14：30\"", "14:30:00", "\"2026年3月10日 14:30\"", "\"2026/3/10 14:30\""]
    {
        let front = ACTIVITY.replace("\"2026-03-10T14:30\"", written);
        let model = check_one("activities", &front, &[]);
        let Detail::Activity(activity) = &model.entries[0].detail else { panic!("it is an activity") };
        assert_eq!(activity.start.to_string(), "2026-03-10T14:30:00", "{written}");
    }
    let front = ACTIVITY.replace("\"2026-03-10T14:30\"", "2026-03-10");
    let model = check_one("activities", &front, &[]);
    let Detail::Activity(activity) = &model.entries[0].detail else { panic!("it is an activity") };
    assert!(!activity.has_time);
}

#[test]
fn values_of_the_wrong_type_are_reported() {
    for (line, expected) in [
        ("owner = 3", "M103 content/activities/a.md:8 3"),
        ("start2 = 3", "M101 content/activities/a.md:8 start2"),
        ("draft = \"否\"", "M108 content/activities/a.md:8 \"否\""),
        ("present = \"22人\"", "M109 content/activities/a.md:8 \"22人\""),
        ("present = -1", "M111 content/activities/a.md:8 -1"),
        ("feedback = { n = 3, mean = \"好\" }", "M110 content/activities/a.md:8 \"好\""),
        ("feedback = { n = 3, mean = 6 }", "M111 content/activities/a.md:8 6"),
        ("feedback = 4.5", "M113 content/activities/a.md:8 4.5"),
        ("feedback = { n = 3 }", "M102 content/activities/a.md:8 { n = 3 }"),
        ("tags = 3", "M112 content/activities/a.md:8 3"),
        ("tags = [3]", "M103 content/activities/a.md:8 3"),
        ("attachments = [\"a.pdf\"]", "M125 content/activities/a.md:8 \"a.pdf\""),
        ("end = \"下午\"", "M107 content/activities/a.md:8 \"下午\""),
        ("end = true", "M107 content/activities/a.md:8 true"),
        ("end = \"2026-03-10 25:00\"", "M107 content/activities/a.md:8 \"2026-03-10 25:00\""),
        ("end = \"13:30\"", "M119 content/activities/a.md:8 \"13:30\""),
        ("for_period = \"三月\"", "M116 content/activities/a.md:8 \"三月\""),
        ("also_counts_as = [\"party_leson\"]", "M114 content/activities/a.md:8 \"party_leson\""),
        ("status = \"planned\"", "M120? content/activities/a.md:8 \"planned\""),
        ("pair = \"a\"", "M417 content/activities/a.md:8 \"a\""),
    ] {
        check_one("activities", &format!("{ACTIVITY}\n{line}"), &[expected]);
    }
}

#[test]
fn a_single_text_is_a_list_of_one() {
    assert_eq!(check_one("activities", &format!("{ACTIVITY}\ntags = \"党日\""), &[]).entries[0].tags, ["党日"]);
}

#[test]
fn words_may_be_written_as_labels() {
    let front = ACTIVITY.replace("theme_day", "主题党日").replace("onsite", "线下");
    let model = check_one("activities", &front, &[]);
    let Detail::Activity(activity) = &model.entries[0].detail else { panic!("it is an activity") };
    assert_eq!((activity.kind.as_str(), activity.mode), ("theme_day", Mode::Onsite));
}

#[test]
fn what_is_to_come_is_planned_and_shows_where_to_join() {
    let front = ACTIVITY.replace("2026-03-10T14:30", "2026-03-20T14:30");
    let url = "meeting_url = \"https://meeting.example.edu.cn/1\"";
    let model = check_one("activities", &format!("{front}\n{url}"), &[]);
    let Detail::Activity(activity) = &model.entries[0].detail else { panic!("it is an activity") };
    assert_eq!(activity.status, ActivityStatus::Planned);
    assert!(activity.meeting_url.is_some());
    let model = check_one("activities", &format!("{ACTIVITY}\n{url}"), &[]);
    let Detail::Activity(activity) = &model.entries[0].detail else { panic!("it is an activity") };
    assert_eq!(activity.meeting_url, None);
    check_one("activities", &format!("{front}\nstatus = \"held\""), &["M121? content/activities/a.md:8 \"held\""]);
}

#[test]
fn periods_are_normalised() {
    for (written, normal) in [("2026年3月", "2026-03"), ("2026-q1", "2026-Q1"), ("2026", "2026"), ("2026-H2", "2026-H2")] {
        let model = check_one("activities", &format!("{ACTIVITY}\nfor_period = \"{written}\""), &[]);
        let Detail::Activity(activity) = &model.entries[0].detail else { panic!("it is an activity") };
        assert_eq!(activity.for_period.as_deref(), Some(normal));
    }
}

#[test]
fn answers_must_fit_their_questions() {
    let quiz = |question: &str| format!("title = \"x\"\ndate = 2026-03-01\n[[questions]]\nstem = \"问\"\n{question}");
    for (question, expected) in [
        ("options = [\"甲\", \"乙\"]\nanswer = \"C\"", &["M117 content/quizzes/a.md:7 \"C\""][..]),
        ("options = [\"甲\", \"乙\"]\nanswer = \"AA\"", &["M117 content/quizzes/a.md:7 \"AA\""]),
        ("kind = \"single\"\noptions = [\"甲\", \"乙\"]\nanswer = \"AB\"", &["M117 content/quizzes/a.md:8 \"AB\""]),
        ("kind = \"multiple\"\noptions = [\"甲\", \"乙\"]\nanswer = \"A\"", &["M117 content/quizzes/a.md:8 \"A\""]),
        ("options = [\"甲\"]\nanswer = \"A\"", &["M118 content/quizzes/a.md:6 [\"甲\"]"]),
        ("options = [\"甲\", \"乙\"]", &["M102 content/quizzes/a.md:4 [[questions]]"]),
        ("kind = \"true_false\"\nanswer = \"A\"", &["M117 content/quizzes/a.md:7 \"A\""]),
        ("kind = \"essay\"\nanswer = true", &["M114 content/quizzes/a.md:6 \"essay\""]),
        ("options = [\"甲\", \"乙\"]\nanswer = \"b\"\nanswr = 1", &["M101 content/quizzes/a.md:8 answr"]),
    ] {
        check_one("quizzes", &quiz(question), expected);
    }
    for (question, kind, answer) in [
        ("answer = false", QuestionKind::TrueFalse, vec![1]),
        ("answer = \"对\"", QuestionKind::TrueFalse, vec![0]),
        ("options = [\"甲\", \"乙\", \"丙\"]\nanswer = \"Ｃ、a\"", QuestionKind::Multiple, vec![0, 2]),
        ("options = [\"甲\", \"乙\"]\nanswer = [\"B\"]", QuestionKind::Single, vec![1]),
    ] {
        let model = check_one("quizzes", &quiz(question), &[]);
        let Detail::Quiz(quiz) = &model.entries[0].detail else { panic!("it is a quiz") };
        assert_eq!((quiz.questions[0].kind, &quiz.questions[0].answer), (kind, &answer), "{question}");
    }
}

#[test]
fn a_public_notice_has_all_its_parts() {
    let front = "title = \"公示\"\ndate = 2026-03-02\nkind = \"public_notice\"\n";
    check_one("notices", front, &["M102 content/notices/a.md:2 title"]);
    let parts = "matter = \"事项\"\nposted_on = 2026-03-02\nperiod_days = 5\naccepting_unit = \"总支\"\nchannel = \"电话\"\nbasis = \"细则\"";
    let text = format!("+++\n{front}{parts}\n+++\n");
    let holidays = ("data/holidays.csv", "date,kind\n2026-01-01,off\n");
    let model = check(&[("content/notices/a.md", &text), holidays], &[]);
    let Detail::Notice(notice) = &model.entries[0].detail else { panic!("it is a notice") };
    // Monday is the day of posting and does not count; the fifth working day behind it is the next Monday.
    let last = jiff::civil::date(2026, 3, 9);
    assert!(matches!(&**notice, Notice::PublicNotice(notice) if notice.days.len() == 5 && notice.days.last() == Some(&last)));
    let zero = parts.replace("= 5", "= 0");
    check_one("notices", &format!("{front}{zero}"), &["M111 content/notices/a.md:7 0"]);
    check_one("notices", "title = \"x\"\ndate = 2026-03-02\nkind = \"通知公告\"", &[]);
    check_one(
        "notices",
        "title = \"x\"\ndate = 2026-03-02\nkind = \"announcement\"\nmatter = \"事项\"",
        &["M101 content/notices/a.md:5 matter"],
    );
    check_one(
        "notices",
        "title = \"x\"\ndate = 2026-03-02\nkind = \"gonggao\"\nmatter = \"x\"",
        &["M114 content/notices/a.md:4 \"gonggao\""],
    );
}

#[test]
fn a_question_lends_its_title_and_its_date() {
    let model = check_one("faq", "question = \"怎么转？\"\nasked_on = 2026-03-01\nanswered_on = 2026-03-03", &[]);
    assert_eq!((model.entries[0].title.as_str(), model.entries[0].date), ("怎么转？", Some(date(2026, 3, 3))));
    let model = check_one("faq", "question = \"怎么转？\"\nasked_on = 2026-03-01", &[]);
    assert_eq!(model.entries[0].date, Some(date(2026, 3, 1)));
    check_one(
        "faq",
        "question = \"怎么转？\"\nasked_on = 2026-03-01\nanswered_on = 2026-02-01",
        &["M124 content/faq/a.md:4 2026-02-01"],
    );
    check_one("faq", "question = \"怎么转？\"\nasked_on = \"昨天\"", &["M104 content/faq/a.md:3 \"昨天\""]);
    check_one("faq", "title = \"x\"", &["M102 content/faq/a.md:2 title"]);
}

#[test]
fn a_branch_takes_its_title_from_the_register() {
    let model = good(&[("content/branches/shukong.md", "+++\nsecretary = \"党支部书记\"\n[brand]\nname = \"先锋\"\n+++\n")]);
    assert_eq!(model.entries[0].title, "数控教工党支部");
    check(&[("content/branches/shukng.md", "+++\ntitle = \"x\"\n+++\n")], &["M421 content/branches/shukng.md"]);
    check(
        &[("content/branches/shukong.md", "+++\n[brand]\nslogan = \"x\"\n+++\n")],
        &["M102 content/branches/shukong.md:2 [brand]"],
    );
}

#[test]
fn review_steps_and_review_dates_are_read() {
    let review = "[review]\nfirst = \"宣传委员\"\nfirst_on = 2026-03-01\nfinal = \"书记\"";
    let model = check_one("news", &format!("title = \"x\"\ndate = 2026-03-01\n{review}"), &[]);
    assert_eq!(model.entries[0].review.len(), 2);
    check_one(
        "news",
        "title = \"x\"\ndate = 2026-03-01\n[review]\nfinal_on = 2026-03-01",
        &["M102 content/news/a.md:4 [review]"],
    );
    check_one("news", "title = \"x\"\ndate = 2026-03-01\nreview_by = 2026-03-14", &["M419? content/news/a.md:4 2026-03-14"]);
    check_one("news", "title = \"x\"\ndate = 2026-03-01\nreview_by = 2026-03-15", &[]);
}
