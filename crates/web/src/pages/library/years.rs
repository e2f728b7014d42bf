//! The library by years, and the way to any day.

use askama::Template;
use axum::extract::State;
use axum::http::Uri;
use axum::response::{Html, IntoResponse, Redirect, Response};
use care::{Cleared, Shelf, YearOfShelf};
use jiff::civil::Date;

use super::month::MOST;
use super::{Sampled, Scrub, asked, scrubber, with_samples};
use crate::House;
use crate::pages::keep_away::{Done, JustDone};
use crate::picking::Picking;
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

/// How many pictures stand for a year.
const SAMPLES: usize = 4;

#[derive(Template)]
#[template(path = "library.html")]
struct Page {
    words: Words,
    here: Here,
    scrubber: Vec<Scrub>,
    years: Vec<(YearOfShelf, Sampled)>,
    photos: u64,
    undated: u64,
    hidden: u64,
    /// Whether something without a date asks first.
    asked_undated: bool,
    /// Whether something hidden asks first.
    asked_hidden: bool,
    put_away: usize,
    picking: Picking,
    done: Done,
}

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    picking: Picking,
    done: JustDone,
    uri: Uri,
) -> Result<Response, Trouble> {
    let done = Done::of(done);
    let day = asked(&uri, "at").and_then(|day| day.parse::<Date>().ok());
    let page = house.look(visitor, move |visit, visitor| {
        let mut view = visit.library()?;
        let shelf = view.shelf()?;
        if let Some(address) = day.and_then(|day| address_of(&shelf, day)) {
            return Ok(Redirect::to(&address).into_response());
        }
        let years = shelf.years();
        let times: Vec<_> = years.iter().map(|year| (year.span().0, year.span().1, year.photos)).collect();
        let samples = with_samples(&mut view, &times, SAMPLES)?;
        let page = Page {
            words: visitor.words,
            here: Here::Library,
            scrubber: scrubber(&shelf, None),
            photos: years.iter().map(|year| year.photos).sum(),
            years: years.into_iter().zip(samples).collect(),
            undated: shelf.undated,
            hidden: shelf.hidden,
            asked_undated: shelf.asked_undated,
            asked_hidden: shelf.asked_hidden,
            put_away: view.put_away(),
            done,
            picking,
        };
        Ok(Html(page.render()?).into_response())
    });
    page.await
}

/// Where the photos of a day are, or of the nearest day that has any.
fn address_of(shelf: &Cleared<Shelf>, day: Date) -> Option<String> {
    let day = shelf.nearest(day)?;
    let (year, month, number) = (day.year(), day.month(), day.day());
    let before: u64 = shelf.days_of(day).filter(|other| other.day < day).map(|other| other.photos).sum();
    let some_time = shelf.some_time_in(day);
    // What begins on the first page needs no address of its own.
    let on = if before + some_time < MOST as u64 { String::new() } else { format!("?on={number}") };
    Some(format!("/library/{year}/{month}{on}#d{number}"))
}

impl Page {
    fn span(&self) -> Option<String> {
        let (newest, oldest) = (self.years.first()?.0.year, self.years.last()?.0.year);
        if newest == oldest {
            return Some(self.words.count("photos", self.photos));
        }
        let years = [("first", oldest.to_string().into()), ("last", newest.to_string().into())];
        Some(self.words.count_with("library-span", self.photos, &years))
    }
}
