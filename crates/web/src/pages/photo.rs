//! One photo, large, with its facts in words and what its owner can do with it.

mod acts;
mod clock;
mod dating;
mod original;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;
use care::{Beside, Cleared, Genre, Photo};
use jiff::SignedDuration;
use jiff::civil::Date;
use model::{PhotoId, Taken};

use crate::pages::care::by_hand::InCare;
use crate::pages::form::id_of;
use crate::pages::keep_away::{Done, JustDone, PutAway};
use crate::picking::Picking;
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;
use crate::{House, address};

pub(crate) use acts::{hide, remove, restore, turn, unhide};
pub(crate) use clock::{preview as shift_preview, shift, shift_back};
pub(crate) use dating::{date, date_back, undo_date};
pub(crate) use original::original;

#[derive(Template)]
#[template(path = "photo.html")]
struct Page {
    words: Words,
    here: Here,
    photo: Cleared<Photo>,
    beside: Option<Cleared<Beside>>,
    /// By how much the camera's clock was wrong, where the owner's correction tells.
    wrong_by: Option<SignedDuration>,
    has_original: bool,
    today: Date,
    done: Done,
    picking: Picking,
    care: InCare,
}

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    done: JustDone,
    mut picking: Picking,
) -> Result<Html<String>, Trouble> {
    let done = Done::of(done);
    let id = id_of(&id, PhotoId)?;
    let page = house.look(visitor, move |visit, visitor| {
        let photo = visit.photo(id)?.ok_or(Trouble::NotThere)?;
        let beside = visit.beside(&photo)?;
        let wrong_by = visit.wrong_by(&photo)?;
        let has_original = visit.original(&photo)?.is_some();
        picking.names = visit.names()?;
        let care = InCare::photo(visit, visitor, id)?;
        let (words, here, today) = (visitor.words, Here::Library, visitor.today());
        Ok(Page { words, here, photo, beside, wrong_by, has_original, today, done, picking, care }.render()?)
    });
    Ok(Html(page.await?))
}

impl Page {
    fn before(&self) -> Option<PhotoId> {
        self.beside.as_ref()?.before
    }

    fn after(&self) -> Option<PhotoId> {
        self.beside.as_ref()?.after
    }

    /// What the date form was made from, so that two tabs do not overwrite one another unseen.
    fn version(&self) -> String {
        dating::version_of(self.photo.taken.as_ref())
    }

    fn date_is_the_owners(&self) -> bool {
        self.photo.taken.as_ref().is_some_and(Taken::is_the_owners)
    }

    /// Whether it returns by itself, or why it never does.
    fn why(&self) -> String {
        let (photo, words) = (&self.photo, self.words);
        let taken = photo.taken.as_ref();
        words.say(match (&self.beside, taken) {
            (Some(_), _) => return self.when_it_returns(),
            _ if photo.hidden => "photo-why-hidden",
            _ if photo.not_shown.is_some() => "photo-why-not-shown",
            _ if photo.genre != Genre::Photo => "photo-why-screen",
            (_, None) => "photo-why-undated",
            (_, Some(taken)) if !taken.confidence.is_trusted() => "photo-why-doubtful",
            (_, Some(taken)) if !taken.makes_anniversary() => "photo-why-vague",
            _ => "photo-why-left-out",
        })
    }

    fn when_it_returns(&self) -> String {
        let day = self.beside.as_ref().map(|beside| beside.moment.day).unwrap_or_default();
        let anniversary = self.words.day_of_the_year(day);
        self.words.fill("photo-why-returns", "day", anniversary)
    }

    /// Where the photos of the same town are.
    fn around(&self) -> Option<String> {
        let town = self.photo.place.as_ref().map(|place| place.town.replace('"', " "))?;
        (!town.is_empty()).then(|| address::with("/search", &[("q", &format!("\"{town}\""))]))
    }

    fn put_away(&self) -> PutAway {
        let back = match &self.beside {
            // Where more than this picture (and its burst) may remain to go back to.
            Some(beside) if beside.before.is_some() || beside.after.is_some() => {
                format!("/moment/{}", beside.moment.id)
            }
            _ => "/library".to_owned(),
        };
        PutAway::photo(self.photo.id.0, self.today, back)
    }
}
