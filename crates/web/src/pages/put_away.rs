//! What is put away: in words only, with a way to let it return. Beside it what is welcome, or asked about by wish.

use askama::Template;
use axum::extract::State;
use axum::response::Html;
use care::{StandingWish, Want};
use jiff::tz::TimeZone;

use crate::House;
use crate::pages::keep_away::{Done, JustDone};
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

#[derive(Template)]
#[template(path = "put_away.html")]
struct Page {
    words: Words,
    here: Here,
    /// What is put away.
    wishes: Vec<StandingWish>,
    /// What was said and keeps nothing away.
    others: Vec<StandingWish>,
    zone: TimeZone,
    done: Done,
    /// How many photos are put away.
    put_away: usize,
}

/// What was said of photos that are not put away, with how it is taken back.
struct NotAway<'a> {
    name: &'static str,
    title: String,
    about: String,
    undo: String,
    /// Each with its button in full, for those who hear it.
    wishes: Vec<(&'a StandingWish, String)>,
}

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    done: JustDone,
) -> Result<Html<String>, Trouble> {
    let done = Done::of(done);
    let page = house.look(visitor, move |visit, visitor| {
        let (wishes, others) = visit.wishes()?.into_iter().partition(|wish| wish.want == Want::KeepAway);
        let put_away = visit.library()?.put_away();
        let zone = visitor.who.now.time_zone().clone();
        let (words, here) = (visitor.words, Here::Care);
        Ok(Page { words, here, wishes, others, zone, done, put_away }.render()?)
    });
    Ok(Html(page.await?))
}

impl Page {
    fn not_away(&self) -> Vec<NotAway<'_>> {
        let words = self.words;
        let of = |want, undo| {
            let wishes = self.others.iter().filter(move |wish| wish.want == want);
            wishes.map(|wish| (wish, words.fill(undo, "which", words.put_away(wish, &self.zone)))).collect()
        };
        let welcome = NotAway {
            name: "welcome",
            title: words.say("welcome-title"),
            about: words.say("welcome-about"),
            undo: words.say("welcome-undo"),
            wishes: of(Want::Welcome, "welcome-undo-which"),
        };
        let asked = NotAway {
            name: "asked",
            title: words.say("asked-title"),
            about: words.say("asked-about"),
            undo: words.say("asked-undo"),
            wishes: of(Want::AskFirst, "asked-undo-which"),
        };
        [asked, welcome].into_iter().filter(|said| !said.wishes.is_empty()).collect()
    }
}
