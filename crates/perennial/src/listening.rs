//! Serving on an address: how many may be connected, and how long a connection is waited for.
//!
//! A page is answered at once or not at all, so whoever keeps a connection without using it only takes a place. Without limits a
//! thousand unfinished requests would close the house to everybody.

mod bodies;
mod connections;
mod limits;
mod log;
mod moving;
mod places;
mod rest;
#[cfg(test)]
mod tests;

use std::future::Future;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::watch;
use web::Network;

pub(crate) use limits::Limits;

use connections::Connection;
use log::{Log, Why};
use places::Desk;

/// Out of descriptors, or of memory: others have to end first.
const AFTER_A_REFUSAL: Duration = Duration::from_millis(200);

/// Answers whoever connects until `ending` is over, and then whoever is being answered.
/// A connection that cannot be taken is told of in the log.
pub(crate) async fn serve(
    listener: TcpListener,
    pages: Router,
    limits: Limits,
    proxies: &[Network],
    ending: impl Future<Output = ()>,
) {
    let desk = Desk::new(limits.in_all, limits.from_one);
    let (log, ends) = (Arc::new(Log::default()), watch::Sender::new(false));
    let mut ending = std::pin::pin!(ending);
    loop {
        let taken = tokio::select! {
            taken = listener.accept() => taken,
            () = &mut ending => break,
        };
        let (stream, peer) = match taken {
            Ok(taken) => taken,
            Err(error) => {
                hindered(&error, &log).await;
                continue;
            }
        };
        let by_proxy = proxies.iter().any(|proxy| proxy.holds(peer.ip()));
        match desk.take(peer.ip(), by_proxy) {
            Ok(place) => {
                if place.made_room {
                    log.note(Why::MadeRoom, peer.ip());
                }
                let limits = if by_proxy { limits.for_a_proxy() } else { limits };
                let (pages, log, ends) = (pages.clone(), Arc::clone(&log), ends.subscribe());
                tokio::spawn(Connection { pages, peer, limits, log, place, ends }.answer(stream));
            }
            Err(why) => log.note(why, peer.ip()),
        }
    }
    drop(listener);
    ends.send_replace(true);
    // Each connection holds a receiver for as long as it is answered.
    ends.closed().await;
}

/// Whoever hung up before they were answered is no trouble; a system that gives no more connections needs a breath.
async fn hindered(error: &io::Error, log: &Log) {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    if !matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset) {
        log.no_more(error);
        tokio::time::sleep(AFTER_A_REFUSAL).await;
    }
}
