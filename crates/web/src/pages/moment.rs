//! A moment: its photos large and in order, and what its owner says of it.

mod acts;
mod saying;

use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::response::Html;
use care::{Cleared, Photo, Sides, Story};
use jiff::civil::Date;
use model::MomentId;
use serde::Deserialize;

use crate::House;
use crate::pages::care::by_hand::InCare;
use crate::pages::form::id_of;
use crate::pages::keep_away::{Done, JustDone, PutAway};
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

pub(crate) use acts::{hide_screens, join, part, unhide_screens, unsew};
pub(crate) use saying::say;

/// How many photos a page has. More would be slow on a phone, and tiring.
const PAGE: usize = 120;

#[derive(Template)]
#[template(path = "moment.html")]
struct Page {
    words: Words,
    here: Here,
    story: Cleared<Story>,
    before: Option<Cleared<Story>>,
    after: Option<Cleared<Story>>,
    screens: usize,
    today: Date,
    done: Done,
    care: InCare,
}

/// A picture, and the pictures after it that look the same.
struct Burst<'a> {
    first: &'a Cleared<Photo>,
    rest: Vec<&'a Cleared<Photo>>,
}

/// Which part of a long moment is asked for.
#[derive(Deserialize, Default)]
pub(crate) struct Part {
    #[serde(default)]
    from: usize,
}

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    part: Result<Query<Part>, QueryRejection>,
    done: JustDone,
) -> Result<Html<String>, Trouble> {
    let done = Done::of(done);
    let id = id_of(&id, MomentId)?;
    let from = part.map(|Query(part)| part.from).unwrap_or_default();
    let page = house.look(visitor, move |visit, visitor| {
        let (words, today) = (visitor.words, visitor.today());
        let story = visit.moment_part(id, from, PAGE)?.ok_or(Trouble::NotThere)?;
        // Moments that may not be shown are not there to be joined with.
        let Sides { before, after } = visit.sides_of(&story)?;
        let screens = visit.screens_on(story.moment.day)?;
        let care = InCare::moment(visit, visitor, id)?;
        Ok(Page { words, here: Here::Library, story, before, after, screens, today, done, care }.render()?)
    });
    Ok(Html(page.await?))
}

impl Page {
    fn address(&self) -> String {
        format!("/moment/{}", self.story.moment.id)
    }

    fn put_away(&self) -> PutAway {
        PutAway::moment(self.story.moment.id, self.today, format!("/today/{}", self.today))
    }

    fn put_day_away(&self) -> PutAway {
        PutAway::day(self.story.moment.day, self.today, format!("/today/{}", self.today))
    }

    /// What the form was made from, so that two tabs do not overwrite one another unseen.
    fn version(&self) -> String {
        saying::version_of(&self.story.moment.said)
    }

    fn bursts(&self) -> Vec<Burst<'_>> {
        let mut bursts: Vec<Burst<'_>> = Vec::new();
        for (photo, alike) in self.story.photos.iter().zip(&self.story.alike) {
            match bursts.last_mut().filter(|_| *alike) {
                Some(burst) => burst.rest.push(photo),
                None => bursts.push(Burst { first: photo, rest: Vec::new() }),
            }
        }
        bursts
    }

    /// The photos with which a new moment can begin: not with the first, and not in the midst of an instant.
    fn beginnings(&self) -> Vec<(&Cleared<Photo>, String)> {
        let photos = &self.story.photos;
        let at = |index: usize| photos.get(index).and_then(|photo| photo.taken.as_ref()).map(|taken| taken.at);
        let first = usize::from(self.story.from == 0);
        let parts = (first..photos.len()).filter(|&i| i == 0 || at(i) > at(i - 1));
        parts.filter_map(|i| Some((&photos[i], at(i)?.strftime("%H:%M:%S").to_string()))).collect()
    }

    /// Where the part before this one begins.
    fn earlier(&self) -> Option<usize> {
        (self.story.from > 0).then(|| self.story.from.saturating_sub(PAGE))
    }

    /// Where the part after this one begins.
    fn later(&self) -> Option<usize> {
        let next = self.story.from + self.story.photos.len();
        (next < self.story.moment.photos as usize).then_some(next)
    }

    fn which_part(&self) -> String {
        let first = self.story.from + 1;
        let values = [
            ("first", self.words.figures(first as u64).into()),
            ("last", self.words.figures((self.story.from + self.story.photos.len()) as u64).into()),
        ];
        self.words.count_with("moment-part-of", self.story.moment.photos, &values)
    }
}
