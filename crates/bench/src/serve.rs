//! `perennial serve` over loopback for somebody who is signed in: pictures against nginx sending the same bytes under the same
//! addresses with the same headers, and Today. Rounds alternate; all of it shares the machine, so ratios matter.

mod nginx;
mod processor;
mod sockets;

use std::ffi::OsStr;
use std::path::Path;

use browser::Served;
use library::Size;
use model::PhotoId;
use store::{Blobs, DataFolder, Database, Older, Store};
use tokio::runtime::Runtime;

use crate::client::Client;
use crate::median;
use crate::today::lives;
use nginx::Nginx;
use processor::time_of;
use sockets::{Asked, Came};

/// How many pictures are asked for in turn.
const PICTURES: usize = 64;
/// What a rendition of a photo of twelve megapixels weighs, small and large, in bytes.
const SMALL: usize = 30 << 10;
const LARGE: usize = 400 << 10;

/// What is asked for, and for how long.
pub(crate) struct Wanted {
    pub(crate) size: u64,
    pub(crate) clients: usize,
    pub(crate) rounds: usize,
    pub(crate) seconds: u64,
}

/// What came of some rounds: each by its answers a second and its processor time an answer in milliseconds.
#[derive(Default)]
struct Rounds(Vec<(Came, f64)>);

pub(crate) fn run(program: &Path, kept: &Path, wanted: &Wanted) {
    let home = tempfile::tempdir_in(kept).unwrap();
    let folder = DataFolder::open(home.path()).unwrap();
    let Database::File(file) = folder.database() else { unreachable!("a data folder's own database is a file") };
    std::fs::copy(lives::library(kept, wanted.size), &file).unwrap();
    let store = Store::open(&Database::File(file), Older::Migrate).unwrap();
    let blobs = Blobs::in_folder(&home.path().join("blobs")).unwrap();
    let photos = with_pictures(&store, &blobs);
    drop(store);

    let served = Served::start(program, home.path(), &[OsStr::new("serve")]);
    let runtime = Runtime::new().unwrap();
    let client = runtime.block_on(Client::setting_up(&served.address()));
    let photos = runtime.block_on(seen(&client, photos));
    let today = format!("/today/{}", lives::measured_days()[0]);
    let (_, page) = runtime.block_on(client.read(&today));
    assert!(page.contains("/small.jpg"), "{today} brings nothing back");

    let nginx = Nginx::start(kept, &served.address(), client.cookie(), &photos);
    println!(
        "{} photos in the library, {} clients, {} rounds of {} s each, {PICTURES} pictures in turn",
        wanted.size, wanted.clients, wanted.rounds, wanted.seconds
    );
    let ours = |paths: &[String]| Asked::of(&served.address(), client.cookie(), paths);
    println!(
        "{:<34}{:>12}{:>12}{:>12}{:>12}{:>14}{:>14}",
        "", "answers/s", "of nginx", "median, ms", "p99, ms", "processor, ms", "client's, ms"
    );
    for (what, file) in [("a small picture, 30 KiB", "small.jpg"), ("a large picture, 400 KiB", "large.jpg")] {
        let paths: Vec<String> = photos.iter().map(|id| format!("/photo/{id}/{file}")).collect();
        let (mine, theirs) = (ours(&paths), Asked::of(&nginx.address(), client.cookie(), &paths));
        let (mut here, mut there) = (Rounds::default(), Rounds::default());
        for _ in 0..wanted.rounds {
            here.add(&mine, wanted, &[served.process()]);
            there.add(&theirs, wanted, &nginx.processes());
        }
        here.say(what, Some(&there));
        there.say("  nginx", None);
    }
    for (what, encoding) in [("Today, compressed", "gzip"), ("Today, as it is", "identity")] {
        let asked = ours(std::slice::from_ref(&today)).in_the_form(encoding);
        let mut here = Rounds::default();
        for _ in 0..wanted.rounds {
            here.add(&asked, wanted, &[served.process()]);
        }
        here.say(what, None);
    }
    println!("a page of Today: {} bytes, {} pictures in it", page.len(), page.matches("/small.jpg").count());
}

impl Rounds {
    fn add(&mut self, asked: &Asked, wanted: &Wanted, processes: &[u32]) {
        let before: f64 = processes.iter().copied().map(time_of).sum();
        let came = asked.by(wanted.clients, wanted.seconds);
        let took = processes.iter().copied().map(time_of).sum::<f64>() - before;
        let each = took * 1000.0 / came.times.len().max(1) as f64;
        self.0.push((came, each));
    }

    fn of(&self, what: impl Fn(&(Came, f64)) -> f64) -> f64 {
        median(&self.0.iter().map(what).collect::<Vec<_>>())
    }

    fn a_second(&self) -> f64 {
        self.of(|(came, _)| came.times.len() as f64 / came.seconds)
    }

    fn say(&self, what: &str, peer: Option<&Self>) {
        let of_peer = peer.map_or(String::new(), |peer| format!("{:.2} x", self.a_second() / peer.a_second()));
        println!(
            "{what:<34}{:>12.0}{of_peer:>12}{:>12.2}{:>12.2}{:>14.3}{:>14.3}",
            self.a_second(),
            self.of(|(came, _)| came.at(0.5)),
            self.of(|(came, _)| came.at(0.99)),
            self.of(|(_, each)| *each),
            self.of(|(came, _)| came.own * 1000.0 / came.times.len().max(1) as f64),
        );
    }
}

/// Gives pictures to the first photos of a library, each its own, and answers which.
fn with_pictures(store: &Store, blobs: &Blobs) -> Vec<PhotoId> {
    let owner = store.read(library::owners).unwrap()[0];
    let ids: Vec<PhotoId> = (1..=4 * PICTURES as i64).map(PhotoId).collect();
    let photos = store.read(|tx| library::photos(tx, owner, &ids)).unwrap();
    let bytes = |seed: i64, length: usize| -> Vec<u8> {
        // Bytes that nothing compresses: a picture has no others.
        let mut state = seed as u64 | 1;
        let next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 56) as u8
        };
        std::iter::repeat_with(next).take(length).collect()
    };
    for photo in &photos {
        for (size, length) in [(Size::Small, SMALL), (Size::Large, LARGE)] {
            blobs.put(&photo.rendition(size), bytes(photo.id.0, length)).unwrap();
        }
    }
    photos.iter().map(|photo| photo.id).collect()
}

/// Those of them that are shown, as many as are asked for.
async fn seen(client: &Client, photos: Vec<PhotoId>) -> Vec<PhotoId> {
    let mut seen = Vec::new();
    for id in photos {
        if seen.len() < PICTURES && client.get(&format!("/photo/{id}/small.jpg")).await.status == 200 {
            seen.push(id);
        }
    }
    assert_eq!(seen.len(), PICTURES, "too few photos are shown");
    seen
}
