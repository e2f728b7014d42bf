//! One photo, large, with its facts in words.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;
use care::{Cleared, Story};
use jiff::civil::Date;
use library::Photo;
use memories::moments_holding;
use model::PhotoId;

use crate::House;
use crate::pages::keep_away::{Done, JustDone, PutAway};
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

#[derive(Template)]
#[template(path = "photo.html")]
struct Page {
    words: Words,
    here: Here,
    photo: Cleared<Photo>,
    story: Option<Cleared<Story>>,
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
    let id = id.parse().map(PhotoId).map_err(|_| Trouble::NotThere)?;
    let page = house.ask(move |house| {
        let (viewer, words, today) = (visitor.viewer, visitor.words, visitor.today());
        let photo = care::photo(&house.store, viewer, id, today)?.ok_or(Trouble::NotThere)?;
        let moment = house.store.read(|tx| moments_holding(tx, viewer, &[id]))?.first().copied();
        let story = match moment {
            Some(moment) => care::story(&house.store, viewer, moment, today)?,
            None => None,
        };
        Ok(Page { words, here: Here::Library, photo, story, today, done }.render()?)
    });
    Ok(Html(page.await?))
}

impl Page {
    /// The photo so many steps away in the same moment.
    fn neighbour(&self, steps: isize) -> Option<&Cleared<Photo>> {
        let photos = &self.story.as_ref()?.photos;
        let here = photos.iter().position(|photo| photo.id == self.photo.id)?;
        photos.get(here.checked_add_signed(steps)?)
    }

    fn put_away(&self) -> PutAway {
        let back = match &self.story {
            // Where more than this picture (and its burst) remains to go back to.
            Some(story) if story.alike.iter().filter(|alike| !**alike).count() > 1 => {
                format!("/moment/{}", story.moment.id)
            }
            _ => "/today".to_owned(),
        };
        PutAway::photo(self.photo.id.0, self.today, back)
    }
}
