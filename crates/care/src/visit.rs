//! The visit: the one door for every viewer. It owns one settled view of the house for one viewer, their day in their zone and their
//! session. Pages, API, commands, channels and jobs are made of visits; nothing else leads to what is kept.
//!
//! [`Visits::look`] opens one that only reads and waits for no writer; [`Visits::change`] opens one that changes something, by what was
//! cleared or by a sealed name of it. What was changed is settled once and logged once before it is kept.

mod doors;
mod kept;
mod memories;
mod moments;
mod noting;
mod people;
mod photos;

use std::sync::Arc;

use circle::Viewer;
use jiff::civil::Date;
use jiff::{Timestamp, Zoned};
use library::Photo;
use store::{Blobs, Store, StoreError, Tx};

use crate::change::Change;
use crate::library_view::LibraryView;
use crate::log::Entry;
use crate::veil::{Seal, Session};
use crate::verdicts::Verdicts;
use crate::{CareError, Cleared, Logged};

pub use kept::{KnownNames, Picked};
pub use moments::Sides;
pub use people::Thing;
pub use photos::{ClockPreview, Original, Rendition};

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
}

/// One look at the house: everything asked of it is of one state of the house, and cleared for one viewer.
pub struct Visit<'t, 'c> {
    pub(crate) tx: &'t mut Tx<'c>,
    pub(crate) who: &'t Who,
    pub(crate) house: &'t Visits,
    /// The weighing of the whole library, once something asked for it.
    weighed: Option<Weighed>,
    /// What was shown, to be noted when the visit is over.
    shown: Vec<Entry>,
}

/// What a view of the library is made of, kept for the rest of the visit.
type Weighed = std::rc::Rc<Verdicts>;

impl Visits {
    /// Visits in that house.
    pub fn new(store: Arc<Store>, blobs: Arc<Blobs>, seal: Arc<Seal>) -> Self {
        let noting = Noting::new(Arc::clone(&store));
        Self { store, blobs, seal, noting }
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
            let looked = self.store.read(|tx| {
                if library::changed_days(tx, who.viewer.library())? {
                    return Ok(None);
                }
                let Some(work) = work.take() else { return Ok(None) };
                let mut visit = Visit::begin(tx, who, self);
                let answer = work(&mut visit).map_err(Passed)?;
                shown = visit.shown;
                Ok::<_, Passed<E>>(Some(answer))
            });
            if let Some(answer) = looked.map_err(|Passed(error)| error)? {
                self.noting.note(who, shown);
                return Ok(answer);
            }
            let settled = self.store.write(|tx| ::memories::settle(tx, who.viewer));
            settled.map_err(|error| E::from(CareError::from(error)))?;
        }
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
            let mut change = Change::begin(Visit::begin(tx, who, self));
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
    fn begin(tx: &'t mut Tx<'c>, who: &'t Who, house: &'t Visits) -> Self {
        Self { tx, who, house, weighed: None, shown: Vec::new() }
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
        let (viewer, today) = (self.who.viewer, self.today());
        let weighed = match &self.weighed {
            Some(weighed) => std::rc::Rc::clone(weighed),
            None => std::rc::Rc::new(crate::library_view::weighed(self.tx, viewer, today)?),
        };
        self.weighed = Some(std::rc::Rc::clone(&weighed));
        Ok(LibraryView::of(self.tx, viewer, today, weighed))
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
