//! The page of an entry: its text, what its kind adds, and where to go from it.

use crate::model::{
    Activity, ActivityStatus, Detail, DocumentStatus, Entry, EntryIdx, Faq, Kind, NamesAfter, Notice, NoticeState, PublicNotice,
    Question, QuestionKind, Quiz, Resource, RoleModel,
};

use crate::plan::card::{CardSize, badge, card, clock, marks, minutes, mode_name, picture_of, related_card};
use crate::plan::prose::plays;
use crate::plan::{
    ActivityView, Content, DetailView, EntryView, FaqView, FileView, LinkView, NoticeView, OptionView, Page, PageView, PathView,
    Plan, QuestionView, QuizView, ResourceView, ReviewView, RoleModelView, json_ld, paths, related, until,
};

use super::{date_view, frame, moment_view, toc};

/// The page of an entry of any kind.
pub(super) fn view(plan: &Plan<'_>, page: &Page, idx: EntryIdx) -> PageView {
    let entry = plan.model.entry(idx);
    let root = paths::root_of(page.path.as_str());
    let content = Content::Entry(Box::new(entry_view(plan, &root, idx)));
    let frame = frame(plan, &page.path, template(entry.kind), entry.kind.folder(), title_of(entry), content);
    let mut crumbs = frame.crumbs;
    crumbs.push(plan.section_link(&root, entry.kind.folder()));
    if let Some(column) = column_link(plan, &root, entry) {
        crumbs.push(column);
    }
    PageView {
        description: plan.filled(entry, &entry.summary),
        share_image: picture_of(entry).and_then(|image| plan.share_image(image.file)),
        json_ld: json_ld::of_entry(plan, entry, frame.canonical.as_deref()),
        updated: entry.updated.or(entry.date).map(date_view),
        prose: Some(plan.prose(&root, entry)),
        crumbs,
        ..frame
    }
}

/// The title of an entry's page; that of a role model begins with whom it is about.
pub(in crate::plan) fn title_of(entry: &Entry) -> String {
    match &entry.detail {
        Detail::RoleModel(role_model) if !entry.title.contains(&role_model.name) => {
            format!("{} {}", role_model.name, entry.title)
        }
        _ => entry.title.clone(),
    }
}

fn template(kind: Kind) -> &'static str {
    match kind {
        Kind::Activity => "activity.html",
        Kind::RoleModel => "role-model.html",
        Kind::Resource => "resource.html",
        Kind::Path => "path.html",
        Kind::Quiz => "quiz.html",
        Kind::Notice => "notice.html",
        Kind::Branch => "branch.html",
        Kind::Faq => "faq.html",
        Kind::News | Kind::Column | Kind::Page => "article.html",
    }
}

fn entry_view(plan: &Plan<'_>, root: &str, idx: EntryIdx) -> EntryView {
    let entry = plan.model.entry(idx);
    let (older, newer) = plan.neighbours[idx.0 as usize];
    EntryView {
        kind: entry.kind.folder(),
        badge: badge(plan, entry),
        badge_href: badge_href(plan, root, entry),
        date: entry.date.map(date_view),
        summary: own_summary(entry),
        cover: entry.cover.as_ref().and_then(|image| plan.image(root, image)),
        marks: marks(entry),
        toc: toc(plan, entry),
        branches: branches(plan, root, entry),
        tags: tags(plan, root, entry),
        modules: modules(plan, root, idx),
        month: month(plan, root, idx),
        attachments: entry.attachments.iter().filter_map(|file| plan.file_view(root, file.file, &file.title)).collect(),
        review: entry
            .review
            .iter()
            .map(|step| ReviewView { step: step.step, by: step.by.clone(), on: step.on.map(date_view) })
            .collect(),
        owner: entry.owner.clone(),
        previous: older.map(|older| plan.entry_link(root, older)),
        next: newer.map(|newer| plan.entry_link(root, newer)),
        related: related::related(plan, idx).into_iter().map(|(other, reason)| related_card(plan, root, other, reason)).collect(),
        until: until::of_entry(plan, entry),
        summary_until: until::of_summary(plan, entry),
        text_until: until::of_text(plan, entry),
        files_until: until::of_names(plan, entry),
        detail: detail(plan, root, idx),
    }
}

/// The summary that the author wrote. One taken from the text would stand right above the same words.
pub(in crate::plan) fn own_summary(entry: &Entry) -> String {
    if entry.summary == entry.prose.body.summary { String::new() } else { entry.summary.clone() }
}

fn badge_href(plan: &Plan<'_>, root: &str, entry: &Entry) -> Option<String> {
    match &entry.detail {
        Detail::RoleModel(_) => Some(format!("{root}role-models/index.html")),
        Detail::Column(_) => column_link(plan, root, entry).map(|link| link.href),
        _ => None,
    }
}

fn column_link(plan: &Plan<'_>, root: &str, entry: &Entry) -> Option<LinkView> {
    let Detail::Column(id) = &entry.detail else { return None };
    let column = plan.model.site.columns.iter().find(|column| column.id == *id)?;
    Some(plan.link(root, &column.title, &format!("columns/{}/index.html", crate::model::slug::slugify(id))))
}

fn branches(plan: &Plan<'_>, root: &str, entry: &Entry) -> Vec<LinkView> {
    match &entry.detail {
        Detail::RoleModel(role_model) => vec![plan.branch_link(root, &role_model.branch)],
        Detail::Branch(_) => Vec::new(),
        _ => entry.branches.iter().map(|branch| plan.branch_link(root, branch)).collect(),
    }
}

fn tags(plan: &Plan<'_>, root: &str, entry: &Entry) -> Vec<LinkView> {
    let slug = |tag: &String| &plan.index.tags[tag].slug;
    entry.tags.iter().map(|tag| plan.link(root, tag, &format!("tags/{}/index.html", slug(tag)))).collect()
}

fn modules(plan: &Plan<'_>, root: &str, idx: EntryIdx) -> Vec<LinkView> {
    let holds = |entries: &Vec<EntryIdx>| entries.binary_search(&idx).is_ok();
    plan.model
        .site
        .modules
        .iter()
        .zip(&plan.index.modules)
        .filter(|(_, entries)| holds(entries))
        .map(|(module, _)| plan.link(root, &module.title, &module_path(&module.id)))
        .collect()
}

/// The page of a module.
pub(super) fn module_path(id: &str) -> String {
    format!("modules/{}/index.html", crate::model::slug::slugify(id))
}

fn month(plan: &Plan<'_>, root: &str, idx: EntryIdx) -> Option<LinkView> {
    let month = plan.model.entry(idx).date?.first_of_month();
    let entries = plan.index.months.get(&month)?;
    entries.binary_search(&idx).is_ok().then(|| plan.month_link(root, month))
}

fn detail(plan: &Plan<'_>, root: &str, idx: EntryIdx) -> DetailView {
    let entry = plan.model.entry(idx);
    match &entry.detail {
        Detail::Activity(activity) => DetailView::Activity(Box::new(activity_view(plan, root, activity))),
        Detail::RoleModel(role_model) => DetailView::RoleModel(Box::new(role_model_view(plan, root, role_model))),
        Detail::Resource(resource) => DetailView::Resource(Box::new(resource_view(plan, root, idx, resource))),
        Detail::Path(path) => DetailView::Path(PathView {
            minutes: minutes(plan, entry).unwrap_or(0),
            audience: audience_links(plan, root, &path.audience),
            items: path.items.iter().map(|item| card(plan, root, *item, CardSize::Small)).collect(),
        }),
        Detail::Quiz(quiz) => DetailView::Quiz(quiz_view(quiz)),
        Detail::Notice(notice) => DetailView::Notice(Box::new(notice_view(plan, entry, notice))),
        Detail::Branch(page) => DetailView::Branch(Box::new(super::branch::branch_view(plan, root, &entry.id, Some(page)))),
        Detail::Faq(faq) => DetailView::Faq(faq_view(faq)),
        Detail::Column(_) => match column_link(plan, root, entry) {
            Some(column) => DetailView::Column { column },
            None => DetailView::None {},
        },
        Detail::News | Detail::Page => DetailView::None {},
    }
}

fn activity_view(plan: &Plan<'_>, root: &str, activity: &Activity) -> ActivityView {
    let when = |moment: jiff::civil::DateTime| if activity.has_time { moment_view(moment) } else { date_view(moment.date()) };
    let label = |kind: &String| plan.model.vocabulary.label("activity_kind", kind).unwrap_or(kind).to_owned();
    let pair_mode = activity.pair.and_then(|pair| match &plan.model.entry(pair).detail {
        Detail::Activity(other) => Some(mode_name(other.mode)),
        _ => None,
    });
    ActivityView {
        also: activity.also_counts_as.iter().map(label).collect(),
        start: when(activity.start),
        end: activity.end.map(when),
        ends_same_day: activity.end.is_some_and(|end| end.date() == activity.start.date()),
        mode: mode_name(activity.mode),
        status: status_name(activity.status),
        place: activity.place.clone(),
        purpose: activity.purpose.clone(),
        agenda: activity.agenda.clone(),
        host: activity.host.clone(),
        expected: activity.expected,
        present: activity.present,
        pair: activity.pair.map(|pair| plan.entry_link(root, pair)),
        pair_mode,
        meeting_url: activity.meeting_url.clone(),
        feedback_n: activity.feedback.as_ref().map(|feedback| feedback.n),
        feedback_mean: activity.feedback.as_ref().map(|feedback| feedback.mean.to_string()),
        feedback_max: activity.feedback.as_ref().map(|feedback| feedback.scale_max),
        improvement: activity.improvement.clone(),
        album: activity.album.iter().filter_map(|image| plan.image(root, image)).collect(),
        for_period: activity.for_period.clone(),
    }
}

fn status_name(status: ActivityStatus) -> &'static str {
    match status {
        ActivityStatus::Planned => "planned",
        ActivityStatus::Held => "held",
        ActivityStatus::Cancelled => "cancelled",
    }
}

fn role_model_view(plan: &Plan<'_>, root: &str, role_model: &RoleModel) -> RoleModelView {
    let evidence = role_model.evidence.iter().map(|proof| match plan.target(root, &proof.target) {
        Some(target) => LinkView { title: proof.title.clone(), href: target.href, is_external: target.is_external },
        // Proof whose link leads nowhere now is still named.
        None => LinkView { title: proof.title.clone(), href: String::new(), is_external: false },
    });
    RoleModelView {
        name: role_model.name.clone(),
        initial: role_model.name.chars().next().map(String::from).unwrap_or_default(),
        term: role_model.term.clone(),
        quote: role_model.quote.clone(),
        portrait: role_model.portrait.as_ref().and_then(|image| plan.image(root, image)),
        honours: role_model.honours.iter().filter_map(|id| super::honours::honour_view(plan, root, id)).collect(),
        evidence: evidence.collect(),
    }
}

fn resource_view(plan: &Plan<'_>, root: &str, idx: EntryIdx, resource: &Resource) -> ResourceView {
    let file = |file: Option<crate::diag::FileId>, title: &str| -> Option<FileView> { plan.file_view(root, file?, title) };
    let media = file(resource.media, "");
    let topic = plan.index.topics.iter().find(|(id, _)| *id == resource.topic);
    let (topic_title, topic_path) = match topic {
        Some((_, term)) => (term.title.as_str(), format!("topics/{}/index.html", term.slug)),
        None => (resource.topic.as_str(), "topics/index.html".to_owned()),
    };
    let label = |level: &String| plan.model.vocabulary.label("resource_level", level).unwrap_or(level).to_owned();
    ResourceView {
        topic: plan.link(root, topic_title, &topic_path),
        minutes: resource.minutes,
        level: resource.level.as_ref().map(label),
        audience: audience_links(plan, root, &resource.audience),
        source_url: resource.source_url.clone(),
        licence: resource.licence.clone(),
        issuer: resource.issuer.clone(),
        doc_number: resource.doc_number.clone(),
        issued_on: resource.issued_on.map(date_view),
        status: resource.status.map(|status| match status {
            DocumentStatus::InForce => "in_force",
            DocumentStatus::Replaced => "replaced",
            DocumentStatus::Repealed => "repealed",
        }),
        replaced_by: resource.replaced_by.map(|other| plan.entry_link(root, other)),
        plays: media.as_ref().and_then(|media| plays(&media.href)),
        media,
        poster: resource.poster.as_ref().and_then(|image| plan.image(root, image)),
        captions: resource.captions.and_then(|file| plan.file_href(root, file)),
        transcript: file(resource.transcript, ""),
        paths: plan.index.paths_with.get(&idx).into_iter().flatten().map(|path| plan.entry_link(root, *path)).collect(),
    }
}

fn audience_links(plan: &Plan<'_>, root: &str, audience: &[String]) -> Vec<LinkView> {
    let known = |id: &String| plan.index.audiences.iter().find(|(known, _)| known == id);
    audience
        .iter()
        .filter_map(known)
        .map(|(_, term)| plan.link(root, &term.title, &format!("audiences/{}/index.html", term.slug)))
        .collect()
}

fn quiz_view(quiz: &Quiz) -> QuizView {
    QuizView { questions: quiz.questions.iter().enumerate().map(|(idx, question)| question_view(idx + 1, question)).collect() }
}

fn question_view(number: usize, question: &Question) -> QuestionView {
    let letter = |idx: usize| match question.kind {
        QuestionKind::TrueFalse => if idx == 0 { "true" } else { "false" }.to_owned(),
        QuestionKind::Single | QuestionKind::Multiple => char::from(b'A' + (idx % 26) as u8).to_string(),
    };
    let n_options = if question.kind == QuestionKind::TrueFalse { 2 } else { question.options.len() };
    let option = |idx: usize| OptionView {
        letter: letter(idx),
        text: question.options.get(idx).cloned().unwrap_or_default(),
        is_right: question.answer.contains(&idx),
    };
    QuestionView {
        number,
        stem: question.stem.clone(),
        kind: match question.kind {
            QuestionKind::Single => "single",
            QuestionKind::Multiple => "multiple",
            QuestionKind::TrueFalse => "true_false",
        },
        options: (0..n_options).map(option).collect(),
        answer: question.answer.iter().map(|idx| letter(*idx)).collect(),
        explanation: question.explanation.clone(),
        source: question.source.clone(),
    }
}

fn notice_view(plan: &Plan<'_>, entry: &Entry, notice: &Notice) -> NoticeView {
    match notice {
        Notice::Announcement => NoticeView {
            is_public_notice: false,
            matter: String::new(),
            objects: Vec::new(),
            names: "full",
            clock: None,
            closes_on: None,
            names_until: None,
            withdrawn_on: None,
            withdrawn_reason: None,
            period_days: 0,
            posted_on: None,
            accepting_unit: String::new(),
            channel: String::new(),
            basis: String::new(),
            outcome: None,
        },
        Notice::PublicNotice(notice) => public_notice_view(plan, entry, notice),
    }
}

fn public_notice_view(plan: &Plan<'_>, entry: &Entry, notice: &PublicNotice) -> NoticeView {
    let is_withdrawn = notice.state == NoticeState::Withdrawn;
    NoticeView {
        is_public_notice: true,
        matter: notice.matter.clone(),
        objects: notice.objects.clone(),
        names: match (notice.state, notice.names_today()) {
            (NoticeState::Withdrawn, _) => "withdrawn",
            (_, NamesAfter::Keep) => "full",
            (_, NamesAfter::Reduce) => "reduced",
            (_, NamesAfter::Remove) => "removed",
        },
        names_until: until::of_names(plan, entry),
        withdrawn_on: notice.withdrawal.as_ref().filter(|_| is_withdrawn).map(|withdrawal| date_view(withdrawal.on)),
        withdrawn_reason: notice.reason_told().cloned(),
        clock: clock(plan, entry),
        closes_on: notice.days.last().copied().map(date_view),
        period_days: notice.period_days,
        posted_on: Some(date_view(notice.posted_on)),
        accepting_unit: notice.accepting_unit.clone(),
        channel: notice.channel.clone(),
        basis: notice.basis.clone(),
        outcome: notice.outcome.clone(),
    }
}

fn faq_view(faq: &Faq) -> FaqView {
    FaqView {
        answer: faq.answer.clone(),
        asked_on: date_view(faq.asked_on),
        answered_on: faq.answered_on.map(date_view),
        n_days: faq.answered_on.map(|answered| days_between(faq.asked_on, answered)),
    }
}

/// Whole days from one day to another.
pub(super) fn days_between(from: jiff::civil::Date, to: jiff::civil::Date) -> i32 {
    from.until(to).map(|span| span.get_days()).unwrap_or(0)
}
