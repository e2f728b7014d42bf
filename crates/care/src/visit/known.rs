//! What was weighed last, known by the version of the data: a verdict is looked up again only where nothing was written since. It is an
//! answer and no clearance; whatever is shown is cleared anew by each visit.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use circle::Viewer;
use jiff::civil::Date;
use library::{Picture, Size};
use model::{LibraryId, PhotoId};
use store::OfVersion;

use crate::brought::Brought;
use crate::verdicts::Verdicts;

/// For how many viewers and days answers are known at once: more than look at one time in a family.
const VIEWERS: usize = 16;
/// How many photos weighed one by one are known for each of them; a page has fewer.
const PHOTOS: usize = 4_096;
/// How many days are known for each of them: somebody turns the pages of a month.
const DAYS: usize = 32;

/// The answers of the latest version of the data that anybody looked at.
#[derive(Default)]
pub(super) struct Known {
    answers: OfVersion<Answers>,
}

#[derive(Default)]
struct Answers {
    of: HashMap<(Viewer, Date), Of>,
    /// Libraries of which no photos wait to be grouped.
    settled: HashSet<LibraryId>,
}

/// What is known for one viewer on one day.
#[derive(Default)]
struct Of {
    library: Option<Arc<Verdicts>>,
    shown: HashMap<PhotoId, bool>,
    /// Where pictures lie of photos that may be shown in the library.
    pictures: HashMap<(PhotoId, Size), Arc<Picture>>,
    /// What days bring.
    days: HashMap<Date, Arc<Brought>>,
}

impl Known {
    /// The weighing of the whole library, where that is known.
    pub(super) fn library(&self, who: (Viewer, Date), version: i64) -> Option<Arc<Verdicts>> {
        self.of(who, version, |of| of.library.clone())
    }

    pub(super) fn learn_library(&self, who: (Viewer, Date), version: i64, library: &Arc<Verdicts>) {
        self.learn_of(who, version, |of| of.library = Some(Arc::clone(library)));
    }

    /// Whether that photo may be shown in the library, where that is known.
    pub(super) fn shows(&self, who: (Viewer, Date), version: i64, photo: PhotoId) -> Option<bool> {
        self.of(who, version, |of| {
            of.shown.get(&photo).copied().or_else(|| of.library.as_ref().map(|library| library.shows(photo)))
        })
    }

    pub(super) fn learn(&self, who: (Viewer, Date), version: i64, photo: PhotoId, shown: bool) {
        self.learn_of(who, version, |of| {
            make_room(&mut of.shown, PHOTOS);
            of.shown.insert(photo, shown);
        });
    }

    /// Where a picture lies of a photo that may be shown in the library, where that is known.
    pub(super) fn picture(&self, who: (Viewer, Date), version: i64, of: (PhotoId, Size)) -> Option<Arc<Picture>> {
        self.of(who, version, |known| known.pictures.get(&of).cloned())
    }

    /// Of a photo that may be shown in the library.
    pub(super) fn learn_picture(
        &self,
        who: (Viewer, Date),
        version: i64,
        photo: (PhotoId, Size),
        picture: &Arc<Picture>,
    ) {
        self.learn_of(who, version, |of| {
            make_room(&mut of.pictures, PHOTOS);
            of.pictures.insert(photo, Arc::clone(picture));
        });
    }

    /// What a day brings, where that is known.
    pub(super) fn day(&self, who: (Viewer, Date), version: i64, day: Date) -> Option<Arc<Brought>> {
        self.of(who, version, |of| of.days.get(&day).cloned())
    }

    pub(super) fn learn_day(&self, who: (Viewer, Date), version: i64, day: Date, brought: &Arc<Brought>) {
        self.learn_of(who, version, |of| {
            make_room(&mut of.days, DAYS);
            of.days.insert(day, Arc::clone(brought));
        });
    }

    /// Whether it is known that no photos of a library wait to be grouped.
    pub(super) fn is_settled(&self, library: LibraryId, version: i64) -> bool {
        self.answers.at(version, |answers| answers.settled.contains(&library)).unwrap_or(false)
    }

    pub(super) fn learn_settled(&self, library: LibraryId, version: i64) {
        self.answers.at(version, |answers| answers.settled.insert(library));
    }

    fn of<R>(&self, who: (Viewer, Date), version: i64, known: impl FnOnce(&Of) -> Option<R>) -> Option<R> {
        self.answers.at(version, |answers| known(answers.of.get(&who)?))?
    }

    fn learn_of(&self, who: (Viewer, Date), version: i64, learn: impl FnOnce(&mut Of)) {
        self.answers.at(version, |answers| learn(answers.of(who)));
    }
}

impl Answers {
    fn of(&mut self, who: (Viewer, Date)) -> &mut Of {
        if self.of.len() >= VIEWERS && !self.of.contains_key(&who) {
            self.of.clear();
        }
        self.of.entry(who).or_default()
    }
}

/// More than that is not kept at once: what was is let go of.
fn make_room<K, V>(of: &mut HashMap<K, V>, most: usize) {
    if of.len() >= most {
        of.clear();
    }
}

#[cfg(test)]
mod tests {
    use model::PersonId;

    use super::*;

    #[test]
    fn an_answer_is_known_for_its_viewer_and_day_until_anything_is_written() {
        let known = Known::default();
        let (one, other) = ((viewer(1), day("2026-09-28")), (viewer(2), day("2026-09-28")));
        known.learn(one, 5, PhotoId(7), true);
        assert_eq!(known.shows(one, 5, PhotoId(7)), Some(true));
        assert_eq!(known.shows(one, 5, PhotoId(8)), None, "not weighed");
        assert_eq!(known.shows(other, 5, PhotoId(7)), None, "somebody else's");
        assert_eq!(known.shows((one.0, day("2026-09-29")), 5, PhotoId(7)), None, "another day");
        assert_eq!(known.shows(one, 4, PhotoId(7)), None, "an older look is told nothing of a newer one");
        known.learn(one, 4, PhotoId(9), true);
        assert_eq!(known.shows(one, 5, PhotoId(9)), None, "and tells it nothing");
        assert_eq!(known.shows(one, 6, PhotoId(7)), None, "something was written");
        assert_eq!(known.shows(one, 5, PhotoId(7)), None, "and what was known before is gone");
    }

    #[test]
    fn what_is_known_stays_small_however_many_look() {
        let known = Known::default();
        for person in 0..100 {
            for photo in 0..5_000 {
                known.learn((viewer(person), day("2026-09-28")), 1, PhotoId(photo), true);
            }
        }
        let small = |answers: &mut Answers| {
            answers.of.len() <= VIEWERS && answers.of.values().all(|of| of.shown.len() <= PHOTOS)
        };
        assert!(known.answers.at(1, small).unwrap());
    }

    fn viewer(person: i64) -> Viewer {
        Viewer::at_the_machine(LibraryId(1), PersonId(person))
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }
}
