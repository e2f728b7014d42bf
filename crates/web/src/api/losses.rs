//! What somebody keeps with care, as the API answers it: to its owner alone, and without their private words.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use care::{FirstWords, KeptLoss, Kind, Loss, LossPlace, Sight, When};
use jiff::civil::Date;
use model::{LossId, PersonId, Position};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Body, Problem};
use crate::House;
use crate::trouble::Trouble;
use crate::visitor::Visitor;

/// Something that is kept with care. Private words are not told to programs.
#[derive(Serialize, ToSchema)]
#[schema(as = Loss)]
pub(crate) struct LossJson {
    /// Its number.
    id: i64,
    /// `death`, `pregnancy_loss`, `separation`, `illness`, `animal`, `home` or `other`.
    kind: &'static str,
    /// What its owner calls it. May be empty.
    called: String,
    /// The numbers of the people whom it is about.
    people: Vec<i64>,
    /// The days that it may have been, where less than a day is known.
    about: Option<PeriodJson>,
    /// When it lasted.
    periods: Vec<PeriodJson>,
    /// Days that return.
    days: Vec<DayJson>,
    /// How far it reaches, and what is wanted for each part of that.
    parts: Vec<PartJson>,
    /// Whether its days come without the people whom it is about.
    without_them: bool,
    /// From which day on it is asked, on the care page, whether this is still right.
    review: Option<Date>,
}

/// A time that it lasted.
#[derive(Serialize, ToSchema)]
#[schema(as = Period)]
pub(crate) struct PeriodJson {
    /// Its first day.
    from: Date,
    /// Its last day; none while it lasts.
    to: Option<Date>,
}

/// A day that returns every year.
#[derive(Serialize, ToSchema)]
#[schema(as = HardDay)]
pub(crate) struct DayJson {
    /// The day as it was first; none for an observance.
    date: Option<Date>,
    /// `silence`, `quiet_look` or `as_usual`.
    plan: &'static str,
    /// How many days before it the plan begins.
    before: u8,
    /// How many days after it the plan ends.
    after: u8,
}

/// A part of a reach.
#[derive(Serialize, ToSchema)]
#[schema(as = Part)]
pub(crate) struct PartJson {
    /// `the_day`, `periods`, `people`, `same_moment`, `places`, `companions`, `words`, `alike` or `chosen`.
    part: &'static str,
    /// `keep_away`, `ask_first` or `welcome`.
    want: &'static str,
    /// The first day on which that no longer counts; none for good.
    until: Option<Date>,
    /// What is wanted from that day on; none where nothing is said then.
    then: Option<&'static str>,
}

/// Something to keep with care. A kind and a day, a month or a year are enough; the rest is proposed carefully, and can be changed on its page.
#[derive(Deserialize, ToSchema)]
pub(crate) struct AskedLoss {
    /// What happened.
    kind: AskedKind,
    /// When, as well as that is known: `2020-09-28`, `2020-09`, `2020` or `about 2019`.
    day: String,
    /// What its owner calls it.
    #[serde(default)]
    called: String,
    /// The numbers of the people whom it is about. After a death their birthdays, where they are known, become days that return.
    #[serde(default)]
    people: Vec<i64>,
    /// What is wanted of pictures with them, after a death or a separation: `away` unless said.
    sight: Option<AskedSight>,
    /// The first day on which pictures with them ask first, where they are away until then.
    until: Option<Date>,
    /// When it began, where that is known.
    began: Option<Date>,
    /// How many weeks a pregnancy had lasted.
    weeks: Option<u16>,
    /// Where it was.
    #[serde(default)]
    places: Vec<AskedPlace>,
    /// Whether those places belong to it at any time, or only within its time.
    always: Option<bool>,
    /// The day a birth was expected.
    due: Option<Date>,
    /// A wedding day.
    wedding: Option<Date>,
}

/// What is wanted of pictures with somebody.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AskedSight {
    /// They stay away for now.
    Away,
    /// They are asked about first.
    AskMe,
}

/// A place around a point.
#[derive(Clone, Copy, Deserialize, ToSchema)]
pub(crate) struct AskedPlace {
    /// In degrees, north positive.
    latitude: f64,
    /// In degrees, east positive.
    longitude: f64,
    /// How far around it, in metres.
    metres: u32,
}

/// What happened.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AskedKind {
    /// Somebody died.
    Death,
    /// A pregnancy or a baby.
    PregnancyLoss,
    /// Somebody I parted from.
    Separation,
    /// An illness.
    Illness,
    /// An animal.
    Animal,
    /// A home.
    Home,
    /// Something else.
    Other,
}

/// Something that was kept.
#[derive(Serialize, ToSchema)]
pub(crate) struct MadeLoss {
    /// Its number, by which it is removed and brought back.
    id: i64,
}

/// What is kept with care, the first entered first.
#[utoipa::path(get, path = "/api/v1/losses", tag = "care", responses((status = 200, body = Vec<LossJson>),
    (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["read", "care"]), ("session" = [])))]
pub(crate) async fn list(State(house): State<House>, visitor: Visitor) -> Result<Json<Vec<LossJson>>, Trouble> {
    let losses = house.look(visitor, |visit, _| Ok(visit.losses()?.iter().map(LossJson::of).collect()));
    Ok(Json(losses.await?))
}

/// Keeps something with care, as it is proposed for its kind. It counts from the next request on.
#[utoipa::path(post, path = "/api/v1/losses", tag = "care", request_body = AskedLoss,
    responses((status = 200, body = MadeLoss), (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["write", "care"]), ("session" = [])))]
pub(crate) async fn add(
    State(house): State<House>,
    visitor: Visitor,
    Body(asked): Body<AskedLoss>,
) -> Result<Json<MadeLoss>, Trouble> {
    let when = When::of(&asked.day.parse().map_err(|_| Trouble::Misused("api-loss"))?);
    let added = house.keep(visitor, move |change| {
        let people = asked.people.iter().copied().map(PersonId).collect();
        let about = change.first_words(people)?;
        change.add_loss(asked.understood(when, about))
    });
    let added = added.await?.map_err(|_| Trouble::Misused("api-loss"))?;
    Ok(Json(MadeLoss { id: added.0 }))
}

/// Removes it: what it kept back may return at once.
#[utoipa::path(delete, path = "/api/v1/losses/{id}", tag = "care",
    params(("id" = i64, Path, description = "Its number")),
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["write", "care"]), ("session" = [])))]
pub(crate) async fn remove(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<StatusCode, Trouble> {
    let id = id.parse().map(LossId).map_err(|_| Trouble::NotThere)?;
    let removed = house.change(visitor, move |change, _| Ok(change.remove_loss(id)?));
    if removed.await? { Ok(StatusCode::NO_CONTENT) } else { Err(Trouble::NotThere) }
}

/// Brings it back, as it was.
#[utoipa::path(post, path = "/api/v1/losses/{id}/restore", tag = "care",
    params(("id" = i64, Path, description = "Its number")),
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["write", "care"]), ("session" = [])))]
pub(crate) async fn restore(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<StatusCode, Trouble> {
    let id = id.parse().map(LossId).map_err(|_| Trouble::NotThere)?;
    let restored = house.change(visitor, move |change, _| Ok(change.restore_loss(id)?));
    if restored.await? { Ok(StatusCode::NO_CONTENT) } else { Err(Trouble::NotThere) }
}

impl LossJson {
    fn of(kept: &KeptLoss) -> Self {
        let loss = &kept.loss;
        let day = |day: &care::Returning| DayJson {
            date: day.date,
            plan: day.plan.name(),
            before: day.before,
            after: day.after,
        };
        let part = |part: &care::Part| PartJson {
            part: part.of.name(),
            want: part.want.name(),
            until: part.until,
            then: part.then.map(care::Want::name),
        };
        Self {
            id: kept.id.0,
            kind: loss.kind.name(),
            called: loss.called.clone(),
            people: loss.people.iter().map(|person| person.0).collect(),
            about: loss.about.map(|when| PeriodJson { from: when.first, to: Some(when.last) }),
            periods: loss.periods.iter().map(|period| PeriodJson { from: period.from, to: period.to }).collect(),
            days: loss.days.iter().map(day).collect(),
            parts: loss.parts.iter().map(part).collect(),
            without_them: loss.without_them,
            review: loss.review,
        }
    }
}

impl AskedLoss {
    /// `about`: what is known of the people whom it is about.
    fn understood(self, when: When, about: FirstWords) -> Loss {
        let kind = match self.kind {
            AskedKind::Death => Kind::Death,
            AskedKind::PregnancyLoss => Kind::PregnancyLoss,
            AskedKind::Separation => Kind::Separation,
            AskedKind::Illness => Kind::Illness,
            AskedKind::Animal => Kind::Animal,
            AskedKind::Home => Kind::Home,
            AskedKind::Other => Kind::Other,
        };
        let around = |place: &AskedPlace| {
            let point = Position::new(place.latitude, place.longitude)?;
            Some(LossPlace::Around { point, metres: place.metres })
        };
        let first = FirstWords {
            sight: match self.sight {
                Some(AskedSight::AskMe) => Sight::AskMe,
                _ => Sight::Away { until: self.until },
            },
            began: self.began,
            weeks: self.weeks,
            due: self.due,
            wedding: self.wedding,
            places: self.places.iter().filter_map(around).collect(),
            always: self.always,
            ..about
        };
        Loss { called: self.called, ..Loss::proposed(kind, when, &first) }
    }
}
