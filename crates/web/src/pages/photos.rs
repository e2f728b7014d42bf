//! What is done with several photos at once: one form, and one Undo for all of it.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::response::Redirect;
use care::{Change, Cleared, GivenDate, HowLong, Photo, Scope, Undo, Wish};
use model::{PhotoId, WishId};

use crate::picking::{Done, with};
use crate::trouble::Trouble;
use crate::visitor::Visitor;
use crate::{House, address};

/// The most photos that are changed in one go; a page shows fewer.
const MOST: usize = 500;

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Act {
    Date(GivenDate),
    DateBack,
    Tag(String),
    /// By the sealed name of the naming.
    Untag(String),
    KeepAway(HowLong),
    Lift,
    Hide,
    Unhide,
    Remove,
    Restore,
}

/// A form as it was sent.
struct PhotosForm {
    fields: Vec<(String, String)>,
}

/// What came of it: the photos (or wishes) that were changed, and by what it is taken back.
#[derive(Default)]
struct Outcome {
    changed: Vec<i64>,
    undo: Option<Undo>,
    /// Whether some had a date of their owner's before.
    redated: bool,
}

pub(crate) async fn act(
    State(house): State<House>,
    visitor: Visitor,
    Path(action): Path<String>,
    form: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Result<Redirect, Trouble> {
    let Form(fields) = form.map_err(|_| Trouble::Misused("trouble-choose"))?;
    let asked = PhotosForm { fields };
    let (ids, back, undoing) = (asked.ids(), asked.back(), asked.field("undo").is_some());
    let act = if ids.is_empty() { None } else { asked.act(&action)? };
    let Some(act) = act else { return Ok(Redirect::to(&with(&back, "done=undone"))) };
    let done = if undoing { Done::Undone } else { act.done() };
    let outcome = house.change(visitor, move |change, _| act.apply(change, ids));
    let Outcome { changed, undo, redated } = outcome.await?;
    let done = if redated && !undoing { Done::Redated } else { done };
    let ids: Vec<String> = changed.iter().map(ToString::to_string).collect();
    let mut said = format!("done={}&ids={}", done.name(), ids.join("."));
    if let Some(undo) = undo {
        said.push_str(&format!("&change={undo}"));
    }
    Ok(Redirect::to(&with(&back, &said)))
}

impl PhotosForm {
    fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.trim())
    }

    /// Every `id`, and those in `ids`, which an Undo sends separated by dots.
    fn ids(&self) -> Vec<i64> {
        let each = self.fields.iter().filter(|(name, _)| name == "id" || name == "ids");
        let mut ids: Vec<i64> = each.flat_map(|(_, ids)| ids.split('.')).filter_map(|id| id.parse().ok()).collect();
        ids.sort_unstable();
        ids.dedup();
        ids.truncate(MOST);
        ids
    }

    /// Where to go back to: a page of this house, whatever the form was made to say.
    fn back(&self) -> String {
        self.field("back").filter(|back| address::is_own(back)).unwrap_or("/library").to_owned()
    }

    /// What is to be done; `None` where nothing was filled in.
    fn act(&self, action: &str) -> Result<Option<Act>, Trouble> {
        let filled = |name| self.field(name).filter(|value| !value.is_empty());
        Ok(Some(match action {
            // The enter key in a field.
            "said" if filled("date").is_some() && filled("name").is_some() => {
                return Err(Trouble::Misused("library-one-at-a-time"));
            }
            "said" if filled("date").is_some() => return self.act("date"),
            "said" if filled("name").is_some() => return self.act("tag"),
            "said" => return Ok(None),
            "date" => {
                let date = filled("date").unwrap_or_default().parse();
                Act::Date(date.map_err(|_| Trouble::Misused("library-date-not-understood"))?)
            }
            "tag" => Act::Tag(filled("name").ok_or(Trouble::Misused("library-tag-whom"))?.to_owned()),
            "untag" => Act::Untag(filled("change").ok_or(Trouble::NotThere)?.to_owned()),
            "keep-away" => Act::KeepAway(match self.field("how_long") {
                Some("not_this_year") => HowLong::NotThisYear,
                Some("never") => HowLong::Never,
                _ => return Err(Trouble::Misused("trouble-choose")),
            }),
            "date-back" => Act::DateBack,
            "lift" => Act::Lift,
            "hide" => Act::Hide,
            "unhide" => Act::Unhide,
            "remove" => Act::Remove,
            "restore" => Act::Restore,
            _ => return Err(Trouble::NotThere),
        }))
    }
}

impl Act {
    fn done(&self) -> Done {
        match self {
            Self::Date(_) => Done::Dated,
            Self::Tag(_) => Done::Tagged,
            Self::KeepAway(_) => Done::Away,
            Self::Hide => Done::Hidden,
            Self::Unhide => Done::Shown,
            Self::Remove => Done::Removed,
            Self::DateBack | Self::Untag(_) | Self::Lift | Self::Restore => Done::Undone,
        }
    }

    /// Does it, all or nothing, with those of the photos that may be seen.
    fn apply(&self, change: &mut Change<'_, '_>, ids: Vec<i64>) -> Result<Outcome, Trouble> {
        let photos: Vec<PhotoId> = ids.iter().copied().map(PhotoId).collect();
        match self {
            // A wish is not a photo, and a removed photo is not there to be looked at.
            Self::Lift => lift(change, ids),
            Self::Restore => Ok(Outcome::of(&change.restore(&photos)?)),
            _ => {
                let photos = change.library()?.photos(&photos)?;
                self.apply_to(change, photos)
            }
        }
    }

    fn apply_to(&self, change: &mut Change<'_, '_>, photos: Vec<Cleared<Photo>>) -> Result<Outcome, Trouble> {
        let all: Vec<PhotoId> = photos.iter().map(|photo| photo.id).collect();
        Ok(match self {
            Self::Date(given) => {
                let dated = change.date(&photos, *given)?;
                Outcome { redated: dated.again, ..Outcome::of(&all) }
            }
            Self::DateBack => {
                change.date_back(&photos)?;
                Outcome::of(&all)
            }
            Self::Tag(name) => match change.tag(&photos, name)? {
                Some(tagged) => Outcome { undo: Some(tagged.undo), ..Outcome::of(&tagged.photos) },
                None => Outcome::default(),
            },
            Self::Untag(undo) if change.take_back_person_change(undo)? => Outcome::of(&all),
            Self::KeepAway(how_long) => keep_away(change, &all, *how_long)?,
            Self::Hide => Outcome::of(&change.hide(&photos)?),
            Self::Unhide => Outcome::of(&change.unhide(&photos)?),
            Self::Remove => Outcome::of(&change.remove(&photos)?),
            Self::Untag(_) | Self::Lift | Self::Restore => Outcome::default(),
        })
    }
}

impl Outcome {
    /// Those photos were changed.
    fn of(photos: &[PhotoId]) -> Self {
        Self { changed: photos.iter().map(|photo| photo.0).collect(), ..Self::default() }
    }
}

fn keep_away(change: &mut Change<'_, '_>, photos: &[PhotoId], how_long: HowLong) -> Result<Outcome, Trouble> {
    let (day, mut outcome) = (change.today(), Outcome::default());
    for photo in photos {
        let made = change.keep_away(Wish { scope: Scope::Photo(*photo), how_long }, day)?;
        outcome.changed.extend(made.map(|wish| wish.0));
    }
    Ok(outcome)
}

fn lift(change: &mut Change<'_, '_>, wishes: Vec<i64>) -> Result<Outcome, Trouble> {
    let mut outcome = Outcome::default();
    for wish in wishes {
        if change.lift(WishId(wish))?.is_some() {
            outcome.changed.push(wish);
        }
    }
    Ok(outcome)
}
