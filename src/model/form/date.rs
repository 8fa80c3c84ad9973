//! Days and moments of a form, in any of the forms in which people write them.

use jiff::civil::{Date, DateTime, Time};

use super::Form;
use crate::diag::codes;
use crate::model::date::{DateFault, parse_date};
use crate::read::{Node, Value};

/// A point in time, local to the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// Day and time; midnight if no time was written.
    pub at: DateTime,
    /// Whether a time was written.
    pub has_time: bool,
}

impl Form<'_> {
    /// A day. Of a day with a time the day is taken.
    pub fn date(&mut self, key: &'static str) -> Option<Date> {
        let node = self.node(key)?;
        match &node.value {
            Value::Date(date) => Some(*date),
            Value::DateTime(moment) => Some(moment.date()),
            Value::Text(text) => match split_time(text) {
                Some((day, _)) => self.day(key, node, day),
                None => self.day(key, node, text),
            },
            Value::Integer(number) => self.day(key, node, &number.to_string()),
            _ => {
                self.refuse(&codes::date_expected, key, node);
                None
            }
        }
    }

    /// A day that must be there.
    pub fn required_date(&mut self, key: &'static str) -> Option<Date> {
        self.required_node(key);
        self.date(key)
    }

    /// A day with or without time; a time alone belongs to `day`.
    pub fn moment(&mut self, key: &'static str, day: Option<Date>) -> Option<Moment> {
        let node = self.node(key)?;
        match &node.value {
            Value::Date(date) => Some(Moment { at: date.at(0, 0, 0, 0), has_time: false }),
            Value::DateTime(at) => Some(Moment { at: *at, has_time: true }),
            // Without a day the entry's own date is missing or wrong, and that has been said.
            Value::Time(time) => day.map(|day| Moment { at: day.to_datetime(*time), has_time: true }),
            Value::Text(text) => self.written_moment(key, node, text, day),
            _ => {
                self.refuse(&codes::time_expected, key, node);
                None
            }
        }
    }

    fn written_moment(&mut self, key: &str, node: &Node, text: &str, day: Option<Date>) -> Option<Moment> {
        if let Some(time) = parse_time(text) {
            return day.map(|day| Moment { at: day.to_datetime(time), has_time: true });
        }
        let Some((date, time)) = split_time(text) else {
            if parse_date(text) == Err(DateFault::NotADate) {
                self.found.push(codes::time_expected.at(self.place(node.span)).with("key", key));
                return None;
            }
            let date = self.day(key, node, text)?;
            return Some(Moment { at: date.at(0, 0, 0, 0), has_time: false });
        };
        let Some(time) = parse_time(time) else {
            self.found.push(codes::time_expected.at(self.place(node.span)).with("key", key));
            return None;
        };
        let date = self.day(key, node, date)?;
        Some(Moment { at: date.to_datetime(time), has_time: true })
    }

    fn day(&mut self, key: &str, node: &Node, text: &str) -> Option<Date> {
        let fault = match parse_date(text) {
            Ok(date) => return Some(date),
            Err(fault) => fault,
        };
        let code = match fault {
            DateFault::NotADate => &codes::date_expected,
            DateFault::Impossible => &codes::day_not_in_calendar,
            DateFault::NoDay => &codes::day_missing,
        };
        self.found.push(code.at(self.place(node.span)).with("key", key).with("value", text.trim()));
        None
    }
}

/// The day and the time of a text that has both: `2026-03-15T14:30`, `2026年3月15日 14：30`.
fn split_time(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let colon = text.find([':', '：'])?;
    // Digits before the colon are the hour; what stands before them is the day.
    let hour = text[..colon].trim_end_matches(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c)).len();
    let day = text[..hour].trim_end_matches(['T', 't', ' ', '\u{3000}']);
    (!day.is_empty()).then(|| (day, &text[hour..]))
}

/// `14:30`, `14：30` or `14:30:00`.
fn parse_time(text: &str) -> Option<Time> {
    let plain: String = text.trim().chars().map(narrow).collect();
    let mut parts = plain.split(':').map(|part| {
        let is_number = (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        if is_number { part.parse::<i8>().ok() } else { None }
    });
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().unwrap_or(Some(0))?;
    if parts.next().is_some() { None } else { Time::new(hour, minute, second, 0).ok() }
}

fn narrow(c: char) -> char {
    match c {
        '０'..='９' | '：' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        c => c,
    }
}
