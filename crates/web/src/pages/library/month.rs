//! A month by days, page by page; and what has no day: photos of some time in a year, those without a date, hidden ones.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Html;
use care::{Cleared, Photo, ShelfPage, Spot, Stretch, Turn};
use jiff::civil::Date;
use model::Precision;

use super::{Scrub, asked, month_named, scrubber, year_named};
use crate::House;
use crate::picking::Picking;
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

/// The most photos on a page.
pub(super) const MOST: usize = 120;

#[derive(Template)]
#[template(path = "month.html")]
struct Page {
    words: Words,
    here: Here,
    scrubber: Vec<Scrub>,
    stretch: Stretch,
    path: String,
    photos: u64,
    days: Vec<Day>,
    sections: Vec<Section>,
    earlier: Option<Turn>,
    later: Option<Turn>,
    month_before: Option<Date>,
    month_after: Option<Date>,
    picking: Picking,
    /// Tokens of quiet tiles: what is asked about first.
    veils: Vec<String>,
    today: Date,
}

/// A day in the row of days.
struct Day {
    number: i8,
    /// Whether it begins on this page.
    here: bool,
}

/// The photos of one day that are on this page.
struct Section {
    /// The day; `None` where it is not known.
    day: Option<Date>,
    /// How many photos the whole day has.
    photos: u64,
    shown: Vec<Cleared<Photo>>,
}

pub(crate) async fn month(
    State(house): State<House>,
    visitor: Visitor,
    picking: Picking,
    Path((year, month)): Path<(String, String)>,
    uri: Uri,
) -> Result<Html<String>, Trouble> {
    let year = year_named(&year)?;
    let stretch =
        if month == "some-time" { Stretch::SomeTimeIn(year) } else { Stretch::Month(month_named(year, &month)?) };
    page(house, visitor, picking, stretch, uri).await
}

pub(crate) async fn undated(
    State(house): State<House>,
    visitor: Visitor,
    picking: Picking,
    uri: Uri,
) -> Result<Html<String>, Trouble> {
    page(house, visitor, picking, Stretch::Undated, uri).await
}

pub(crate) async fn hidden(
    State(house): State<House>,
    visitor: Visitor,
    picking: Picking,
    uri: Uri,
) -> Result<Html<String>, Trouble> {
    page(house, visitor, picking, Stretch::Hidden, uri).await
}

async fn page(
    house: House,
    visitor: Visitor,
    mut picking: Picking,
    stretch: Stretch,
    uri: Uri,
) -> Result<Html<String>, Trouble> {
    let turn = turn(stretch, &uri);
    let path = uri.path().to_owned();
    let page = house.look(visitor, move |visit, visitor| {
        let mut view = visit.library()?;
        let shelf = view.shelf()?;
        let ShelfPage { photos, earlier, later } = view.shelf_page(stretch, turn, MOST)?;
        picking.learn_names(&mut view)?;
        let veils = if earlier.is_none() { view.veils_in(stretch)? } else { Vec::new() };
        let veils = veils.iter().filter_map(|veil| visit.token(veil)).collect();
        let (year, month) = (year_of(stretch), month_of(stretch));
        let count = |day: Date| shelf.days_of(day).find(|other| other.day == day).map_or(0, |day| day.photos);
        let sections = sections(photos, count);
        let here = |day: Date| sections.iter().any(|section| section.day == Some(day));
        let days = month.into_iter().flat_map(|month| shelf.days_of(month));
        let days = days.map(|day| Day { number: day.day.day(), here: here(day.day) }).collect();
        let (month_before, month_after) = month.map_or((None, None), |month| shelf.months_beside(month));
        let page = Page {
            words: visitor.words,
            here: Here::Library,
            scrubber: scrubber(&shelf, year),
            stretch,
            path,
            photos: shelf.count(stretch),
            days,
            sections,
            earlier,
            later,
            month_before,
            month_after,
            picking,
            veils,
            today: visitor.today(),
        };
        Ok(page.render()?)
    });
    Ok(Html(page.await?))
}

/// Which page of a stretch an address asks for; the first one where it says nothing that makes sense.
fn turn(stretch: Stretch, uri: &Uri) -> Turn {
    let spot = |name| asked(uri, name).and_then(|spot| spot.parse::<Spot>().ok());
    let day = || {
        let number = asked(uri, "on")?.parse().ok()?;
        let month = month_of(stretch)?;
        Date::new(month.year(), month.month(), number).ok()
    };
    match (spot("before"), spot("from"), day()) {
        (Some(before), ..) => Turn::Before(before),
        (_, Some(from), _) => Turn::From(from),
        (.., Some(day)) => Turn::From(Spot::at(day)),
        _ => Turn::From(Spot::FIRST),
    }
}

/// Photos by days, in the order in which they stand.
fn sections(photos: Vec<Cleared<Photo>>, count: impl Fn(Date) -> u64) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for photo in photos {
        let known = |precision| matches!(precision, Precision::Time | Precision::Day);
        let day = photo.taken.as_ref().filter(|taken| known(taken.precision)).map(|taken| taken.at.date());
        match sections.iter_mut().find(|section| section.day == day) {
            Some(section) => section.shown.push(photo),
            None => sections.push(Section { day, photos: day.map_or(0, &count), shown: vec![photo] }),
        }
    }
    sections
}

fn month_of(stretch: Stretch) -> Option<Date> {
    match stretch {
        Stretch::Month(month) => Some(month),
        _ => None,
    }
}

fn year_of(stretch: Stretch) -> Option<i16> {
    match stretch {
        Stretch::Month(month) => Some(month.year()),
        Stretch::SomeTimeIn(year) => Some(year),
        Stretch::Undated | Stretch::Hidden => None,
    }
}

impl Page {
    fn title(&self) -> String {
        match self.stretch {
            Stretch::Month(month) => self.words.month_title(&month),
            Stretch::SomeTimeIn(year) => self.words.fill("library-some-time", "year", year),
            Stretch::Undated => self.words.say("library-undated"),
            Stretch::Hidden => self.words.say("library-hidden"),
        }
    }

    fn year(&self) -> Option<i16> {
        year_of(self.stretch)
    }

    /// A sentence about what stands here, where a heading does not tell.
    fn about(&self) -> Option<String> {
        match self.stretch {
            _ if self.photos == 0 => None,
            Stretch::Undated => Some(self.words.say("library-undated-about")),
            Stretch::Hidden => Some(self.words.say("library-hidden-about")),
            _ => None,
        }
    }

    /// The heading of what is of this month and nobody knows of which day.
    fn some_time(&self) -> Option<String> {
        let month = month_of(self.stretch)?;
        Some(self.words.fill("library-month-some-time", "month", self.words.month(month.year(), month.month())))
    }

    /// The address of another page of the same stretch.
    fn turned(&self, turn: &Turn) -> String {
        let path = &self.path;
        let select = if self.picking.on { "&select" } else { "" };
        match turn {
            Turn::From(spot) => format!("{path}?from={spot}{select}"),
            Turn::Before(spot) => format!("{path}?before={spot}{select}"),
        }
    }
}
