//! A request's body that has to be whole in time.

use std::future::Future;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Bytes, HttpBody};
use hyper::body::{Frame, Incoming, SizeHint};
use tokio::time::{Sleep, sleep};

use super::log::{Log, Why};

/// A body that ends with an error when it is not whole so long after it was first asked for.
pub(super) struct InTime {
    body: Incoming,
    within: Duration,
    until: Option<Pin<Box<Sleep>>>,
    from: IpAddr,
    log: Arc<Log>,
}

/// Why a body ended before it was whole.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unfinished {
    #[error("the body did not come in time")]
    TooSlow,
    #[error(transparent)]
    Broken(#[from] hyper::Error),
}

impl InTime {
    pub(super) fn new(body: Incoming, within: Duration, from: IpAddr, log: Arc<Log>) -> Self {
        Self { body, within, until: None, from, log }
    }
}

impl HttpBody for InTime {
    type Data = Bytes;
    type Error = Unfinished;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Unfinished>>> {
        if let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(cx) {
            return Poll::Ready(frame.map(|frame| frame.map_err(Unfinished::from)));
        }
        let within = self.within;
        let until = self.until.get_or_insert_with(|| Box::pin(sleep(within)));
        if until.as_mut().poll(cx).is_pending() {
            return Poll::Pending;
        }
        self.log.note(Why::Body, self.from);
        Poll::Ready(Some(Err(Unfinished::TooSlow)))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
