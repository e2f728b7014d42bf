//! Why: for one photo or one day, what care answers and the reasons, in words that do not hurt.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;
use care::{DayAhead, Verdict};
use jiff::civil::Date;
use model::{LossId, PhotoId};

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
}

/// A reason in words, with the loss that it comes from, to be looked at by its owner.
struct Reason {
    says: String,
    loss: Option<LossId>,
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
    let page = house.ask(move |house| {
        let (viewer, words, today) = (visitor.viewer, visitor.words, visitor.today());
        let why = care::why_photo(&house.store, viewer, id, today)?.ok_or(Trouble::NotThere)?;
        let shown = care::photo(&house.store, viewer, id, today)?.map(|photo| photo.id);
        let zone = visitor.now.time_zone();
        let mut reasons: Vec<Reason> = Vec::new();
        for because in &why.because {
            let loss = match because {
                care::Because::Loss { loss, .. } => Some(*loss),
                _ => None,
            };
            reasons.push(Reason { says: words.because(because, zone), loss });
        }
        Ok(OfPhoto { words, here: Here::Settings, verdict: why.verdict, reasons, photo: shown }.render()?)
    });
    Ok(Html(page.await?))
}

pub(crate) async fn day(
    State(house): State<House>,
    visitor: Visitor,
    Path(day): Path<String>,
) -> Result<Html<String>, Trouble> {
    let day: Date = day.parse().map_err(|_| Trouble::NotThere)?;
    let page = house.ask(move |house| {
        let (words, today) = (visitor.words, visitor.today());
        let day = care::ahead_on(&house.store, visitor.viewer, day, today)?;
        Ok(OfDay { words, here: Here::Settings, day, today }.render()?)
    });
    Ok(Html(page.await?))
}
