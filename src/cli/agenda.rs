//! The command `agenda`: what comes by itself and what is due, for people, programs and calendars.
//!
//! It ends 1 when a build is due, so that a scheduler can say `yuandi agenda || yuandi build`.

use std::io::Write;
use std::path::Path;

use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::{Value, json};

use crate::build::{self, Memo, Options};
use crate::diag::{Diagnostic, Place, Severity, codes};
use crate::media::Cache;
use crate::metrics::corrections::corrections;
use crate::model::date::parse_date;
use crate::output;
use crate::plan::{AgendaItem, AgendaKind, EventTime, EventView, FeedView, Needs, Window};
use crate::render;
use crate::report::{self, Ending, Run};
use crate::source::Sources;

use super::args::{AgendaArgs, Args, Format};
use super::build::tell_one;
use super::language::Say;
use super::{exit, site};

/// What there is to tell.
struct Told {
    sources: Sources,
    found: Vec<Diagnostic>,
    window: Window,
    items: Vec<AgendaItem>,
    site_title: String,
}

impl Told {
    /// Whether it is to be done today, or was before.
    fn is_due(&self, item: &AgendaItem) -> bool {
        item.date <= self.sources.as_of()
    }

    fn n_due(&self, needs: Needs) -> usize {
        self.items.iter().filter(|item| item.kind.needs() == needs && self.is_due(item)).count()
    }
}

/// Runs the command.
pub(super) fn run(options: &AgendaArgs, args: &Args, say: Say) -> u8 {
    match build::with_threads(args.jobs, || look(options, args)) {
        Ok(told) => tell(options, args, say, &told),
        Err(diagnostic) => tell_one(args, say, &diagnostic, exit::USAGE),
    }
}

fn look(options: &AgendaArgs, args: &Args) -> Result<Told, Diagnostic> {
    let root = site::root(args)?;
    let as_of = site::as_of(args)?;
    let mut found = Vec::new();
    let snapshot = build::snapshot(&root, as_of).map_err(|fault| fault.into_diagnostic(&root))?;
    let sources = snapshot.into_value(&mut found);
    let until = sources.as_of().saturating_add(i64::from(options.days).days());
    let window = Window { since: since(options, args, &root, &sources)?, until };
    let cache = if args.no_cache { Cache::none() } else { Cache::read_only(&site::cache_dir(&root)) };
    let mut memo = Memo::for_one_build(cache);
    let model_options = Options { model: site::model_options(args), ..Options::default() };
    let (model, items) = build::agenda(&sources, &model_options, &mut memo, window).into_value(&mut found);
    Ok(Told { sources, found, window, items, site_title: model.site.title.clone() })
}

/// "Today" of the last build.
///
/// - Codes: C002 not a date.
fn since(options: &AgendaArgs, args: &Args, root: &Path, sources: &Sources) -> Result<Date, Diagnostic> {
    if let Some(written) = &options.since {
        return parse_date(written).map_err(|_| codes::bad_as_of.at(Place::Project).with("value", written));
    }
    let built = output::built_on(&site::out(args, root));
    let published = corrections(sources).value.as_of.parse::<Date>().ok();
    let yesterday = sources.as_of().yesterday().unwrap_or(Date::MIN);
    // A site that was built but not published is still an old one to its readers.
    Ok([built, published].into_iter().flatten().min().unwrap_or(yesterday))
}

fn tell(options: &AgendaArgs, args: &Args, say: Say, told: &Told) -> u8 {
    if told.found.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        let summary = report::Summary::of(&told.found);
        let run =
            Run { sources: &told.sources, found: &told.found, summary, ending: Ending::Checked, held_back: None, gate: None };
        let _ = report::write(&mut std::io::stderr().lock(), &run, site::manner(args, say));
        return exit::CONTENT;
    }
    let is_due = told.n_due(Needs::Build) > 0;
    if options.ics {
        let _ = std::io::stdout().lock().write_all(&calendar(say, told));
    } else if args.format == Format::Json {
        tell_program(told);
    } else if is_due || !args.quiet {
        tell_person(args, say, told);
    }
    if is_due { exit::CONTENT } else { exit::DONE }
}

fn path_of<'t>(told: &'t Told, item: &AgendaItem) -> Option<&'t str> {
    item.file.map(|file| &*told.sources.file(file).path)
}

fn needs_name(needs: Needs) -> &'static str {
    match needs {
        Needs::Build => "build",
        Needs::Person => "person",
    }
}

fn tell_program(told: &Told) {
    for item in &told.items {
        let needs = needs_name(item.kind.needs());
        let file = path_of(told, item).map_or(Value::Null, Value::from);
        println!(
            "{}",
            json!({"date": item.date.to_string(), "kind": item.kind.name(), "needs": needs, "is_due": told.is_due(item), "what": item.title, "id": &*item.id, "file": file})
        );
    }
    let (build, person) = (told.n_due(Needs::Build), told.n_due(Needs::Person));
    let Window { since, until } = told.window;
    let as_of = told.sources.as_of().to_string();
    println!(
        "{}",
        json!({"summary": {"as_of": as_of, "since": since.to_string(), "until": until.to_string(), "items": told.items.len(), "due": {"build": build, "person": person}}})
    );
}

fn tell_person(args: &Args, say: Say, told: &Told) {
    let (mut due, mut ahead) = (Vec::new(), Vec::new());
    for item in &told.items {
        if told.is_due(item) { due.push(item) } else { ahead.push(item) }
    }
    let is_short = args.format == Format::Short;
    for (items, title) in [(due, say.choose("现在该办", "due now")), (ahead, say.choose("往后", "ahead"))] {
        if items.is_empty() {
            continue;
        }
        if !is_short {
            println!("{title}{}", say.choose("：", ":"));
        }
        for item in items {
            println!("{}{}", if is_short { "" } else { "  " }, line(say, told, item));
        }
    }
    println!("{}", last_line(say, told));
}

fn line(say: Say, told: &Told, item: &AgendaItem) -> String {
    let path = path_of(told, item).unwrap_or_default();
    format!("{}  {}  {path}", item.date, sentence(say, item)).trim_end().to_owned()
}

fn last_line(say: Say, told: &Told) -> String {
    let (build, person) = (told.n_due(Needs::Build), told.n_due(Needs::Person));
    let Window { since, until } = told.window;
    let today = told.sources.as_of();
    let zh = match build {
        0 => format!("今天（{today}）不需要重新生成；看到 {until} 为止"),
        n => format!("网站停在 {since}，有 {n} 处到期，请重新生成（yuandi build）"),
    };
    let en = match build {
        0 => format!("no build is due today ({today}); looked ahead to {until}"),
        n => format!("the site is that of {since}, and {n} of it changed since: build it again (yuandi build)"),
    };
    let more = match person {
        0 => String::new(),
        n => say.choose(&format!("；另有 {n} 件事等人办"), &format!("; {n} more wait for somebody")).to_owned(),
    };
    format!("{}{more}", say.choose(&zh, &en))
}

/// What comes, and to what.
fn sentence(say: Say, item: &AgendaItem) -> String {
    let (words, shown) = (words(say, item.kind), shown(say, item));
    if shown.is_empty() { words.to_owned() } else { format!("{words}{}{shown}", say.choose("：", ": ")) }
}

/// What something is called; sections have no name but in the theme.
fn shown(say: Say, item: &AgendaItem) -> &str {
    match (&*item.id, item.kind) {
        ("section/activities", AgendaKind::Renew) => say.choose("活动", "activities"),
        ("section/role-models", AgendaKind::Renew) => say.choose("先锋模范", "role models"),
        ("section/resources", AgendaKind::Renew) => say.choose("学习资源", "resources"),
        ("section/paths", AgendaKind::Renew) => say.choose("学习路径", "paths"),
        ("section/quizzes", AgendaKind::Renew) => say.choose("自测", "quizzes"),
        ("section/notices", AgendaKind::Renew) => say.choose("通知公示", "notices"),
        ("section/news", AgendaKind::Renew) => say.choose("动态", "news"),
        ("section/columns", AgendaKind::Renew) => say.choose("专栏", "columns"),
        ("section/faq", AgendaKind::Renew) => say.choose("问答", "questions"),
        _ => &item.title,
    }
}

fn words(say: Say, kind: AgendaKind) -> &'static str {
    let (zh, en) = match kind {
        AgendaKind::NamesGo => ("公示期满，姓名撤下", "notice closes, its names go"),
        AgendaKind::NoticeCloses => ("公示期满", "notice closes"),
        AgendaKind::NoticeWithdrawn => ("公示撤回，姓名撤下", "notice is withdrawn, its names go"),
        AgendaKind::ConsentEnds => ("授权结束，姓名和照片撤下", "consent ends, name and photo go"),
        AgendaKind::Expires => ("到期撤下", "expires"),
        AgendaKind::MeetingOver => ("会议链接撤下", "meeting link goes"),
        AgendaKind::ActivityHeld => ("活动当天，转为已开展", "activity counts as held"),
        AgendaKind::Publishes => ("定时发布", "is published"),
        AgendaKind::ConsentBegins => ("授权生效", "consent begins"),
        AgendaKind::GreyBegins => ("页面转为素色", "pages turn grey"),
        AgendaKind::GreyEnds => ("页面恢复彩色", "pages turn coloured again"),
        AgendaKind::Review => ("请在这天以前复核", "to be reviewed by this day"),
        AgendaKind::Duty => ("本期应办，截止", "duty of this period, last day"),
        AgendaKind::Renew => ("请在这天以前更新", "to be renewed by this day"),
        AgendaKind::TermEnds => ("支部委员会任期届满", "term of the committee ends"),
    };
    match say.for_report() {
        report::Language::Chinese => zh,
        report::Language::English => en,
    }
}

/// All of it as whole days; an event has the same id in every run.
fn calendar(say: Say, told: &Told) -> Vec<u8> {
    let mut events = Vec::new();
    for item in &told.items {
        events.push(EventView {
            uid: format!("{}-{}-{}@yuandi-agenda", item.kind.name(), item.date, item.id.replace('/', "-")),
            title: sentence(say, item),
            summary: path_of(told, item).unwrap_or_default().to_owned(),
            when: EventTime::Days(item.date, item.date),
            place: None,
            url: None,
            is_cancelled: false,
            updated: item.date.at(0, 0, 0, 0),
        });
    }
    let name = format!("{} {}", told.site_title, say.choose("到期日程", "agenda"));
    render::feed(&FeedView::Calendar(name, events))
}
