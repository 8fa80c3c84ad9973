//! Days to squares in columns of weeks; months to cells in rows of years.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::grid;
use super::steps::{self, N_STEPS};
use crate::chart::axis::GAP;
use crate::chart::data::{Data, Datum, Held};
use crate::chart::legend::{self, Swatch};
use crate::chart::scale::Scale;
use crate::chart::svg::{Anchor, Area, Canvas, Layout, Paint};
use crate::chart::text;
use crate::chart::{Category, Chart, ChartKind, Series};

/// Ten years; earlier days are in the table only.
const MOST_WEEKS: i32 = 520;
const DAYS: usize = 7;

/// Where everything stands.
struct Calendar<'c> {
    data: Data<'c>,
    scale: Scale,
    /// The Monday of the first week.
    first: Date,
    n_weeks: i32,
    /// Weeks side by side; the others follow below.
    per_block: i32,
    left: f64,
    cell: f64,
}

/// Draws all days that have a date. If each is the first of its month, they are months.
pub(in crate::chart) fn draw(canvas: &mut Canvas, data: Data) {
    let mut dates = data.chart.categories.iter().filter_map(|category| category.date);
    if dates.all(|date| date.day() == 1) {
        let years = years(&data);
        return grid::draw(canvas, Data { chart: &years, words: data.words });
    }
    let Some(calendar) = Calendar::of(canvas, data) else { return super::draw_nothing(canvas, &data.words.no_data) };
    steps::draw_legend(canvas, &data, &calendar.scale);
    legend::draw(canvas, &data, Swatch::Surface, Held::InLegend);
    let n_blocks = (calendar.n_weeks + calendar.per_block - 1) / calendar.per_block;
    for block in 0..n_blocks {
        calendar.draw_months(canvas, block);
        calendar.draw_days(canvas, block);
        canvas.height += calendar.cell * DAYS as f64 + GAP;
    }
    let n_earlier = data.chart.categories.iter().filter(|one| one.date.is_some_and(|date| date < calendar.first)).count();
    super::draw_more(canvas, data.words, n_earlier);
}

impl<'c> Calendar<'c> {
    fn of(canvas: &Canvas, data: Data<'c>) -> Option<Self> {
        let dates = || data.chart.categories.iter().filter_map(|category| category.date);
        let (earliest, latest) = (monday(dates().min()?), monday(dates().max()?));
        let n_weeks = (weeks_between(earliest, latest) + 1).min(MOST_WEEKS);
        let first = latest.checked_sub(jiff::Span::new().weeks(n_weeks - 1)).ok()?;
        let weekdays = data.words.weekdays.iter().map(String::as_str);
        let left = text::widest(weekdays, canvas.size) + if data.words.weekdays.is_empty() { 0.0 } else { GAP };
        let cell = if canvas.layout == Layout::Wide { 13.0 } else { 14.0 };
        let per_block = (((canvas.width - left) / cell) as i32).max(1);
        Some(Self { data, scale: data.range().scale(N_STEPS), first, n_weeks, per_block, left, cell })
    }

    /// The week and the weekday of a date, both from zero.
    fn place(&self, date: Date) -> (i32, usize) {
        (weeks_between(self.first, monday(date)), date.weekday().to_monday_zero_offset() as usize)
    }

    /// Names over the weeks in which months begin, as many as stand apart.
    fn draw_months(&self, canvas: &mut Canvas, block: i32) {
        let y = canvas.base_line(canvas.height);
        let mut free_from = 0.0;
        for week in block * self.per_block..((block + 1) * self.per_block).min(self.n_weeks) {
            let is_first = week == block * self.per_block;
            let Some(name) = self.month_name(week, is_first.then_some(self.first)) else { continue };
            let x = self.left + f64::from(week % self.per_block) * self.cell;
            let width = canvas.text_width(&name);
            if x >= free_from && x + width <= canvas.width {
                canvas.word("quiet", Anchor::Start, (x, y), &name);
                free_from = x + width + GAP / 2.0;
            }
        }
        canvas.height += canvas.text_height(1);
    }

    /// The month that begins in a week; with its year in January and at the head of a block.
    fn month_name(&self, week: i32, head: Option<Date>) -> Option<String> {
        let monday = self.first.checked_add(jiff::Span::new().weeks(week)).ok()?;
        let sunday = monday.checked_add(jiff::Span::new().days(6)).ok()?;
        if head.is_some() || sunday.day() <= 7 && sunday.month() == 1 {
            return Some(format!("{}-{:02}", sunday.year(), sunday.month()));
        }
        (sunday.day() <= 7).then(|| month_name(&self.data, sunday.month()))
    }

    fn draw_days(&self, canvas: &mut Canvas, block: i32) {
        let top = canvas.height;
        // Every other one: rows are lower than letters.
        for (idx, weekday) in self.data.words.weekdays.iter().take(DAYS).enumerate().step_by(2) {
            let y = canvas.middle_line(top + (idx as f64 + 0.5) * self.cell);
            canvas.word("quiet", Anchor::End, (self.left - GAP, y), weekday);
        }
        for (idx, category) in self.data.chart.categories.iter().enumerate() {
            let Some(date) = category.date.filter(|date| *date >= self.first) else { continue };
            let (week, weekday) = self.place(date);
            if week / self.per_block == block {
                let x = self.left + f64::from(week % self.per_block) * self.cell;
                let side = self.cell - 2.0;
                let y = top + weekday as f64 * self.cell + 1.0;
                self.draw_day(canvas, Area { x: x + 1.0, y, width: side, height: side }, idx);
            }
        }
    }

    fn draw_day(&self, canvas: &mut Canvas, area: Area, category_idx: usize) {
        let tip = self.data.tip(0, category_idx);
        match self.data.datum(0, category_idx) {
            Datum::Value(value) => steps::draw_square(canvas, area, area.width, steps::step(&self.scale, value), &tip),
            Datum::HeldBack => canvas.rect(area, Paint::Hatch, &tip),
            Datum::Gap => canvas.rect(area, Paint::State("gap"), &tip),
        }
    }
}

/// The same as a heatmap: a row for each year, a column for each month that occurs in any.
fn years(data: &Data) -> Chart {
    let mut marks = BTreeMap::new();
    for (idx, category) in data.chart.categories.iter().enumerate() {
        if let Some((date, mark)) = category.date.zip(data.mark(0, idx)) {
            marks.insert((date.year(), date.month()), mark.clone());
        }
    }
    let years: BTreeSet<i16> = marks.keys().map(|(year, _)| *year).collect();
    let months: BTreeSet<i8> = marks.keys().map(|(_, month)| *month).collect();
    let category = |year: &i16| Category { label: year.to_string(), ..Category::default() };
    let column = |month: i8| Series {
        label: month_name(data, month),
        marks: years.iter().map(|year| marks.get(&(*year, month)).cloned().unwrap_or_default()).collect(),
    };
    Chart {
        kind: ChartKind::Heatmap,
        categories: years.iter().map(category).collect(),
        series: months.iter().map(|month| column(*month)).collect(),
        unit: data.chart.unit.clone(),
        is_share: data.chart.is_share,
        ..Chart::default()
    }
}

fn month_name(data: &Data, month: i8) -> String {
    data.words.months.get(month as usize - 1).cloned().unwrap_or_else(|| month.to_string())
}

fn monday(date: Date) -> Date {
    let back = i32::from(date.weekday().to_monday_zero_offset());
    // The first week of all time begins outside of the calendar; its days then stand one week later.
    date.checked_sub(jiff::Span::new().days(back)).unwrap_or(date)
}

fn weeks_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days() / DAYS as i32)
}
