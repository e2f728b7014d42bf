//! One year of the library, by months.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;
use jiff::ToSpan;
use jiff::civil::Date;

use super::{Sampled, Scrub, scrubber, with_samples, year_named};
use crate::House;
use crate::picking::Picking;
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

/// How many pictures stand for a month.
const SAMPLES: usize = 4;

#[derive(Template)]
#[template(path = "year.html")]
struct Page {
    words: Words,
    here: Here,
    scrubber: Vec<Scrub>,
    year: i16,
    photos: u64,
    some_time: u64,
    /// Whether something of some time in the year asks first.
    asked_some_time: bool,
    months: Vec<Sampled>,
    earlier: Option<i16>,
    later: Option<i16>,
    picking: Picking,
}

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    picking: Picking,
    Path(year): Path<String>,
) -> Result<Html<String>, Trouble> {
    let year = year_named(&year)?;
    let page = house.look(visitor, move |visit, visitor| {
        let mut view = visit.library()?;
        let shelf = view.shelf()?;
        let years = shelf.years();
        let this = years.iter().find(|other| other.year == year);
        let months = this.map(|this| this.months.as_slice()).unwrap_or_default();
        let times: Vec<(Date, Date, u64)> = months.iter().filter_map(|month| span(year, *month)).collect();
        let page = Page {
            words: visitor.words,
            here: Here::Library,
            scrubber: scrubber(&shelf, Some(year)),
            year,
            photos: this.map_or(0, |this| this.photos),
            some_time: this.map_or(0, |this| this.some_time),
            asked_some_time: this.is_some_and(|this| this.asked_some_time),
            months: with_samples(&mut view, &times, SAMPLES)?,
            earlier: years.iter().map(|other| other.year).find(|other| *other < year),
            later: years.iter().rev().map(|other| other.year).find(|other| *other > year),
            picking,
        };
        Ok(page.render()?)
    });
    Ok(Html(page.await?))
}

fn span(year: i16, (month, photos): (i8, u64)) -> Option<(Date, Date, u64)> {
    let first = Date::new(year, month, 1).ok()?;
    Some((first, first.checked_add(1.month()).unwrap_or(Date::MAX), photos))
}
