//! The content of a feed, calendar, site map or robots file to its bytes.

use std::io::Write;

use atom_syndication::{Category, Entry, FeedBuilder, FixedDateTime, Link, Person, Text, WriteConfig};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};
use jiff::civil::{Date, DateTime};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event as XmlEvent};
use serde_json::json;

use super::printable::printable;
use crate::plan::{EventTime, EventView, FeedHead, FeedItem, FeedView, OpenSearchView};

/// Writes a feed in its format.
pub fn feed(view: &FeedView) -> Vec<u8> {
    let written = match view {
        FeedView::Atom(head, items) => atom(head, items),
        FeedView::Json(head, items) => json_feed(head, items),
        FeedView::Calendar(name, events) => calendar(name, events),
        FeedView::Sitemap(urls) => sitemap(urls),
        FeedView::SitemapIndex(urls) => sitemap_index(urls),
        FeedView::Robots(sitemap) => robots(sitemap.as_deref()),
        FeedView::OpenSearch(view) => open_search(view),
    };
    printable(written)
}

fn atom(head: &FeedHead, items: &[FeedItem]) -> Vec<u8> {
    let link = |href: &str, rel: &str, kind: &str| Link {
        href: href.to_owned(),
        rel: rel.to_owned(),
        mime_type: (!kind.is_empty()).then(|| kind.to_owned()),
        ..Link::default()
    };
    let feed = FeedBuilder::default()
        .id(head.url.clone())
        .lang(head.language.clone())
        .title(head.title.as_str())
        .subtitle((!head.subtitle.is_empty()).then(|| Text::plain(head.subtitle.clone())))
        .updated(moment(&head.updated))
        .author(Person { name: head.author.clone(), ..Person::default() })
        .link(link(&format!("{}feed.xml", head.url), "self", "application/atom+xml"))
        .link(link(&head.url, "alternate", "text/html"))
        .entries(items.iter().map(|item| atom_entry(item, link(&item.url, "alternate", "text/html"))).collect::<Vec<_>>())
        .build();
    let config = WriteConfig { write_document_declaration: true, indent_size: None };
    feed.write_with_config(Vec::new(), config).expect("writing to memory does not fail")
}

fn atom_entry(item: &FeedItem, link: Link) -> Entry {
    Entry {
        title: Text::plain(item.title.clone()),
        id: item.url.clone(),
        updated: moment(&item.updated),
        published: Some(moment(&item.published)),
        links: vec![link],
        summary: (!item.summary.is_empty()).then(|| Text::plain(item.summary.clone())),
        categories: item.category.iter().map(|term| Category { term: term.clone(), ..Category::default() }).collect(),
        ..Entry::default()
    }
}

fn moment(written: &str) -> FixedDateTime {
    written.parse().expect("the plan writes moments as RFC 3339")
}

fn json_feed(head: &FeedHead, items: &[FeedItem]) -> Vec<u8> {
    let item = |item: &FeedItem| {
        let mut fields = json!({
            "id": item.url,
            "url": item.url,
            "title": item.title,
            "content_text": item.summary,
            "date_published": item.published,
            "date_modified": item.updated,
        });
        if let Some(category) = &item.category {
            fields["tags"] = json!([category]);
        }
        fields
    };
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": head.title,
        "description": head.subtitle,
        "home_page_url": head.url,
        "feed_url": format!("{}feed.json", head.url),
        "language": head.language,
        "authors": [{ "name": head.author }],
        "items": items.iter().map(item).collect::<Vec<_>>(),
    });
    let mut bytes = serde_json::to_vec_pretty(&feed).expect("values of text and lists can be written");
    bytes.push(b'\n');
    bytes
}

fn calendar(name: &str, events: &[EventView]) -> Vec<u8> {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//yuandi//calendar//ZH"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.name(name);
    for view in events {
        calendar.push(event(view));
    }
    calendar.to_string().into_bytes()
}

fn event(view: &EventView) -> Event {
    let mut event = Event::with_uid(&view.uid);
    // The stamp says when the event was last described; the time of the build would make every build differ.
    event.add_property("DTSTAMP", utc(view.updated));
    event.summary(&view.title);
    match view.when {
        EventTime::Days(first, last) => {
            event.append_property(day("DTSTART", first));
            // The end of whole days is the day behind the last.
            event.append_property(day("DTEND", last.tomorrow().unwrap_or(last)));
        }
        EventTime::Moments(start, end) => {
            event.add_property("DTSTART", utc(start));
            if let Some(end) = end {
                event.add_property("DTEND", utc(end));
            }
        }
    }
    if !view.summary.is_empty() {
        event.description(&view.summary);
    }
    if let Some(place) = &view.place {
        event.location(place);
    }
    if let Some(url) = &view.url {
        event.url(url);
    }
    event.status(if view.is_cancelled { EventStatus::Cancelled } else { EventStatus::Confirmed });
    event.done()
}

fn utc(moment: DateTime) -> String {
    moment.strftime("%Y%m%dT%H%M%SZ").to_string()
}

fn day(name: &str, date: Date) -> Property {
    let mut property = Property::new(name, date.strftime("%Y%m%d").to_string());
    property.add_parameter("VALUE", "DATE");
    property.done()
}

fn sitemap(urls: &[(String, Option<Date>)]) -> Vec<u8> {
    xml(sitemap_root("urlset"), |writer| {
        for (url, updated) in urls {
            writer.create_element("url").write_inner_content(|writer| {
                writer.create_element("loc").write_text_content(BytesText::new(url))?;
                if let Some(updated) = updated {
                    writer.create_element("lastmod").write_text_content(BytesText::new(&updated.to_string()))?;
                }
                Ok(())
            })?;
        }
        Ok(())
    })
}

fn sitemap_index(urls: &[String]) -> Vec<u8> {
    xml(sitemap_root("sitemapindex"), |writer| {
        for url in urls {
            writer.create_element("sitemap").write_inner_content(|writer| {
                writer.create_element("loc").write_text_content(BytesText::new(url))?;
                Ok(())
            })?;
        }
        Ok(())
    })
}

/// The root of a site map and its namespace.
fn sitemap_root(name: &str) -> (&str, &'static str) {
    (name, "http://www.sitemaps.org/schemas/sitemap/0.9")
}

/// A document with a root and its namespace.
fn xml((root, namespace): (&str, &str), content: impl FnOnce(&mut Writer<Vec<u8>>) -> std::io::Result<()>) -> Vec<u8> {
    let mut writer = Writer::new(Vec::new());
    let write = || -> std::io::Result<()> {
        writer.write_event(XmlEvent::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let start = BytesStart::new(root).with_attributes([("xmlns", namespace)]);
        writer.write_event(XmlEvent::Start(start))?;
        content(&mut writer)?;
        writer.write_event(XmlEvent::End(BytesEnd::new(root)))?;
        writer.get_mut().write_all(b"\n")
    };
    write().expect("writing to memory does not fail");
    writer.into_inner()
}

fn open_search(view: &OpenSearchView) -> Vec<u8> {
    xml(("OpenSearchDescription", "http://a9.com/-/spec/opensearch/1.1/"), |writer| {
        // Browsers cut a longer name, and some refuse it.
        let name: String = view.name.chars().take(16).collect();
        for (element, text) in [("ShortName", name.as_str()), ("Description", &view.description), ("InputEncoding", "UTF-8")] {
            writer.create_element(element).write_text_content(BytesText::new(text))?;
        }
        let icon = writer.create_element("Image").with_attribute(("type", "image/svg+xml"));
        icon.write_text_content(BytesText::new(&view.icon))?;
        let template = format!("{}{{searchTerms}}", view.url);
        let url = writer.create_element("Url").with_attributes([("type", "text/html"), ("template", template.as_str())]);
        url.write_empty()?;
        Ok(())
    })
}

fn robots(sitemap: Option<&str>) -> Vec<u8> {
    let mut text = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(sitemap) = sitemap {
        text.push_str(&format!("Sitemap: {sitemap}\n"));
    }
    text.into_bytes()
}
