//! One connection, from its first byte to its last.

use std::error::Error;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::Router;
use axum::body::{Body, HttpBody};
use axum::extract::ConnectInfo;
use axum::http::header::{CONNECTION, EXPECT};
use axum::http::{HeaderValue, Request};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tower::Service;

use super::bodies::InTime;
use super::limits::Limits;
use super::log::{Log, Why};
use super::moving::Moving;
use super::places::Place;
use super::rest::Lent;

/// Longest head of a request, in bytes: a cookie, an address with a search in it, and what browsers say of themselves.
const LONGEST_HEAD: usize = 64 * 1024;

pub(super) struct Connection {
    pub(super) pages: Router,
    pub(super) peer: SocketAddr,
    pub(super) limits: Limits,
    pub(super) log: Arc<Log>,
    pub(super) place: Place,
    /// Comes when no further request is taken.
    pub(super) ends: watch::Receiver<bool>,
}

impl Connection {
    /// Answers request after request, as long as they come in time and there is a place for them.
    pub(super) async fn answer(self, stream: TcpStream) {
        let Self { pages, peer, limits, log, mut place, mut ends } = self;
        // Small answers are not to wait for more.
        let _ = stream.set_nodelay(true);
        let begun = Arc::new(AtomicBool::new(false));
        let pages = service_fn(|mut request: Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            // Whoever asks first whether to send at all has sent nothing that would have to be read.
            let asks_first = request.headers().contains_key(EXPECT);
            let (head, body) = request.into_parts();
            let body = Lent::new(InTime::new(body, limits.body, peer.ip(), Arc::clone(&log)));
            let answering = pages.clone().call(Request::from_parts(head, Body::new(body.clone())));
            begun.store(false, Ordering::Relaxed);
            let begun = &begun;
            async move {
                let mut answer = answering.await;
                let is_whole = match asks_first {
                    true => body.is_end_stream(),
                    false => body.read_rest().await,
                };
                if let (Ok(answer), false) = (&mut answer, is_whole) {
                    answer.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
                }
                begun.store(false, Ordering::Relaxed);
                answer
            }
        });
        let stream = TokioIo::new(Moving::new(stream, limits.idle, Arc::clone(&begun)));
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new()).header_read_timeout(limits.head).max_buf_size(LONGEST_HEAD);
        let mut answering = std::pin::pin!(http.serve_connection(stream, pages));
        let mut told = false;
        let ended = loop {
            tokio::select! {
                ended = answering.as_mut() => break ended,
                _ = &mut place.needed => return,
                _ = ends.changed(), if !told => {
                    answering.as_mut().graceful_shutdown();
                    told = true;
                }
            }
        };
        match ended {
            // A browser that asks for nothing more is none to tell of.
            Err(error) if error.is_timeout() && begun.load(Ordering::Relaxed) => log.note(Why::Head, peer.ip()),
            Err(error) if nothing_moved(&error) => log.note(Why::Idle, peer.ip()),
            // Whoever hangs up in the midst of something does it for reasons of their own.
            Ok(()) | Err(_) => {}
        }
    }
}

fn nothing_moved(error: &hyper::Error) -> bool {
    let cause = error.source().and_then(|cause| cause.downcast_ref::<io::Error>());
    cause.is_some_and(|cause| cause.kind() == io::ErrorKind::TimedOut)
}
