//! Where somebody is signed in, and ending that.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, Redirect};
use model::SessionId;

use super::{JustDone, day, flash};
use crate::House;
use crate::door::SignedIn;
use crate::flash::Flash;
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

#[derive(Template)]
#[template(path = "sessions.html")]
struct Page {
    words: Words,
    here: Here,
    flash: Option<Flash>,
    sessions: Vec<Row>,
}

struct Row {
    id: i64,
    device: String,
    seen: String,
    since: String,
    this_one: bool,
}

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    SignedIn(entered): SignedIn,
    done: JustDone,
) -> Result<Html<String>, Trouble> {
    let words = visitor.words;
    let flash = flash(words, done, &[("ended", "sessions-ended"), ("others", "sessions-others-ended")]);
    let page = house.ask(move |house| {
        let (now, zone) = (visitor.who.now.timestamp(), visitor.who.now.time_zone().clone());
        let sessions = house.door.sessions(visitor.who.viewer, now)?;
        let row = |session: circle::Session| Row {
            id: session.id.0,
            device: words.device(&session.device),
            seen: words.fill("sessions-seen", "day", day(words, session.seen, &zone)),
            since: words.fill("sessions-since", "day", day(words, session.made, &zone)),
            this_one: session.id == entered.session,
        };
        let sessions = sessions.into_iter().map(row).collect();
        Ok(Page { words, here: Here::Settings, flash, sessions }.render()?)
    });
    Ok(Html(page.await?))
}

pub(crate) async fn end(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Redirect, Trouble> {
    let id = id.parse().map(SessionId).map_err(|_| Trouble::NotThere)?;
    let ended = house.ask(move |house| Ok(house.door.end_session(visitor.who.viewer, id)?));
    if ended.await? { Ok(Redirect::to("/settings/sessions?done=ended")) } else { Err(Trouble::NotThere) }
}

pub(crate) async fn end_others(
    State(house): State<House>,
    visitor: Visitor,
    SignedIn(entered): SignedIn,
) -> Result<Redirect, Trouble> {
    house.ask(move |house| Ok(house.door.end_others(visitor.who.viewer, entered.session)?)).await?;
    Ok(Redirect::to("/settings/sessions?done=others"))
}
