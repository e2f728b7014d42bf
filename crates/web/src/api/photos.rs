//! Photos, one or a page of them, as the API answers them.

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use care::{CareError, Cleared, Known, LibraryView, Photo, Spot, Stretch, Turn};
use jiff::civil::Date;
use model::PhotoId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::Problem;
use super::shapes::PhotoJson;
use crate::House;
use crate::trouble::Trouble;
use crate::visitor::Visitor;
use crate::words::Words;

/// How many photos an answer has unless asked otherwise, and at most.
const USUAL: usize = 100;
const MOST: usize = 500;

/// A page of photos, in order of time.
#[derive(Serialize, ToSchema)]
#[schema(as = Photos)]
pub(crate) struct PhotosJson {
    /// The photos.
    photos: Vec<PhotoJson>,
    /// Where the next page begins; give it back as `cursor`. None on the last page.
    next: Option<String>,
}

/// Which photos are asked for.
#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PhotosQuery {
    /// The first day, as 2019-05-01; from the beginning, where none is given.
    from: Option<Date>,
    /// The last day; to the end, where none is given.
    to: Option<Date>,
    /// `dated` (unless given): photos known to the month or better. `undated`: photos that nothing dates. `hidden`: photos
    /// that their owner hid.
    among: Option<String>,
    /// Where to go on: `next` of the page before.
    cursor: Option<String>,
    /// How many photos at most, 1 to 500; 100 unless given.
    most: Option<usize>,
}

/// One photo, with what is known of it.
#[utoipa::path(get, path = "/api/v1/photos/{id}", tag = "library", params(("id" = i64, Path, description = "Its number")),
    responses((status = 200, body = PhotoJson), (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["read"]), ("session" = [])))]
pub(crate) async fn one(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Json<PhotoJson>, Trouble> {
    let id = id.parse().map(PhotoId).map_err(|_| Trouble::NotThere)?;
    let photo = house.look(visitor, move |visit, visitor| {
        let photo = visit.photo(id)?.ok_or(Trouble::NotThere)?;
        Ok(PhotoJson::of(&photo, visitor.words))
    });
    Ok(Json(photo.await?))
}

/// Photos in order of time, a page at a time.
#[utoipa::path(get, path = "/api/v1/photos", tag = "library", params(PhotosQuery),
    responses((status = 200, body = PhotosJson), (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["read"]), ("session" = [])))]
pub(crate) async fn list(
    State(house): State<House>,
    visitor: Visitor,
    asked: Result<Query<PhotosQuery>, QueryRejection>,
) -> Result<Json<PhotosJson>, Trouble> {
    let Query(asked) = asked.map_err(|_| Trouble::Misused("api-query"))?;
    let wanted = Wanted::of(&asked).ok_or(Trouble::Misused("api-query"))?;
    let page = house.look(visitor, move |visit, visitor| Ok(wanted.page(&mut visit.library()?, visitor.words)?));
    Ok(Json(page.await?))
}

/// What is asked for, understood.
struct Wanted {
    from: Date,
    to: Date,
    among: Among,
    begin: Option<(Option<Date>, Spot)>,
    most: usize,
}

enum Among {
    Dated,
    One(Stretch),
}

impl Wanted {
    fn of(asked: &PhotosQuery) -> Option<Self> {
        let among = match asked.among.as_deref() {
            None | Some("dated") => Among::Dated,
            Some("undated") => Among::One(Stretch::Undated),
            Some("hidden") => Among::One(Stretch::Hidden),
            Some(_) => return None,
        };
        let begin = asked.cursor.as_deref().map(read_cursor);
        let begin = if let Some(begin) = begin { Some(begin?) } else { None };
        let most = asked.most.unwrap_or(USUAL);
        let (from, to) = (asked.from.unwrap_or(Date::MIN), asked.to.unwrap_or(Date::MAX));
        (1..=MOST).contains(&most).then_some(Self { from, to, among, begin, most })
    }

    /// One page: stretch by stretch, until it is full.
    fn page(&self, view: &mut LibraryView<'_, '_>, words: Words) -> Result<PhotosJson, CareError> {
        let mut photos = Vec::new();
        for (month, stretch) in self.stretches(view)? {
            let begin = self.begin.filter(|(begins, _)| *begins == month).map(|(_, spot)| spot);
            let first = month.filter(|month| *month < self.from).map_or(Spot::FIRST, |_| Spot::at(self.from));
            let turn = Turn::From(begin.unwrap_or(first));
            let page = view.shelf_page(stretch, turn, self.most - photos.len())?;
            let in_time = |photo: &&Cleared<Photo>| {
                month.is_none() || photo.taken.as_ref().is_some_and(|taken| taken.at.date() <= self.to)
            };
            photos.extend(page.photos.iter().filter(in_time).map(|photo| PhotoJson::of(photo, words)));
            if let Some(Turn::From(spot) | Turn::Before(spot)) = page.later {
                let end = self.to.tomorrow().map_or(Spot::LAST, Spot::at);
                if month.is_some() && spot.taken_ms >= end.taken_ms {
                    break;
                }
                return Ok(PhotosJson { photos, next: Some(written_cursor(month, spot)) });
            }
            if photos.len() >= self.most {
                // The next page begins with whatever comes after this stretch.
                return Ok(PhotosJson { photos, next: Some(written_cursor(month, Spot::LAST)) });
            }
        }
        Ok(PhotosJson { photos, next: None })
    }

    /// The months that have photos in that time, or the one stretch that is asked for; from the cursor on.
    fn stretches(&self, view: &mut LibraryView<'_, '_>) -> Result<Vec<(Option<Date>, Stretch)>, CareError> {
        if let Among::One(stretch) = self.among {
            return Ok(vec![(None, stretch)]);
        }
        let shelf = view.shelf()?;
        let begin = self.begin.and_then(|(month, _)| month).unwrap_or(Date::MIN).max(self.from.first_of_month());
        let dated = shelf.days.iter().filter(|day| day.known != Known::Year).map(|day| day.day.first_of_month());
        let mut months: Vec<Date> = dated.filter(|month| *month >= begin && *month <= self.to).collect();
        months.dedup();
        Ok(months.into_iter().map(|month| (Some(month), Stretch::Month(month))).collect())
    }
}

fn written_cursor(month: Option<Date>, spot: Spot) -> String {
    month.map_or_else(|| format!("~{spot}"), |month| format!("{month}~{spot}"))
}

fn read_cursor(text: &str) -> Option<(Option<Date>, Spot)> {
    let (month, spot) = text.split_once('~')?;
    let month = if month.is_empty() { None } else { Some(month.parse().ok()?) };
    Some((month, spot.parse().ok()?))
}
