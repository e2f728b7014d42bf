//! Every page out of a library of 100,000 photos: one client on each engine, then many while photos come in.

mod crowd;
mod walk;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::Path;

use browser::Served;
use store::{Blobs, DataFolder, Database, Older, Store};
use tokio::runtime::{Builder, Runtime};

use crate::client::Client;
use crate::percentile;
use crate::today::{copying, lives};

/// What is asked for, and for how long.
pub(crate) struct Wanted {
    pub(crate) size: u64,
    pub(crate) requests: usize,
    pub(crate) clients: usize,
    pub(crate) seconds: u64,
}

/// Addresses by the route that leads to them.
pub(crate) type Addresses = BTreeMap<&'static str, Vec<String>>;

pub(crate) fn run(program: &Path, kept: &Path, wanted: &Wanted) {
    let library = lives::library(kept, wanted.size);
    let coming = crowd::photos_to_come(kept);
    let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();

    let home = tempfile::tempdir_in(kept).unwrap();
    let folder = DataFolder::open(home.path()).unwrap();
    let Database::File(file) = folder.database() else { unreachable!("a data folder's own database is a file") };
    std::fs::copy(&library, &file).unwrap();
    one_engine(&runtime, program, home.path(), &Database::File(file), (&coming, wanted));

    match std::env::var("PERENNIAL_TEST_POSTGRES") {
        Ok(url) => {
            let home = tempfile::tempdir_in(kept).unwrap();
            let url = copying::to_postgres(&library, &url, wanted.size);
            one_engine(&runtime, program, home.path(), &Database::Server(url), (&coming, wanted));
        }
        Err(_) => println!("PostgreSQL: skipped, PERENNIAL_TEST_POSTGRES is not set (bin/bench sets it)"),
    }
}

fn one_engine(runtime: &Runtime, program: &Path, home: &Path, database: &Database, (coming, wanted): (&Path, &Wanted)) {
    let store = Store::open(database, Older::Migrate).unwrap();
    let engine = store.engine_name();
    let serve = |folder: Option<&Path>| {
        let mut command = vec![OsStr::new("serve")];
        if let Database::Server(url) = database {
            command.extend(["--database", url].map(OsStr::new));
        }
        command.extend(folder.map(Path::as_os_str));
        Served::start(program, home, &command)
    };

    let served = serve(None);
    let client = runtime.block_on(Client::setting_up(&served.address()));
    let addresses = runtime.block_on(walk::addresses(&client));
    walk::with_pictures(&store, &Blobs::in_folder(&home.join("blobs")).unwrap(), &addresses);
    println!("\n{engine}, {} photos, one client, milliseconds ({} requests a route)", wanted.size, wanted.requests);
    println!("{:<34}{:>10}{:>10}{:>10}{:>10}{:>10}", "route", "addresses", "median", "p99", "worst", "KiB");
    for (route, paths) in &addresses {
        runtime.block_on(one_route(&client, route, paths, wanted.requests));
    }
    drop(served);

    let served = serve(Some(coming));
    let client = client.at(&served.address());
    runtime.block_on(crowd::look_while_photos_come_in(&client, &addresses, wanted, engine));
}

async fn one_route(client: &Client, route: &str, paths: &[String], requests: usize) {
    let (mut times, mut bytes) = (Vec::with_capacity(requests), 0);
    for path in paths.iter().cycle().take(requests) {
        let answer = client.get(path).await;
        assert!(answer.status < 400, "{path}: {}", answer.status);
        times.push(answer.took.as_secs_f64() * 1000.0);
        bytes += answer.bytes.len();
    }
    times.sort_by(f64::total_cmp);
    let (median, p99, worst) = (percentile(&times, 0.5), percentile(&times, 0.99), percentile(&times, 1.0));
    let each = bytes as f64 / requests as f64 / 1024.0;
    println!("{route:<34}{:>10}{median:>10.1}{p99:>10.1}{worst:>10.1}{each:>10.1}", paths.len());
}
