//! The people whom one viewer may see.

use std::collections::{HashMap, HashSet};

use library::{Hit, Keyword, List, Named, Photo};
use model::{ChangeId, LossId, PersonId, PhotoId};
use store::StoreError;

use super::LibraryView;
use super::found::Found;
use crate::loss::{Kind, PartOf};
use crate::want::Want;
use crate::{CareError, Cleared};

/// Among how many of the newest photos of somebody the best picture of them is looked for.
const NEWEST: usize = 48;
/// How many pictures stand for a year of somebody's life.
const A_YEAR: usize = 4;

/// Somebody and their photos over the years.
#[derive(Debug, PartialEq)]
pub struct Life {
    /// Who it is, with how many photos of theirs may be shown.
    pub person: Named,
    /// The other names by which they are found.
    pub other_names: Vec<String>,
    /// The best picture of them.
    pub picture: Option<Cleared<Photo>>,
    /// Their years, the newest first; without a year those that nothing dates.
    pub years: Vec<YearOfLife>,
    /// Whether their birthdays are put away: their age is not spoken of.
    pub birthdays_held: bool,
}

/// Somebody who died and of whose pictures it is asked first: they are found by their name, and opened when that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptWithCare {
    /// Who it is.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// The loss of which their pictures are a part, by which they are opened.
    pub loss: LossId,
}

/// Somebody, and a page of their photos.
pub type PhotosOf = (Cleared<Named>, Cleared<Found>);

/// The photos of a year of somebody's life.
#[derive(Debug, PartialEq)]
pub struct YearOfLife {
    /// The year.
    pub year: Option<i16>,
    /// How many photos of theirs it has.
    pub photos: u64,
    /// A few of them.
    pub few: Vec<Cleared<Photo>>,
}

impl LibraryView<'_, '_> {
    /// Everybody of whom there is a photo that may be shown, those with the most photos first.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn people(&mut self) -> Result<Vec<Cleared<Named>>, CareError> {
        let mut people = library::people(self.tx, self.viewer)?;
        let unseen: Vec<PhotoId> = self.unseen()?.iter().copied().collect();
        let mut less: HashMap<PersonId, u64> = HashMap::new();
        for person in library::people_of(self.tx, self.viewer, &unseen)? {
            *less.entry(person).or_default() += 1;
        }
        for person in &mut people {
            person.photos = person.photos.saturating_sub(less.get(&person.id).copied().unwrap_or_default());
            if !self.verdicts.tells_birthday(person.id) {
                person.born = None;
            }
        }
        people.retain(|person| person.photos > 0);
        people.sort_by(|a, b| b.photos.cmp(&a.photos).then_with(|| a.name.cmp(&b.name)).then(a.id.cmp(&b.id)));
        Ok(people.into_iter().map(Cleared::of).collect())
    }

    /// Whether there is a photo of that person that may be shown. Nobody else is spoken of, nor changed.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn knows(&mut self, person: PersonId) -> Result<bool, CareError> {
        let unseen = self.unseen()?;
        Ok(!self.few_seen(&List::Person(person), 1, &unseen)?.is_empty())
    }

    /// Somebody of whom there is a photo that may be shown, with how many there are. Without their birthday, where that is put away.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn person(&mut self, id: PersonId) -> Result<Option<Cleared<Named>>, CareError> {
        let photos = self.seen_of(id)?.len() as u64;
        let person = self.named(id)?.filter(|_| photos > 0);
        Ok(person.map(|person| Cleared::of(Named { photos, ..person })))
    }

    /// Whoever died, of whose pictures their owner asked to be asked first: by name alone, without a count or a picture. Whoever may be
    /// seen is among everybody else; whose pictures stay away is not here.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn kept_with_care(&mut self) -> Result<Vec<Cleared<KeptWithCare>>, CareError> {
        let on = (self.today, self.today);
        let losses = crate::loss::losses(self.tx, self.viewer)?;
        let mut kept: Vec<KeptWithCare> = Vec::new();
        for loss in losses.iter().filter(|kept| kept.loss.kind == Kind::Death) {
            let sight = loss.loss.part(PartOf::People.name()).and_then(|part| part.want_by(on));
            for &person in loss.loss.people.iter().filter(|_| sight == Some(Want::AskFirst)) {
                let away = losses.iter().any(|other| other.loss.people.contains(&person) && other.loss.silent(on));
                let there = kept.iter().any(|known| known.person == person) || self.knows(person)?;
                if away || there || library::photos_of(self.tx, self.viewer, person)?.is_empty() {
                    continue;
                }
                let named = library::person(self.tx, self.viewer, person)?;
                kept.extend(named.map(|named| KeptWithCare { person, name: named.name, loss: loss.id }));
            }
        }
        kept.sort_by(|a, b| a.name.cmp(&b.name).then(a.person.cmp(&b.person)));
        Ok(kept.into_iter().map(Cleared::of).collect())
    }

    /// Those of them whose name has every word that is asked for, each at its beginning.
    ///
    /// # Errors
    /// As for [`LibraryView::kept_with_care`].
    pub fn kept_with_care_named(&mut self, asked: &str) -> Result<Vec<Cleared<KeptWithCare>>, CareError> {
        let words = library::words_of(asked);
        let mut kept = if words.is_empty() { Vec::new() } else { self.kept_with_care()? };
        kept.retain(|kept| words.iter().all(|word| library::begins_with(&kept.name, word, false)));
        Ok(kept)
    }

    /// What was taken for people and is nobody, where a photo that names it may be shown, each with the change that said so.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub(crate) fn things(&mut self) -> Result<Vec<(ChangeId, String)>, CareError> {
        let unseen = self.unseen()?;
        let mut things = Vec::new();
        for (change, thing, name) in library::things(self.tx, self.viewer)? {
            let named = library::photos_naming(self.tx, self.viewer, thing)?;
            if named.iter().any(|photo| !unseen.contains(photo)) {
                things.push((change, name));
            }
        }
        Ok(things)
    }

    /// The best picture of each of those people that may be shown.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn pictures_of(&mut self, people: &[PersonId]) -> Result<Vec<(PersonId, Cleared<Photo>)>, CareError> {
        let unseen = self.unseen()?;
        let mut best = Vec::new();
        for &person in people {
            best.extend(self.best_of(person, &unseen)?.map(|photo| (person, photo)));
        }
        let ids: Vec<PhotoId> = best.iter().map(|(_, photo)| *photo).collect();
        let mut photos: HashMap<PhotoId, Vec<Cleared<Photo>>> = HashMap::new();
        for photo in self.photos(&ids)? {
            photos.entry(photo.id).or_default().push(photo);
        }
        let taken = best.into_iter().filter_map(|(person, id)| Some((person, photos.get_mut(&id)?.pop()?)));
        Ok(taken.collect())
    }

    /// Somebody's life in pictures, or `None` where nothing of it may be shown.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn life(&mut self, id: PersonId) -> Result<Option<Cleared<Life>>, CareError> {
        let Some(mut person) = self.named(id)? else { return Ok(None) };
        let hits = self.seen_of(id)?;
        if hits.is_empty() {
            return Ok(None);
        }
        person.photos = hits.len() as u64;
        let other_names = library::other_names(self.tx, self.viewer, id)?;
        let picture = self.pictures_of(&[id])?.pop().map(|(_, photo)| photo);
        let mut years = Vec::new();
        let year = |hit: &Hit| hit.0.and_then(model::moment_of).map(|at| at.year());
        for of_year in hits.chunk_by(|a, b| year(a) == year(b)) {
            let few = self.photos(&spread(of_year))?;
            years.push(YearOfLife { year: of_year.first().and_then(year), photos: of_year.len() as u64, few });
        }
        let birthdays_held = !self.verdicts.tells_birthday(id);
        Ok(Some(Cleared::of(Life { person, other_names, picture, years, birthdays_held })))
    }

    /// A page of somebody's photos, of one year or of all.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn photos_of(&mut self, id: PersonId, year: Option<i16>, page: usize) -> Result<Option<PhotosOf>, CareError> {
        let Some(mut person) = self.named(id)? else { return Ok(None) };
        let mut hits = self.seen_of(id)?;
        person.photos = hits.len() as u64;
        if let Some(year) = year {
            hits.retain(|(ms, _)| ms.and_then(model::moment_of).is_some_and(|at| at.year() == year));
        }
        if person.photos == 0 {
            return Ok(None);
        }
        let found = self.page_of(hits, page)?;
        Ok(Some((Cleared::of(person), found)))
    }

    /// The keywords of photos that may be shown, each with how many there are and whom it names; those of most photos first.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn keywords(&mut self) -> Result<Vec<Cleared<Keyword>>, CareError> {
        let mut keywords = library::keywords(self.tx, self.viewer)?;
        let unseen: Vec<PhotoId> = self.unseen()?.iter().copied().collect();
        let mut less: HashMap<String, u64> = HashMap::new();
        for keyword in library::keywords_of(self.tx, self.viewer, &unseen)? {
            *less.entry(keyword).or_default() += 1;
        }
        for keyword in &mut keywords {
            keyword.photos = keyword.photos.saturating_sub(less.get(&keyword.text).copied().unwrap_or_default());
        }
        keywords.retain(|keyword| keyword.photos > 0);
        keywords.sort_by(|a, b| b.photos.cmp(&a.photos).then_with(|| a.text.cmp(&b.text)));
        Ok(keywords.into_iter().map(Cleared::of).collect())
    }

    /// What is known of somebody, without a birthday that is put away.
    fn named(&mut self, id: PersonId) -> Result<Option<Named>, StoreError> {
        let person = library::person(self.tx, self.viewer, id)?;
        let held = !self.verdicts.tells_birthday(id);
        Ok(person.map(|person| Named { born: person.born.filter(|_| !held), ..person }))
    }

    fn seen_of(&mut self, id: PersonId) -> Result<Vec<Hit>, StoreError> {
        let mut hits = library::photos_of_person(self.tx, self.viewer, id)?;
        let unseen = self.unseen()?;
        hits.retain(|(_, photo)| !unseen.contains(photo));
        Ok(hits)
    }

    fn best_of(&mut self, person: PersonId, unseen: &HashSet<PhotoId>) -> Result<Option<PhotoId>, StoreError> {
        let mut newest = self.few_seen(&List::Person(person), NEWEST, unseen)?;
        newest.truncate(NEWEST);
        let faces = library::faces_of(self.tx, self.viewer, person, &newest)?;
        // Of equals the newest, whose place in the list is first.
        let place = |photo: &PhotoId| newest.iter().position(|other| other == photo);
        let best = faces.iter().max_by(|(a, x), (b, y)| x.total_cmp(y).then_with(|| place(b).cmp(&place(a))));
        Ok(best.map(|(photo, _)| *photo))
    }

    /// At least so many photos of a list that may be shown, the newest first, if there are as many.
    pub(super) fn few_seen(
        &mut self,
        list: &List,
        most: usize,
        unseen: &HashSet<PhotoId>,
    ) -> Result<Vec<PhotoId>, StoreError> {
        // Few lists begin with much that is held; where one does, more of it is looked at than all that is held.
        for further in [most * 2, most + unseen.len() + 1] {
            let mut few = library::few_of(self.tx, self.viewer, list, further)?;
            let all = few.len() < further;
            few.retain(|photo| !unseen.contains(photo));
            if few.len() >= most || all {
                return Ok(few);
            }
        }
        Ok(Vec::new())
    }
}

/// A few photos from over a year, the newest first.
fn spread(hits: &[Hit]) -> Vec<PhotoId> {
    let few = hits.len().min(A_YEAR);
    (0..few).filter_map(|i| hits.get(i * hits.len() / few)).map(|(_, photo)| *photo).collect()
}
