//! The one wall between what is kept and what is seen.
//!
//! Pages, pushes and feeds show only what is [`Cleared`], and nothing outside this room can clear anything. A `Cleared` is
//! for now: it cannot be copied, stored or serialised, so whoever wants to show something again asks again. Where care
//! cannot decide, there is an error and nothing to show.
//!
//! ```compile_fail,E0451
//! # fn forge(photo: library::Photo) -> care::Cleared<library::Photo> {
//! // Only care clears: the field is private, and there is no other way to make one.
//! care::Cleared { what: photo }
//! # }
//! ```
//! ```compile_fail,E0308
//! # fn keep(cleared: &care::Cleared<library::Photo>) -> care::Cleared<library::Photo> {
//! // A clearance does not keep: cloning what is inside gives a photo that is not cleared any more.
//! cleared.clone()
//! # }
//! ```
//! ```compile_fail,E0277
//! # fn write<T: serde::Serialize>(_: T) {}
//! # fn store(cleared: care::Cleared<i64>) {
//! // Nor can it be written down.
//! write(cleared)
//! # }
//! ```

mod ahead;
mod audience;
mod caution;
mod cleared;
mod evidence;
mod gathered;
mod guard;
mod hard_days;
mod library_view;
mod log;
mod loss;
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
mod want;
mod weighing;
mod why;
mod wishes;

pub use ahead::{Ahead, Birthday, DayAhead, ahead, ahead_on};
pub use audience::Audience;
pub use caution::{
    AskedByCaution, FAREWELL, LONG_AGO, OFTEN, Presence, Sign, Signals, TenderMoment, asked_by_caution, is_tender,
    sign, sign_of_moment,
};
pub use cleared::Cleared;
pub use evidence::{DatedBeside, Evidence, weigh};
pub use guard::{Beside, CareError, Story, beside, photo, screens_on, story, story_part, today};
pub use hard_days::{
    Hard, HardDay, HardDayChangeId, Source, add_hard_day, change_hard_day, hard_on, own_hard_days, plan_for,
    remove_hard_day, take_back_hard_day,
};
pub use library_view::{
    Country, Found, LibraryView, Life, ON_A_PAGE, PhotosOf, Removed, Shelf, ShelfPage, Suggestion, Town, Turn,
    YearOfLife, YearOfShelf, look,
};
pub use log::{Entry, LOG_AT_ONCE, Logged, delete_log, log, note_shown};
pub use loss::{
    ByHand, Chosen, FirstWords, KeptLoss, Kind, Loss, LossChangeId, LossError, LossPlace, MOST_AROUND, MOST_EXAMPLES,
    MOST_LOSSES, Offer, Part, PartOf, Period, Plan, Returning, WIDEST, What, add_loss, change_loss, decline_offer,
    forget_examples, implied_observances, loss, losses, offer_loss, offered_to, offers_to, remove_loss, reopen_offer,
    restore_loss, take_back_loss_change, take_by_hand, take_offer, withdraw_offer,
};
pub use plan::{DayPlan, Memory, Offered, Quiet, day_plan};
pub use quiet_look::{pick, quiet_look};
pub use reach::{Alike, ByHash, PartPreview, Reach, preview, wanted_by_parts};
pub use settings::{CareSettings, change_settings, settings};
pub use tender_day::{Tender, be_as_usual, be_tender, tender_until};
pub use veil::{
    About, Answer, Opened, Seal, Session, Veil, answer_veil, open, open_put_away, open_quiet_look, open_quiet_look_of,
    open_reach, opened, opened_at, opened_photo, why_opened,
};
pub use verdicts::Verdicts;
pub use want::{Precedence, Verdict, Want, verdict};
pub use why::{Because, WhyPhoto, why_memory, why_photo};
pub use wishes::{HowLong, Scope, StandingWish, Wish, keep_away, lift, standing, wish_for};
