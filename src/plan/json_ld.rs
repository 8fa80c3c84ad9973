//! Entries and the site to JSON-LD, the description that search engines read.

use serde_json::{Map, Value, json};

use crate::model::{Activity, ActivityStatus, Detail, Entry, Mode, Resource};

use super::Plan;
use super::card::picture_of;

/// The description of an entry; `None` for kinds that have none of use.
pub(super) fn of_entry(plan: &Plan<'_>, entry: &Entry, url: Option<&str>) -> Option<String> {
    let mut fields = Map::new();
    fields.insert("@context".into(), json!("https://schema.org"));
    match &entry.detail {
        Detail::Activity(activity) => event(plan, activity, &mut fields),
        Detail::Resource(resource) => learning_resource(resource, &mut fields),
        Detail::News | Detail::Column(_) | Detail::Notice(_) | Detail::RoleModel(_) | Detail::Page => {
            article(plan, entry, &mut fields)
        }
        Detail::Path(_) | Detail::Quiz(_) | Detail::Branch(_) | Detail::Faq(_) => return None,
    }
    fields.insert("name".into(), json!(entry.title));
    if let Some(url) = url {
        fields.insert("url".into(), json!(url));
    }
    if let Some(image) = picture_of(entry).and_then(|image| plan.share_image(image.file)) {
        fields.insert("image".into(), json!(image));
    }
    fields.insert("inLanguage".into(), json!(plan.model.site.language));
    Some(safe(&Value::Object(fields)))
}

/// The description of the site and its organisation.
pub(super) fn of_site(plan: &Plan<'_>) -> Option<String> {
    let site = &plan.model.site;
    let mut fields = Map::new();
    fields.insert("@context".into(), json!("https://schema.org"));
    fields.insert("@type".into(), json!("Organization"));
    fields.insert("name".into(), json!(site.org));
    if let Some(base_url) = &site.base_url {
        fields.insert("url".into(), json!(base_url));
    }
    if let Some(address) = &site.footer.address {
        fields.insert("address".into(), json!(address));
    }
    Some(safe(&Value::Object(fields)))
}

fn event(plan: &Plan<'_>, activity: &Activity, fields: &mut Map<String, Value>) {
    fields.insert("@type".into(), json!("Event"));
    let when = |moment: jiff::civil::DateTime| {
        if activity.has_time { moment.strftime("%Y-%m-%dT%H:%M").to_string() } else { moment.date().to_string() }
    };
    fields.insert("startDate".into(), json!(when(activity.start)));
    if let Some(end) = activity.end {
        fields.insert("endDate".into(), json!(when(end)));
    }
    let status = if activity.status == ActivityStatus::Cancelled { "EventCancelled" } else { "EventScheduled" };
    fields.insert("eventStatus".into(), json!(format!("https://schema.org/{status}")));
    let mode = match activity.mode {
        Mode::Online => "OnlineEventAttendanceMode",
        Mode::Onsite => "OfflineEventAttendanceMode",
        Mode::Hybrid => "MixedEventAttendanceMode",
    };
    fields.insert("eventAttendanceMode".into(), json!(format!("https://schema.org/{mode}")));
    if let Some(place) = &activity.place {
        fields.insert("location".into(), json!({ "@type": "Place", "name": place, "address": place }));
    }
    fields.insert("organizer".into(), organization(plan));
}

fn learning_resource(resource: &Resource, fields: &mut Map<String, Value>) {
    fields.insert("@type".into(), json!("LearningResource"));
    if let Some(minutes) = resource.minutes {
        fields.insert("timeRequired".into(), json!(format!("PT{minutes}M")));
    }
    if let Some(issued_on) = resource.issued_on {
        fields.insert("datePublished".into(), json!(issued_on.to_string()));
    }
    if let Some(number) = &resource.doc_number {
        fields.insert("identifier".into(), json!(number));
    }
}

fn article(plan: &Plan<'_>, entry: &Entry, fields: &mut Map<String, Value>) {
    fields.insert("@type".into(), json!("Article"));
    fields.insert("headline".into(), json!(entry.title));
    if let Some(date) = entry.date {
        fields.insert("datePublished".into(), json!(date.to_string()));
    }
    if let Some(updated) = entry.updated.or(entry.date) {
        fields.insert("dateModified".into(), json!(updated.to_string()));
    }
    fields.insert("author".into(), organization(plan));
    fields.insert("publisher".into(), organization(plan));
}

fn organization(plan: &Plan<'_>) -> Value {
    json!({ "@type": "Organization", "name": plan.model.site.org })
}

/// JSON that cannot end the `script` element it stands in.
fn safe(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}
