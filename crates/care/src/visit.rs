//! The visit: the one door for every viewer. It owns one settled view of the house for one viewer, their day in their zone and their
//! session. Pages, API, commands, channels and jobs are made of visits; nothing else leads to what is kept.
//!
//! [`Visits::look`] opens one that only reads and waits for no writer; [`Visits::change`] opens one that changes something, by what was
//! cleared or by a sealed name of it. What was changed is settled once and logged once before it is kept.

mod doors;
mod kept;
mod known;
mod memories;
mod moments;
mod names;
mod noting;
mod people;
mod photos;

use std::sync::Arc;

use circle::Viewer;
use jiff::civil::Date;
use jiff::{Timestamp, Zoned};
use library::Photo;
use model::LibraryId;
use store::{Blobs, Store, StoreError, Tx};

use crate::change::Change;
use crate::library_view::LibraryView;
use crate::log::Entry;
use crate::veil::{Seal, Session};
use crate::verdicts::Verdicts;
use crate::{CareError, Cleared, Logged};

pub use kept::{KnownNames, Picked};
pub use moments::Sides;
pub use people::{NotSeenAgain, SaidOfSomebody, Thing};
pub use photos::{ClockPreview, Original, Rendition};

use known::Known;
use noting::Noting;

/// Who visits, when, and with which browser or program.
#[derive(Clone, Debug)]
pub struct Who {
    /// Who looks, and into whose library.
    pub viewer: Viewer,
    /// The time of the visit, in the viewer's own zone: their day is its date.
    pub now: Zoned,
    /// What sealed names are bound to beside the viewer.
    pub session: Session,
}

impl Who {
    /// The day on which they look.
    pub fn today(&self) -> Date {
        self.now.date()
    }
}

/// What visits are made in. Made once by the wiring, and shared.
pub struct Visits {
    store: Arc<Store>,
    blobs: Arc<Blobs>,
    seal: Arc<Seal>,
    noting: Noting,
    known: Known,
}

/// One look at the house: everything asked of it is of one state of the house, and cleared for one viewer.
pub struct Visit<'t, 'c> {
    pub(crate) tx: &'t mut Tx<'c>,
    pub(crate) who: &'t Who,
    pub(crate) house: &'t Visits,
    /// The weighing of the whole library, once something asked for it.
    weighed: Option<Arc<Verdicts>>,
    /// The version of the data that this visit sees; none where it changes them, for nobody else sees that.
    version: Option<i64>,
    /// What was shown, to be noted when the visit is over.
    shown: Vec<Entry>,
}

impl Visits {
    /// Visits in that house.
    pub fn new(store: Arc<Store>, blobs: Arc<Blobs>, seal: Arc<Seal>) -> Self {
        let noting = Noting::new(Arc::clone(&store));
        Self { store, blobs, seal, noting, known: Known::default() }
    }

    /// Looks. Waits for no writer, but where photos came in without being settled: then they are first.
    ///
    /// # Errors
    /// What `work` answers, and [`CareError`] where care cannot decide; then nothing may be shown.
    pub fn look<T, E: From<CareError>>(
        &self,
        who: &Who,
        work: impl FnOnce(&mut Visit<'_, '_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut work = Some(work);
        loop {
            let mut shown = Vec::new();
            let mut version = 0;
            let looked = self.store.read(|tx| {
                version = tx.version()?;
                if !self.is_settled(tx, who.viewer.library(), version)? {
                    return Ok(None);
                }
                let Some(work) = work.take() else { return Ok(None) };
                let mut visit = Visit::begin(tx, who, self, Some(version));
                let answer = work(&mut visit).map_err(Passed)?;
                shown = visit.shown;
                Ok::<_, Passed<E>>(Some(answer))
            });
            if let Some(answer) = looked.map_err(|Passed(error)| error)? {
                self.noting.note(who, version, shown);
                return Ok(answer);
            }
            let settled = self.store.write(|tx| ::memories::settle(tx, who.viewer));
            settled.map_err(|error| E::from(CareError::from(error)))?;
        }
    }

    /// Whether no photos wait to be grouped, as is known of that version or looked up in it.
    fn is_settled(&self, tx: &mut Tx<'_>, library: LibraryId, version: i64) -> Result<bool, StoreError> {
        if self.known.is_settled(library, version) {
            return Ok(true);
        }
        let settled = !library::changed_days(tx, library)?;
        if settled {
            self.known.learn_settled(library, version);
        }
        Ok(settled)
    }

    /// Changes something. All of it is kept, settled and logged, or nothing is.
    ///
    /// # Errors
    /// What `work` answers, and [`CareError`] where care cannot decide; then nothing was changed.
    pub fn change<T, E: From<CareError>>(
        &self,
        who: &Who,
        work: impl FnOnce(&mut Change<'_, '_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let changed = self.store.write(|tx| {
            ::memories::settle(tx, who.viewer)?;
            let mut change = Change::begin(Visit::begin(tx, who, self, None));
            let answer = work(&mut change).map_err(Passed)?;
            change.end().map_err(|error| Passed(E::from(error)))?;
            Ok::<_, Passed<E>>(answer)
        });
        changed.map_err(|Passed(error)| error)
    }

    /// The viewer's log, the latest first, with what their own visits have shown by now.
    ///
    /// # Errors
    /// [`CareError`] where it cannot be read.
    pub fn log(&self, who: &Who) -> Result<Vec<Logged>, CareError> {
        self.noting.wait();
        Ok(self.store.read(|tx| crate::log::log(tx, who.viewer))?)
    }
}

impl<'t, 'c> Visit<'t, 'c> {
    fn begin(tx: &'t mut Tx<'c>, who: &'t Who, house: &'t Visits, version: Option<i64>) -> Self {
        Self { tx, who, house, weighed: None, version, shown: Vec::new() }
    }

    /// Who visits.
    pub fn who(&self) -> &'t Who {
        self.who
    }

    /// The day on which they look.
    pub fn today(&self) -> Date {
        self.who.today()
    }

    /// The viewer's view of their whole library: lists, people, places, search and counts. It is weighed once for a visit.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn library(&mut self) -> Result<LibraryView<'_, 'c>, CareError> {
        let weighed = self.weighed()?;
        Ok(LibraryView::of(self.tx, self.who.viewer, self.who.today(), weighed))
    }

    /// The weighing of the whole library: of this visit, of an earlier one that saw the same data, or made now.
    fn weighed(&mut self) -> Result<Arc<Verdicts>, CareError> {
        if let Some(weighed) = &self.weighed {
            return Ok(Arc::clone(weighed));
        }
        let (who, version) = ((self.who.viewer, self.today()), self.version);
        let known = version.and_then(|version| self.house.known.library(who, version));
        let weighed = match known {
            Some(known) => known,
            None => {
                let weighed = Arc::new(crate::library_view::weighed(self.tx, who.0, who.1)?);
                if let Some(version) = version {
                    self.house.known.learn_library(who, version, &weighed);
                }
                weighed
            }
        };
        self.weighed = Some(Arc::clone(&weighed));
        Ok(weighed)
    }

    /// Whether a photo may be shown in the library, as an earlier visit that saw the same data weighed it, or weighed now.
    pub(crate) fn shows_in_library(&mut self, photo: &Photo) -> Result<bool, CareError> {
        let (who, version) = ((self.who.viewer, self.today()), self.version);
        if let Some(known) = version.and_then(|version| self.house.known.shows(who, version, photo.id)) {
            return Ok(known);
        }
        let shown = crate::guard::shows(self.tx, who.0, photo.id, who.1)?;
        if let Some(version) = version {
            self.house.known.learn(who, version, photo.id, shown);
        }
        Ok(shown)
    }

    /// Notes for the log that something is shown.
    fn note_shown(&mut self, entry: Entry) {
        self.shown.push(entry);
    }

    /// What was changed is weighed anew.
    pub(crate) fn weigh_anew(&mut self) {
        self.weighed = None;
    }

    pub(crate) fn viewer(&self) -> Viewer {
        self.who.viewer
    }

    pub(crate) fn at(&self) -> Timestamp {
        self.who.now.timestamp()
    }

    pub(crate) fn sealing(&self) -> (&'t Seal, &'t Session) {
        (&self.house.seal, &self.who.session)
    }
}

/// Photos as they were cleared, by their ids.
pub(crate) fn ids_of(photos: &[Cleared<Photo>]) -> Vec<model::PhotoId> {
    photos.iter().map(|photo| photo.id).collect()
}

/// The error of whoever visits, let through a transaction.
struct Passed<E>(E);

impl<E: From<CareError>> From<StoreError> for Passed<E> {
    fn from(error: StoreError) -> Self {
        Self(E::from(CareError::from(error)))
    }
}
