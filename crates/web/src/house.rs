//! What every handler works with.

use std::ops::Deref;
use std::sync::Arc;
use std::time::{Duration, Instant};

use care::{Change, Errand, LossError, Patience, Visit, Visits};
use circle::{Door, Viewer};
use jiff::Zoned;
use url::Url;

use crate::ComingIn;
use crate::door::{Network, forms};
use crate::lane::Lane;
use crate::trouble::Trouble;
use crate::visitor::Visitor;

/// How long a page waits for its data, unless a house says otherwise.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// What the pages are wired to.
pub struct Wiring {
    /// Who may come in, and how.
    pub door: Door,
    /// The owner of the one library that there is, whose account set-up makes; nobody where there are several.
    pub owner: Option<Viewer>,
    /// The clock, in the machine's time zone.
    pub clock: fn() -> Zoned,
    /// Whoever brings photos in.
    pub coming_in: Arc<dyn ComingIn>,
    /// How the site is reached.
    pub reached: Arc<Reached>,
    /// The one door to everything that is shown or changed.
    pub visits: Arc<Visits>,
    /// How long a page waits for its data; [`PATIENCE`] is a good measure.
    pub patience: Duration,
}

/// What every handler works with. It is handed on many times for each request, so it is one pointer.
#[derive(Clone)]
pub(crate) struct House(Arc<Wiring>);

impl From<Wiring> for House {
    fn from(wiring: Wiring) -> Self {
        Self(Arc::new(wiring))
    }
}

impl Deref for House {
    type Target = Wiring;

    fn deref(&self) -> &Wiring {
        &self.0
    }
}

/// How the site is reached.
#[derive(Clone, Debug, Default)]
pub struct Reached {
    /// The address that people type, where it is another than the server's own: that of a reverse proxy.
    pub base_url: Option<Url>,
    /// The reverse proxies whose word about a request is taken.
    pub proxies: Vec<Network>,
    /// Whether only this machine can reach the server; then only its names for itself are answered.
    pub loopback_only: bool,
    /// What other machines call this one, in lower case; answered where there is no base URL and others can reach the server.
    pub own_names: Vec<String>,
}

impl Reached {
    /// Whether people reach it by https.
    pub(crate) fn is_https(&self) -> bool {
        self.base_url.as_ref().is_some_and(|url| url.scheme() == "https")
    }
}

impl House {
    /// Makes a visit that only looks, on a thread that may wait. A page makes one, and sees one state of the house.
    pub(crate) async fn look<T: Send + 'static>(
        &self,
        visitor: Visitor,
        work: impl FnOnce(&mut Visit<'_, '_>, &Visitor) -> Result<T, Trouble> + Send + 'static,
    ) -> Result<T, Trouble> {
        self.ask(move |house| house.visits.look(&visitor.who, |visit| work(visit, &visitor))).await
    }

    /// Makes a visit that changes something, on a thread that may wait. All of it is kept, or nothing is.
    pub(crate) async fn change<T: Send + 'static>(
        &self,
        visitor: Visitor,
        work: impl FnOnce(&mut Change<'_, '_>, &Visitor) -> Result<T, Trouble> + Send + 'static,
    ) -> Result<T, Trouble> {
        self.ask(move |house| house.visits.change(&visitor.who, |change| work(change, &visitor))).await
    }

    /// Keeps something that somebody typed: what cannot be kept is told apart from all other trouble, and leaves nothing.
    pub(crate) async fn keep<T: Send + 'static>(
        &self,
        visitor: Visitor,
        work: impl FnOnce(&mut Change<'_, '_>) -> Result<T, LossError> + Send + 'static,
    ) -> Result<Result<T, LossError>, Trouble> {
        self.ask(move |house| match house.visits.change(&visitor.who, work) {
            Err(error @ (LossError::NotThere | LossError::Store(_))) => Err(error.into()),
            answer => Ok(answer),
        })
        .await
    }

    /// Runs a use case on a thread that may wait. What cannot be done in time is given up with its page, statement and all:
    /// whatever is answered with [`Trouble::Late`] has not happened, and will not. What was kept by then is seen through.
    pub(crate) async fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, Trouble> + Send + 'static,
    ) -> Result<T, Trouble> {
        let (lane, until) = (Lane::here(), Instant::now() + self.patience);
        let patience = Patience::until(until);
        let place = lane.place(self.patience).await?;
        let (house, errand) = (self.clone(), Errand::of(&patience).by_form(forms::sent()));
        let mut running = tokio::task::spawn_blocking(move || {
            let _place = place;
            errand.run(|| work(&house))
        });
        // For whoever only reads and is gone, nothing is read any more. A change that was sent is made all the same.
        let _gone = (lane == Lane::Reading).then(|| GoneWith(patience.clone()));
        let ended = match tokio::time::timeout_at(until.into(), &mut running).await {
            Ok(ended) => ended,
            Err(_) if patience.give_up() => return Err(Trouble::Late),
            Err(_) => running.await,
        };
        let answer = ended.unwrap_or_else(|_| Err(Trouble::Inside("a use case panicked".into())));
        answer.map_err(|trouble| match patience.give_up() {
            // However a room worded that its time was over.
            true if Instant::now() >= until => trouble.at_the_end(),
            // A change that was kept is never said not to have been.
            false if lane == Lane::Changing => trouble.after_keeping(),
            _ => trouble,
        })
    }
}

/// Gives a use case up when whoever waits for it is gone.
struct GoneWith(Patience);

impl Drop for GoneWith {
    fn drop(&mut self) {
        self.0.give_up();
    }
}
