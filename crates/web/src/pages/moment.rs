//! A moment whole.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;
use care::{Cleared, Story};
use jiff::civil::Date;
use library::Photo;
use model::MomentId;

use crate::House;
use crate::pages::keep_away::{Done, JustDone, PutAway};
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

#[derive(Template)]
#[template(path = "moment.html")]
struct Page {
    words: Words,
    here: Here,
    story: Cleared<Story>,
    today: Date,
    done: Done,
}

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    done: JustDone,
) -> Result<Html<String>, Trouble> {
    let done = Done::of(done);
    let id = id.parse().map(MomentId).map_err(|_| Trouble::NotThere)?;
    let page = house.ask(move |house| {
        let (viewer, words, today) = (visitor.viewer, visitor.words, visitor.today());
        let story = care::story(&house.store, viewer, id, today)?.ok_or(Trouble::NotThere)?;
        Ok(Page { words, here: Here::Library, story, today, done }.render()?)
    });
    Ok(Html(page.await?))
}

impl Page {
    fn put_away(&self) -> PutAway {
        PutAway::moment(self.story.moment.id, self.today, format!("/today/{}", self.today))
    }

    fn put_day_away(&self) -> PutAway {
        PutAway::day(self.story.moment.day, self.today, format!("/today/{}", self.today))
    }

    fn photos(&self) -> impl Iterator<Item = (&Cleared<Photo>, bool)> {
        self.story.photos.iter().zip(self.story.alike.iter().copied())
    }
}
