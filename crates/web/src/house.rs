//! What every handler works with.

use std::sync::Arc;
use std::time::Duration;

use care::{Change, LossError, Visit, Visits};
use circle::Viewer;
use jiff::Zoned;
use store::Store;
use url::Url;

use crate::ComingIn;
use crate::door::Network;
use crate::trouble::Trouble;
use crate::visitor::Visitor;

/// How long a page waits for its data.
const PATIENCE: Duration = Duration::from_secs(20);

/// What every handler works with. Cheap to clone.
#[derive(Clone)]
pub struct House {
    /// Where things are kept.
    pub store: Arc<Store>,
    /// The owner of the first library, whose account set-up makes.
    pub owner: Viewer,
    /// The clock, in the machine's time zone.
    pub clock: fn() -> Zoned,
    /// Whoever brings photos in.
    pub coming_in: Arc<dyn ComingIn>,
    /// How the site is reached.
    pub reached: Arc<Reached>,
    /// The one door to everything that is shown or changed.
    pub visits: Arc<Visits>,
}

/// How the site is reached.
#[derive(Clone, Debug, Default)]
pub struct Reached {
    /// The address that people type, where it is another than the server's own: that of a reverse proxy.
    pub base_url: Option<Url>,
    /// The reverse proxies whose word about a request is taken.
    pub proxies: Vec<Network>,
    /// Whether only this machine can reach the server; then only its own names are answered.
    pub loopback_only: bool,
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

    /// Runs a use case on a thread that may wait.
    pub(crate) async fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, Trouble> + Send + 'static,
    ) -> Result<T, Trouble> {
        let house = self.clone();
        let work = tokio::task::spawn_blocking(move || work(&house));
        match tokio::time::timeout(PATIENCE, work).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(_)) => Err(Trouble::Inside("a use case panicked".into())),
            // What cannot be decided in time is not shown.
            Err(_) => Err(Trouble::Late),
        }
    }
}
