//! What was opened, for this viewing.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::http::header::CACHE_CONTROL;
use axum::response::{Html, IntoResponse, Response};
use care::{About, Cleared, Opened};
use jiff::civil::Date;

use crate::House;
use crate::pages::care::looks;
use crate::pages::keep_away::{Done, JustDone};
use crate::pages::library::asked;
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

/// How many photos a page of it shows.
const ON_A_PAGE: usize = 40;

#[derive(Template)]
#[template(path = "opened.html")]
struct Page {
    words: Words,
    here: Here,
    token: String,
    opened: Cleared<Opened>,
    today: Date,
    done: Done,
    /// Hard days with a quiet look, for which a photo can be picked.
    looks: Vec<(String, String)>,
}

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    Path(token): Path<String>,
    uri: Uri,
    done: JustDone,
) -> Result<Response, Trouble> {
    let from = asked(&uri, "from").and_then(|from| from.parse().ok()).unwrap_or(0);
    let page = house.look(visitor, move |visit, visitor| {
        if let Some(card) = visit.opened_card(&token)? {
            return super::card::page(visit, visitor, (token, &card), Done::of(done));
        }
        let opened = visit.opened(&token, (from, ON_A_PAGE))?.ok_or(Trouble::NotThere)?;
        let (words, today) = (visitor.words, visitor.today());
        let (done, looks) = (Done::of(done), looks(visit, visitor)?);
        Ok(Page { words, here: Here::Elsewhere, token, opened, today, done, looks }.render()?)
    });
    // It is for this viewing: a browser keeps nothing of it.
    Ok(([(CACHE_CONTROL, "no-store")], Html(page.await?)).into_response())
}

impl Page {
    fn heading(&self) -> String {
        match (&self.opened.about, &self.opened.moment) {
            (_, Some(moment)) => self.words.plain_day(moment.day),
            (About::QuietLook, _) => self.words.say("opened-picks"),
            (About::PutAway, _) => self.words.say("opened-put-away"),
            (About::Reach(_) | About::Draft(_), _) => self.words.say("opened-reach"),
            (About::Veil, _) => self.words.say("opened-photo"),
        }
    }

    /// Where it was opened: the draft that it would belong to, else today.
    fn came_from(&self) -> (String, String) {
        match self.opened.about {
            About::Draft(id) => (format!("/care/drafts/{id}"), self.words.say("breath-title")),
            _ => ("/today".to_owned(), self.words.say("nav-today")),
        }
    }

    fn earlier(&self) -> Option<usize> {
        (self.opened.from > 0).then(|| self.opened.from.saturating_sub(ON_A_PAGE))
    }

    fn later(&self) -> Option<usize> {
        let next = self.opened.from + self.opened.photos.len();
        (next < self.opened.of).then_some(next)
    }
}
