//! Why: for one photo, one moment or one day, what care answers and the reasons, in words that do not hurt.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header::CACHE_CONTROL;
use axum::response::{Html, IntoResponse, Response};
use care::{Because, DayAhead, Scope, Verdict, Want, WhyPhoto};
use jiff::civil::Date;
use model::{LossId, MomentId, PhotoId, WishId};

use crate::House;
use crate::pages::form::id_of;
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

#[derive(Template)]
#[template(path = "why_photo.html")]
struct OfPhoto {
    words: Words,
    here: Here,
    verdict: Verdict,
    reasons: Vec<Reason>,
    /// The photo's own page, where it may be shown.
    photo: Option<PhotoId>,
    /// The moment's own page, where it may be shown.
    moment: Option<MomentId>,
    /// What was opened, by its token and its sealed name in it.
    opened: Option<(String, String)>,
    /// Whether a welcome would be heard: not beside a wish that keeps away that very photo.
    may_be_welcomed: bool,
}

/// A reason in words, with the loss that it comes from, to be looked at by its owner.
struct Reason {
    says: String,
    loss: Option<LossId>,
    /// Whether it was taken in by hand.
    by_hand: bool,
    /// The wish that keeps it away, to be lifted by its owner.
    wish: Option<WishId>,
}

#[derive(Template)]
#[template(path = "why_day.html")]
struct OfDay {
    words: Words,
    here: Here,
    day: DayAhead,
    today: Date,
}

pub(crate) async fn photo(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Html<String>, Trouble> {
    let id = id_of(&id, PhotoId)?;
    let page = house.look(visitor, move |visit, visitor| {
        let why = visit.why_photo(id)?.ok_or(Trouble::NotThere)?;
        let shown = visit.photo(id)?.map(|photo| photo.id);
        Ok(OfPhoto { photo: shown, ..OfPhoto::of(visitor, &why) }.render()?)
    });
    Ok(Html(page.await?))
}

/// Of a moment, as it would come by itself today.
pub(crate) async fn moment(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Html<String>, Trouble> {
    let id = id_of(&id, MomentId)?;
    let page = house.look(visitor, move |visit, visitor| {
        let why = visit.why_moment(id, visitor.today())?.ok_or(Trouble::NotThere)?;
        let shown = visit.moment_part(id, 0, 1)?.map(|_| id);
        Ok(OfPhoto { moment: shown, ..OfPhoto::of(visitor, &why) }.render()?)
    });
    Ok(Html(page.await?))
}

/// Of what was opened, by its sealed name: what may not be shown has no number in an address.
pub(crate) async fn opened(
    State(house): State<House>,
    visitor: Visitor,
    Path((token, name)): Path<(String, String)>,
) -> Result<Response, Trouble> {
    let page = house.look(visitor, move |visit, visitor| {
        let why = visit.why_opened(&token, &name)?.ok_or(Trouble::NotThere)?;
        Ok(OfPhoto { opened: Some((token, name)), ..OfPhoto::of(visitor, &why) }.render()?)
    });
    // It is for this viewing, as what was opened is.
    Ok(([(CACHE_CONTROL, "no-store")], Html(page.await?)).into_response())
}

impl OfPhoto {
    fn of(visitor: &Visitor, why: &WhyPhoto) -> Self {
        let (words, zone) = (visitor.words, visitor.who.now.time_zone());
        let reason = |because: &Because| {
            let loss = match because {
                Because::Loss { loss, .. } => Some(*loss),
                _ => None,
            };
            let by_hand = matches!(because, Because::Loss { part: "chosen", .. });
            let wish = match because {
                Because::Wish(wish) if wish.want == Want::KeepAway => Some(wish.id),
                _ => None,
            };
            Reason { says: words.because(because, zone), loss, by_hand, wish }
        };
        let reasons = why.because.iter().map(reason).collect();
        let keeps_it_away = |because: &Because| match because {
            Because::Wish(wish) => wish.want == Want::KeepAway && matches!(wish.scope, Scope::Photo(_)),
            _ => false,
        };
        let may_be_welcomed = why.verdict != Verdict::Cleared && !why.because.iter().any(keeps_it_away);
        let (here, verdict) = (Here::Care, why.verdict);
        Self { words, here, verdict, reasons, photo: None, moment: None, opened: None, may_be_welcomed }
    }
}

pub(crate) async fn day(
    State(house): State<House>,
    visitor: Visitor,
    Path(day): Path<String>,
) -> Result<Html<String>, Trouble> {
    let day: Date = day.parse().map_err(|_| Trouble::NotThere)?;
    let page = house.look(visitor, move |visit, visitor| {
        let (words, today) = (visitor.words, visitor.today());
        let day = visit.ahead_on(day)?;
        Ok(OfDay { words, here: Here::Care, day, today }.render()?)
    });
    Ok(Html(page.await?))
}
