//! `perennial serve`: the pages, and the work behind them.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::runtime::Builder;

use crate::at_work::AtWork;
use crate::cli::PlaceArgs;
use crate::commands::whole_path;
use crate::failure::Failure;
use crate::house::{House, now};
use crate::interrupt::interrupted;
use crate::output;

pub(crate) fn run(place: &PlaceArgs, folders: &[PathBuf], listen: SocketAddr) -> Result<(), Failure> {
    let folders: Vec<PathBuf> = folders.iter().map(|folder| whole_path(folder)).collect::<Result<_, _>>()?;
    let house = House::live_in(place)?;
    house.store.write(|tx| {
        folders.iter().try_for_each(|f| library::add_folder(tx, house.viewer, f, now().timestamp()).map(drop))
    })?;
    serve(&house, listen)
}

/// Serves a house and the folders it knows until interrupted.
pub(crate) fn serve(house: &House, listen: SocketAddr) -> Result<(), Failure> {
    if !listen.ip().is_loopback() {
        return Err(Failure::new(
            format!("{listen} could be reached from other machines, and there is no door to sign in at yet"),
            "Serve on 127.0.0.1, and look at it from this machine (or through an SSH tunnel).",
        ));
    }
    // Few threads: a family's requests are short, and a resting server should be small.
    let runtime = Builder::new_multi_thread().worker_threads(2).max_blocking_threads(16).enable_all().build();
    let runtime = runtime.map_err(|e| Failure::new(format!("the server cannot start: {e}"), "Try again."))?;
    let listener = runtime.block_on(TcpListener::bind(listen)).map_err(|error| {
        Failure::new(
            format!("nothing can be served on {listen}: {error}"),
            "Is another Perennial running? Choose another address with --listen.",
        )
    })?;
    // Everything that waits for the database is done out here: inside the runtime nobody may wait.
    let at_work = AtWork::begin(house.importer()?);
    let address = listener.local_addr().unwrap_or(listen);
    output::line(&format!("Perennial is at http://{address}  (Ctrl-C ends it)"));
    let served = runtime.block_on(until_interrupted(house, listener, &at_work));
    at_work.end();
    served.map_err(|e| Failure::new(format!("serving ended: {e}"), "Start it again; nothing is lost."))
}

/// The first interrupt ends calmly, with what came in kept; a second one ends at once, which loses nothing kept either.
async fn ending() {
    interrupted().await;
    eprintln!("Stopping. What came in is kept.");
    tokio::spawn(async {
        interrupted().await;
        std::process::exit(1);
    });
}

async fn until_interrupted(house: &House, listener: TcpListener, at_work: &AtWork) -> std::io::Result<()> {
    let pages = web::router(web::House {
        store: Arc::clone(&house.store),
        blobs: Arc::clone(&house.blobs),
        owner: house.viewer,
        clock: now,
        data: house.data.as_path().into(),
        coming_in: at_work.desk(),
        loopback_only: true,
    });
    axum::serve(listener, pages).with_graceful_shutdown(ending()).await
}
