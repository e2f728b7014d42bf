//! What is done with several photos at once: one form, and one Undo for all of it.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::response::Redirect;
use care::{HowLong, Scope, Wish};
use library::GivenDate;
use model::{ChangeId, PhotoId, Taken, WishId};
use store::Tx;

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
    Untag(ChangeId),
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
struct Outcome {
    changed: Vec<i64>,
    change: Option<ChangeId>,
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
    let outcome = house.ask(move |house| {
        let seen = care::look(&house.store, visitor.viewer, visitor.today(), |view| match act {
            // A wish is not a photo, and a removed photo is not there to be looked at.
            Act::Lift => Ok(ids),
            Act::Restore => Ok(ids.into_iter().filter(|id| view.shows(PhotoId(*id))).collect()),
            _ => {
                let ids: Vec<PhotoId> = ids.into_iter().map(PhotoId).collect();
                Ok(view.photos(&ids)?.iter().filter(|photo| act.changes(photo)).map(|photo| photo.id.0).collect())
            }
        })?;
        house.store.write(|tx| act.apply(tx, &visitor, seen))
    });
    let Outcome { changed, change, redated } = outcome.await?;
    let done = if redated && !undoing { Done::Redated } else { done };
    let ids: Vec<String> = changed.iter().map(ToString::to_string).collect();
    let mut said = format!("done={}&ids={}", done.name(), ids.join("."));
    if let Some(change) = change {
        said.push_str(&format!("&change={change}"));
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
            "untag" => {
                let change = filled("change").and_then(|id| id.parse().ok()).ok_or(Trouble::NotThere)?;
                Act::Untag(ChangeId(change))
            }
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
    /// Whether it would change anything about that photo.
    fn changes(&self, photo: &library::Photo) -> bool {
        match self {
            Self::Hide => !photo.hidden,
            Self::Unhide => photo.hidden,
            _ => true,
        }
    }

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

    /// Does it, all or nothing.
    fn apply(&self, tx: &mut Tx<'_>, visitor: &Visitor, ids: Vec<i64>) -> Result<Outcome, Trouble> {
        let (viewer, now) = (visitor.viewer, visitor.now.timestamp());
        let photos: Vec<PhotoId> = ids.iter().copied().map(PhotoId).collect();
        let (mut changed, mut change, mut redated) = (Vec::new(), None, false);
        match self {
            Self::Date(given) => {
                let before = library::photos(tx, viewer, &photos)?;
                redated = before.iter().filter_map(|photo| photo.taken.as_ref()).any(Taken::is_the_owners);
                library::correct_dates(tx, viewer, &photos, *given)?;
                changed = ids;
            }
            Self::DateBack => {
                library::take_back_correction(tx, viewer, &photos)?;
                changed = ids;
            }
            Self::Tag(name) => {
                if let Some(tagged) = library::tag(tx, viewer, &photos, name, now)? {
                    change = Some(tagged.change);
                    changed = tagged.photos.into_iter().map(|photo| photo.0).collect();
                }
            }
            Self::Untag(change) => {
                if library::undo_change(tx, viewer, *change, now)? {
                    changed = ids;
                }
            }
            Self::KeepAway(how_long) => {
                for photo in photos {
                    let wish = Wish { scope: Scope::Photo(photo), how_long: *how_long };
                    let made = care::keep_away(tx, viewer, wish, visitor.today(), &visitor.now)?;
                    changed.extend(made.map(|wish| wish.0));
                }
            }
            Self::Lift => {
                for wish in ids {
                    if care::lift(tx, viewer, WishId(wish), now)? {
                        changed.push(wish);
                    }
                }
            }
            Self::Hide | Self::Unhide | Self::Remove | Self::Restore => {
                for photo in photos {
                    let there = match self {
                        Self::Hide => library::hide(tx, viewer, photo)?,
                        Self::Unhide => library::unhide(tx, viewer, photo)?,
                        Self::Remove => library::remove(tx, viewer, photo, now)?,
                        _ => library::restore(tx, viewer, photo, now)?,
                    };
                    if there {
                        changed.push(photo.0);
                    }
                }
            }
        }
        Ok(Outcome { changed, change, redated })
    }
}
