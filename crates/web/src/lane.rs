//! Two lanes for use cases: those that only read never stand behind those that wait for their turn to write.

use std::future::Future;
use std::time::Duration;

use axum::http::Method;
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::trouble::Trouble;

/// How many use cases read at once.
const READING: usize = 8;
/// How many change something at once, all but one of which wait for their turn to write.
const CHANGING: usize = care::AT_ONCE - READING;
/// How many parts of downloads are read from disk at once.
const SENDING: usize = 4;

/// How many threads that may wait the pages need: one for each use case that runs, and for each part of a download.
pub const THREADS: usize = READING + CHANGING + SENDING;

/// Which way the use cases of a request go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lane {
    /// It only looks.
    Reading,
    /// It may change something.
    Changing,
}

tokio::task_local! {
    static LANE: Lane;
}

static READS: Semaphore = Semaphore::const_new(READING);
static CHANGES: Semaphore = Semaphore::const_new(CHANGING);

impl Lane {
    /// The lane of the request that is being answered.
    pub(crate) fn here() -> Self {
        LANE.try_with(|lane| *lane).unwrap_or(Self::Reading)
    }

    /// The lane of requests of that method.
    pub(crate) fn of(method: &Method) -> Self {
        if matches!(*method, Method::GET | Method::HEAD) { Self::Reading } else { Self::Changing }
    }

    /// Answers a request whose use cases go that way.
    pub(crate) fn scope<F: Future>(self, answering: F) -> impl Future<Output = F::Output> {
        LANE.scope(self, answering)
    }

    /// A place in it, as soon as one is free.
    ///
    /// # Errors
    /// [`Trouble::Late`] when none is free in that time: nothing was begun.
    pub(crate) async fn place(self, patience: Duration) -> Result<SemaphorePermit<'static>, Trouble> {
        let places = match self {
            Self::Reading => &READS,
            Self::Changing => &CHANGES,
        };
        match tokio::time::timeout(patience, places.acquire()).await {
            Ok(Ok(place)) => Ok(place),
            _ => Err(Trouble::Late),
        }
    }
}
