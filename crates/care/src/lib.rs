//! The one wall between what is kept and what is seen.
//!
//! Pages, pushes and feeds show only what is [`Cleared`], and nothing outside this room can clear anything. A `Cleared` is
//! for now: it cannot be copied, stored or serialised, so whoever wants to show something again asks again. Where care
//! cannot decide, there is an error and nothing to show.
//!
//! What must not compile stands beside the same code with one thing right, which does: so it fails for the reason that it names.
//!
//! ```compile_fail,E0451
//! # fn forge(photo: care::Photo) -> care::Cleared<care::Photo> {
//! // Only care clears: the field is private, and there is no other way to make one.
//! care::Cleared { what: photo }
//! # }
//! ```
//! ```
//! # fn look(visit: &mut care::Visit<'_, '_>, id: model::PhotoId) -> Option<care::Cleared<care::Photo>> {
//! // A visit clears.
//! visit.photo(id).ok()?
//! # }
//! ```
//! ```compile_fail,E0308
//! # fn keep(cleared: &care::Cleared<care::Photo>) -> care::Cleared<care::Photo> {
//! // A clearance does not keep: what is cloned is not cleared any more.
//! (*cleared).clone()
//! # }
//! ```
//! ```
//! # fn keep(cleared: &care::Cleared<care::Photo>) -> care::Photo {
//! // The photo alone may be cloned.
//! (*cleared).clone()
//! # }
//! ```
//! ```compile_fail,E0277
//! # fn write<T: serde::Serialize>(_: T) {}
//! # fn store(cleared: care::Cleared<i64>) {
//! // Nor can it be written down.
//! write(cleared)
//! # }
//! ```
//! ```
//! # fn write<T: serde::Serialize>(_: T) {}
//! # fn store(cleared: care::Cleared<i64>) {
//! // The number alone can.
//! write(*cleared)
//! # }
//! ```
//! ```compile_fail,E0308
//! # fn change(change: &mut care::Change<'_, '_>, id: model::PhotoId) {
//! // Nobody changes what they may not see: a number is nothing to change by.
//! let _ = change.turn(&id, 1);
//! # }
//! ```
//! ```
//! # fn change(change: &mut care::Change<'_, '_>, photo: &care::Cleared<care::Photo>) {
//! // What was cleared is.
//! let _ = change.turn(photo, 1);
//! # }
//! ```

mod ahead;
mod audience;
mod brought;
mod caution;
mod change;
mod cleared;
mod copies;
mod evidence;
mod first_visit;
mod gathered;
mod guard;
mod hard_days;
mod library_view;
mod log;
mod loss;
mod more;
mod people_said;
mod plan;
mod precedence;
mod quiet_look;
mod reach;
mod reckoned;
mod redact;
mod settings;
mod tender_day;
mod veil;
mod verdicts;
mod visit;
mod want;
mod week;
mod weighing;
mod why;
mod wishes;

/// Plain values of the rooms below that are part of what a visit shows and takes. Rooms above name them from here: they do not
/// depend on the rooms below.
pub use library::{
    ClockShift, Genre, GivenDate, Keyword, Known, KnownPlace, LifeDates, MediaKind, Name, Named, Photo, Query,
    REMOVAL_UNDONE, Relation, RenditionError, ShelfDay, ShiftError, Size, Spot, Stretch, words_of,
};
pub use memories::{
    About as ObservanceAbout, LONGEST_TITLE, LONGEST_WORDS, Moment, MomentWords, Observance, ObservanceId, Reason,
    observance, observances, tidied,
};

/// How long whoever visits waits: an errand is given up whole when its time is over. At most [`AT_ONCE`] visits are under way at a time.
pub use store::{AT_ONCE, Errand, Patience};

pub use ahead::{Ahead, Birthday, DayAhead};
pub use audience::Audience;
pub use caution::{
    AskedByCaution, FAREWELL, LONG_AGO, OFTEN, Presence, Sign, Signals, TenderMoment, is_tender, sign, sign_of_moment,
};
pub use change::{Change, Dated, PersonChanged, PlanChosen, TaggedPhotos, Undo};
pub use cleared::Cleared;
pub use evidence::{DatedBeside, Evidence, weigh};
pub use first_visit::FirstVisit;
pub use guard::{Beside, CareError, Story};
pub use hard_days::{DayOfLoss, Hard, HardDay, HardDayChangeId, Source, hard_on, plan_for};
pub use library_view::{
    Country, Found, KeptWithCare, LibraryView, Life, ON_A_PAGE, PhotosOf, Removed, Shelf, ShelfPage, Suggestion, Town,
    Turn, YearOfLife, YearOfShelf,
};
pub use log::{Entry, LOG_AT_ONCE, Logged, WhatChanged};
pub use loss::{
    ByHand, Chosen, FirstWords, KeptLoss, Kind, Loss, LossChangeId, LossError, LossPlace, MOST_AROUND, MOST_EXAMPLES,
    MOST_LOSSES, Offer, Part, PartOf, Period, Plan, Returning, Sight, WIDEST, What, When,
};
pub use more::{KeptMore, More, MoreOf};
pub use people_said::{OfPerson, PersonSaid};
pub use plan::{DayPlan, Memory, Offered, Quiet, Waits, day_plan};
pub use reach::{Alike, ByHash, PartPreview, Reach, WholeReach, wanted_by_parts};
pub use settings::CareSettings;
pub use tender_day::Tender;
pub use veil::{About, Answer, Card, Opened, OpenedCard, Seal, Session, Veil};
pub use verdicts::{Asks, Reasoned, Verdicts};
pub use visit::{
    ClockPreview, KnownNames, NotSeenAgain, Original, Picked, Rendition, SaidOfSomebody, Sides, Thing, Visit, Visits,
    Who,
};
pub use want::{Precedence, Verdict, Want, verdict};
pub use week::{CARD_DAYS, card_days, week_of};
pub use why::{Because, WhyPhoto};
pub use wishes::{HowLong, Scope, StandingWish, Wish};
