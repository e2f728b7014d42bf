//! What is put away or welcome, as the API answers it: words only.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use care::{Chosen, HowLong, Scope, StandingWish, Visit, Want, Wish};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::{MomentId, PersonId, PhotoId, WishId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Body, Problem};
use crate::House;
use crate::trouble::Trouble;
use crate::visitor::Visitor;
use crate::words::Words;

/// What was said of photos: what is put away, asked about first, or welcome.
#[derive(Serialize, ToSchema)]
#[schema(as = Wishes)]
pub(crate) struct WishesJson {
    /// The latest first.
    wishes: Vec<WishJson>,
}

/// Something that is put away, asked about first, or welcome. It says neither what is in it nor whose it is.
#[derive(Serialize, ToSchema)]
#[schema(as = Wish)]
pub(crate) struct WishJson {
    /// Its number, by which it is lifted.
    id: i64,
    /// `keep_away`, `ask_first` or `welcome`.
    want: &'static str,
    /// `photo`, `moment`, `birthday`, `observance` or `day`.
    scope: &'static str,
    /// The first day on which it no longer holds; none for good.
    until: Option<Date>,
    /// When it was made.
    made: Timestamp,
    /// The same in words.
    words: String,
}

/// Something to put away.
#[derive(Deserialize, ToSchema)]
pub(crate) struct AskedWish {
    /// What it is about.
    scope: AskedScope,
    /// The number of the photo, the moment or the person; for a day, none.
    id: Option<i64>,
    /// The day, where it is about a day.
    day: Option<Date>,
    /// The name of the day of the calendar, where it is about one.
    observance: Option<String>,
    /// How long.
    how_long: AskedLength,
}

/// What a wish is about.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AskedScope {
    /// One photo, and the pictures of the same burst.
    Photo,
    /// One moment, however it is grouped later.
    Moment,
    /// The birthdays of one person.
    Birthday,
    /// The memories of one day of the calendar.
    Observance,
    /// Everything that was taken on one day.
    Day,
}

/// How long a wish holds.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AskedLength {
    /// For today.
    NotThis,
    /// Until the same day next year.
    NotThisYear,
    /// Until it is lifted.
    Never,
}

/// A wish that was made.
#[derive(Serialize, ToSchema)]
pub(crate) struct MadeWish {
    /// Its number, by which it is lifted.
    id: i64,
}

/// Everything that is put away, asked about by wish, or welcome; in words only.
#[utoipa::path(get, path = "/api/v1/wishes", tag = "putting away",
    responses((status = 200, body = WishesJson), (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["read", "care"]), ("session" = [])))]
pub(crate) async fn list(State(house): State<House>, visitor: Visitor) -> Result<Json<WishesJson>, Trouble> {
    let wishes = house.look(visitor, |visit, visitor| {
        let zone = visitor.who.now.time_zone();
        Ok(visit.wishes()?.iter().map(|wish| WishJson::of(wish, visitor.words, zone)).collect())
    });
    Ok(Json(WishesJson { wishes: wishes.await? }))
}

/// Puts something away that may be seen. Asking for the same twice is one wish.
#[utoipa::path(post, path = "/api/v1/wishes", tag = "putting away", request_body = AskedWish,
    responses((status = 200, body = MadeWish), (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["write", "care"]), ("session" = [])))]
pub(crate) async fn make(
    State(house): State<House>,
    visitor: Visitor,
    Body(asked): Body<AskedWish>,
) -> Result<Json<MadeWish>, Trouble> {
    let wish = asked.understood().ok_or(Trouble::Misused("api-body"))?;
    let made = house.change(visitor, move |change, visitor| {
        if !may_be_spoken_of(change, wish.scope)? {
            return Err(Trouble::NotThere);
        }
        Ok(change.keep_away(wish, visitor.today())?)
    });
    let id = made.await?.ok_or(Trouble::NotThere)?;
    Ok(Json(MadeWish { id: id.0 }))
}

/// Takes back what was said: what was put away may return, and what was welcome is as it was before.
#[utoipa::path(delete, path = "/api/v1/wishes/{id}", tag = "putting away",
    params(("id" = i64, Path, description = "Its number")),
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["write", "care"]), ("session" = [])))]
pub(crate) async fn lift(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<StatusCode, Trouble> {
    let id = id.parse().map(WishId).map_err(|_| Trouble::NotThere)?;
    let lifted = house.change(visitor, move |change, _| Ok(change.lift(id)?));
    if lifted.await?.is_some() { Ok(StatusCode::NO_CONTENT) } else { Err(Trouble::NotThere) }
}

/// Whether something may be put away: it may be seen, or was put away already. What else is there is not told.
fn may_be_spoken_of(visit: &mut Visit<'_, '_>, scope: Scope) -> Result<bool, Trouble> {
    let seen = match scope {
        Scope::Photo(id) => visit.shows(Chosen::Photo(id))?,
        Scope::Moment(id) => visit.shows(Chosen::Moment(id))?,
        Scope::Birthday(id) => visit.library()?.knows(id)?,
        Scope::Observance(_) | Scope::Day(_) => true,
    };
    Ok(seen || visit.wishes()?.iter().any(|wish| wish.scope == scope && wish.want == Want::KeepAway))
}

impl WishJson {
    fn of(wish: &StandingWish, words: Words, zone: &TimeZone) -> Self {
        let scope = match wish.scope {
            Scope::Photo(_) => "photo",
            Scope::Moment(_) => "moment",
            Scope::Birthday(_) => "birthday",
            Scope::Observance(_) => "observance",
            Scope::Day(_) => "day",
        };
        let want = wish.want.name();
        Self { id: wish.id.0, want, scope, until: wish.until, made: wish.made, words: words.put_away(wish, zone) }
    }
}

impl AskedWish {
    fn understood(&self) -> Option<Wish> {
        let scope = match self.scope {
            AskedScope::Photo => Scope::Photo(PhotoId(self.id?)),
            AskedScope::Moment => Scope::Moment(MomentId(self.id?)),
            AskedScope::Birthday => Scope::Birthday(PersonId(self.id?)),
            AskedScope::Observance => Scope::Observance(care::observance(self.observance.as_deref()?)?.id),
            AskedScope::Day => Scope::Day(self.day?),
        };
        let how_long = match self.how_long {
            AskedLength::NotThis => HowLong::NotThis,
            AskedLength::NotThisYear => HowLong::NotThisYear,
            AskedLength::Never => HowLong::Never,
        };
        Some(Wish { scope, how_long })
    }
}
