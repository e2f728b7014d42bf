//! What every handler works with.

use std::sync::Arc;
use std::time::Duration;

use care::Seal;
use circle::{Door, Viewer};
use jiff::Zoned;
use store::{Blobs, Store};
use url::Url;

use crate::ComingIn;
use crate::door::Network;
use crate::trouble::Trouble;

/// How long a page waits for its data.
const PATIENCE: Duration = Duration::from_secs(20);

/// What every handler works with. Cheap to clone.
#[derive(Clone)]
pub struct House {
    /// Who may come in, and how.
    pub door: Door,
    /// Where things are kept.
    pub store: Arc<Store>,
    /// Where renditions are kept.
    pub blobs: Arc<Blobs>,
    /// The owner of the first library, whose account set-up makes.
    pub owner: Viewer,
    /// The clock, in the machine's time zone.
    pub clock: fn() -> Zoned,
    /// Whoever brings photos in.
    pub coming_in: Arc<dyn ComingIn>,
    /// How the site is reached.
    pub reached: Arc<Reached>,
    /// What veils are sealed with, as long as the process lives.
    pub seal: Arc<Seal>,
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
