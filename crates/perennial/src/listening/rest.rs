//! What is left of a request's body when its answer is made: somebody sent a picture to a page, or more than is taken at once.
//! Most clients read no answer before they have sent everything, and see a broken connection where nobody read it.

use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

use axum::body::{Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};

use super::bodies::{InTime, Unfinished};

/// The most that is read of what nobody wants, in bytes.
const MOST: usize = 16 << 20;

/// A body that is lent to whoever answers; what they leave of it is read afterwards.
#[derive(Clone)]
pub(super) struct Lent(Arc<Mutex<InTime>>);

impl Lent {
    pub(super) fn new(body: InTime) -> Self {
        Self(Arc::new(Mutex::new(body)))
    }

    /// Reads the rest and throws it away. Answers whether that was all of it: otherwise the connection cannot be used again.
    pub(super) async fn read_rest(&self) -> bool {
        let mut read = 0;
        loop {
            if self.body().is_end_stream() {
                return true;
            }
            match std::future::poll_fn(|cx| Pin::new(&mut *self.body()).poll_frame(cx)).await {
                None => return true,
                Some(Err(_)) => return false,
                Some(Ok(frame)) => read += frame.data_ref().map_or(0, Bytes::len),
            }
            if read > MOST {
                return false;
            }
        }
    }

    fn body(&self) -> MutexGuard<'_, InTime> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl HttpBody for Lent {
    type Data = Bytes;
    type Error = Unfinished;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Unfinished>>> {
        Pin::new(&mut *self.body()).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body().is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body().size_hint()
    }
}
