//! Several processes on one database, in one: each with its own connections, hands and watches.

mod kinds;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering::Relaxed};
use std::time::{Duration, Instant};

use circle::Viewer;
use jiff::{SignedDuration, Timestamp};
use library::{Importer, Progress};
use media::{Limits, Workers};
use model::{FolderId, Stage};
use store::jobs::{self, Job, Lease, Listed, MOST_ATTEMPTS, State, TERM, state};
use store::{Store, Tx};
use testkit::{House, houses, now};
use web::ComingIn;

use super::hand::{Found, Hand, Shared};
use super::{AtWork, KINDS};
use crate::jobs::{Clock, Kind, Outcome};

use kinds::{Counting, Failing, KIND, Panicking, Waiting};

/// Told to the test harness behind `--`, where it takes anything for the name of a test that does not exist.
const AS_A_WORKER: &str = "as-a-worker";
const ARGUMENTS: [&str; 6] =
    ["--exact", "--nocapture", "--test-threads=1", "at_work::tests::the_worker_process", "--", AS_A_WORKER];

#[test]
fn the_worker_process() {
    if std::env::args().any(|argument| argument == AS_A_WORKER) {
        let _ = media::run_worker();
        std::process::exit(0);
    }
}

/// A clock that a test sets.
#[derive(Clone)]
struct Hours(Arc<AtomicI64>);

impl Hours {
    fn begin() -> Self {
        Self(Arc::new(AtomicI64::new(now().timestamp().as_millisecond())))
    }

    fn pass(&self, time: SignedDuration) {
        self.0.fetch_add(time.as_millis() as i64, Relaxed);
    }

    fn now(&self) -> Timestamp {
        Timestamp::from_millisecond(self.0.load(Relaxed)).unwrap()
    }

    fn clock(&self) -> Clock {
        let hours = self.clone();
        Arc::new(move |_: &mut Tx<'_>| Ok(hours.now()))
    }
}

/// What a process of its own would work with.
fn importer(house: &House, store: Store) -> Importer {
    Importer {
        store: Arc::new(store),
        blobs: Arc::clone(&house.blobs),
        workers: Arc::new(Workers::new(&std::env::current_exe().unwrap(), &ARGUMENTS, 1, Limits::default())),
        viewer: house.owner(),
        roots: library::Roots::anywhere(),
        after_batch: Arc::new(memories::settle),
        hands: 2,
    }
}

fn hand(house: &House, hours: &Hours, kind: &'static dyn Kind) -> Hand {
    Hand::new(Arc::new(Shared::new(importer(house, house.again()), hours.clock())), vec![kind])
}

fn process(house: &House, clock: Clock, kinds: &'static [&'static dyn Kind]) -> AtWork {
    AtWork::with(importer(house, house.again()), &house.folder.path().join("data"), clock, kinds)
}

fn job(house: &House, key: impl ToString) -> Job {
    Job::new(house.owner().library(), KIND, key)
}

fn ask(house: &House, key: impl ToString, at: Timestamp) {
    let job = job(house, key);
    house.store.write(|tx| jobs::ask(tx, &job, at, at)).unwrap();
}

fn listed(house: &House) -> Vec<Listed> {
    let library = house.owner().library();
    house.store.read(|tx| jobs::listed(tx, library)).unwrap()
}

fn only(house: &House) -> Listed {
    let mut all = listed(house);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

/// Takes the one job that there is, and holds it.
fn taken(hand: &Hand) -> (Lease, Viewer) {
    match hand.take().unwrap() {
        Found::Something(lease, viewer) => (lease, viewer),
        Found::Nothing(_) => panic!("nothing to do"),
    }
}

/// Takes one job and works on it; answers whether there was one.
fn works(hand: &Hand) -> bool {
    match hand.take().unwrap() {
        Found::Something(lease, viewer) => {
            hand.work_on(&lease, viewer);
            true
        }
        Found::Nothing(_) => false,
    }
}

/// Asks until it is so; gives up after a minute, which no test should take.
fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < Duration::from_secs(60), "never: {what}");
        std::thread::yield_now();
    }
}

fn photos(house: &House, name: &str, count: u64, seed: u64) -> PathBuf {
    let folder = house.folder.path().join(name);
    fs::create_dir_all(&folder).unwrap();
    family::write_detailed(&folder, count, seed, (160, 120), &|_, _| {}).unwrap();
    folder.canonicalize().unwrap()
}

fn add(house: &House, folder: &Path) -> FolderId {
    let owner = house.owner();
    house.store.write(|tx| library::add_folder(tx, owner, folder, now().timestamp())).unwrap()
}

#[test]
fn two_processes_share_what_there_is_to_do_and_do_nothing_twice() {
    for house in houses() {
        let (hours, kind) = (Hours::begin(), Counting::fresh());
        for key in 0..40 {
            ask(&house, key, hours.now());
        }
        let kinds: &'static [&'static dyn Kind] = Box::leak(Box::new([kind as &dyn Kind]));
        let both = [process(&house, hours.clock(), kinds), process(&house, hours.clock(), kinds)];
        until("all is done", || listed(&house).is_empty());
        both.into_iter().for_each(AtWork::end);
        let mut done = kind.done();
        done.sort();
        let mut all: Vec<String> = (0..40).map(|key: u8| key.to_string()).collect();
        all.sort();
        assert_eq!(done, all, "each was done, and none twice");
    }
}

#[test]
fn what_a_killed_process_worked_on_is_gone_on_with_once_its_lease_ran_out() {
    for house in houses() {
        let (hours, kind) = (Hours::begin(), Counting::fresh());
        ask(&house, "a", hours.now());
        let killed = hand(&house, &hours, kind);
        assert!(matches!(killed.take().unwrap(), Found::Something(..)), "and it died");
        let other = hand(&house, &hours, kind);
        assert!(!works(&other));
        hours.pass(TERM);
        assert!(works(&other));
        assert_eq!(kind.done(), ["a"]);
        assert!(listed(&house).is_empty());
    }
}

#[test]
fn whoever_lost_the_lease_says_nothing_of_what_came() {
    for house in houses() {
        let (hours, kind) = (Hours::begin(), Counting::fresh());
        ask(&house, "a", hours.now());
        let slow = hand(&house, &hours, kind);
        let (lease, _) = taken(&slow);
        hours.pass(TERM);
        let quick = hand(&house, &hours, kind);
        let Found::Something(..) = quick.take().unwrap() else { panic!("it is still held") };
        for came in [Ok(Outcome::Done), Ok(Outcome::Stopped)] {
            slow.acknowledge(&lease, &came).unwrap();
            assert_eq!(state(&only(&house), hours.now()), State::Runs, "the other one works on");
        }
    }
}

#[test]
fn a_process_that_ends_gives_back_what_it_worked_on() {
    for house in houses() {
        let (hours, kind) = (Hours::begin(), Waiting::fresh());
        ask(&house, "a", hours.now());
        let kinds: &'static [&'static dyn Kind] = Box::leak(Box::new([kind as &dyn Kind]));
        let ending = process(&house, hours.clock(), kinds);
        until("it runs", || kind.begun() > 0);
        ending.end();
        let job = only(&house);
        assert_eq!((state(&job, hours.now()), job.attempts), (State::Due, 0), "{job:?}");
    }
}

#[test]
fn a_pause_from_another_process_stops_what_runs_and_nothing_more_is_begun_until_it_is_over() {
    for house in houses() {
        let (hours, kind, owner) = (Hours::begin(), Waiting::fresh(), house.owner());
        ask(&house, "a", hours.now());
        let hand = hand(&house, &hours, kind);
        let (lease, viewer) = taken(&hand);
        std::thread::scope(|scope| {
            scope.spawn(|| hand.work_on(&lease, viewer));
            until("it runs", || kind.begun() > 0);
            house.store.write(|tx| library::pause(tx, owner, hours.now())).unwrap();
        });
        assert_eq!(state(&only(&house), hours.now()), State::Due, "given back");
        assert!(!works(&hand), "not while there is a pause");
        house.store.write(|tx| library::resume(tx, owner)).unwrap();
        assert!(matches!(hand.take().unwrap(), Found::Something(..)));
    }
}

#[test]
fn what_is_withdrawn_elsewhere_is_stopped_here() {
    for house in houses() {
        let (hours, kind) = (Hours::begin(), Waiting::fresh());
        ask(&house, "a", hours.now());
        let hand = hand(&house, &hours, kind);
        let (lease, viewer) = taken(&hand);
        std::thread::scope(|scope| {
            scope.spawn(|| hand.work_on(&lease, viewer));
            until("it runs", || kind.begun() > 0);
            let withdrawn = job(&house, "a");
            assert!(house.store.write(|tx| jobs::withdraw(tx, &withdrawn)).unwrap());
        });
        assert!(listed(&house).is_empty(), "and it does not come back");
    }
}

#[test]
fn what_goes_wrong_is_told_by_name_and_tried_again_and_a_panic_is_nothing_else() {
    for house in houses() {
        let kinds: [(&'static dyn Kind, &str); 2] = [(&Failing, "folder"), (&Panicking, "panicked")];
        for (kind, why) in kinds {
            let hours = Hours::begin();
            ask(&house, "a", hours.now());
            let hand = hand(&house, &hours, kind);
            assert!(works(&hand));
            let job = only(&house);
            let again = hours.now() + jobs::wait_after(1);
            assert_eq!((state(&job, hours.now()), job.why.as_deref()), (State::TriedAgain(again), Some(why)));
            assert!(!works(&hand), "not before it is time");
            hours.pass(jobs::wait_after(1));
            assert!(works(&hand));
            house.store.write(|tx| jobs::withdraw(tx, &job.job)).unwrap();
        }
    }
}

#[test]
fn work_in_which_the_program_dies_time_and_again_is_given_up() {
    for house in houses() {
        let (hours, kind) = (Hours::begin(), Counting::fresh());
        ask(&house, "a", hours.now());
        for _ in 0..MOST_ATTEMPTS {
            assert!(matches!(hand(&house, &hours, kind).take().unwrap(), Found::Something(..)), "and it died");
            hours.pass(TERM);
        }
        assert!(works(&hand(&house, &hours, kind)));
        let job = only(&house);
        assert_eq!((state(&job, hours.now()), job.why.as_deref()), (State::GivenUp(hours.now()), Some("ended")));
        assert!(kind.done().is_empty(), "it was not begun once more");
    }
}

#[test]
fn what_was_removed_is_let_go_when_it_is_time_even_after_weeks_without_the_program() {
    for house in houses() {
        let hours = Hours::begin();
        let photos =
            house.keep(&[testkit::snap("a.jpg", "2019-09-28T15:00"), testkit::snap("b.jpg", "2019-09-28T16:00")]);
        let owner = house.owner();
        let let_go = || {
            let sql = "SELECT id FROM photos WHERE let_go = 1 ORDER BY id";
            house.store.read(|tx| tx.all(sql, &[], |row| row.get::<model::PhotoId>(0))).unwrap()
        };
        let remove = |id| house.store.write(|tx| library::remove(tx, owner, id, hours.now())).unwrap();
        let hand = {
            let kinds = KINDS.iter().copied().filter(|kind| kind.name() == library::LETTING_GO).collect();
            Hand::new(Arc::new(Shared::new(importer(&house, house.again()), hours.clock())), kinds)
        };
        assert!(remove(photos[0]));
        hours.pass(SignedDuration::from_hours(29 * 24));
        assert!(remove(photos[1]));
        assert!(!works(&hand), "it can still be taken back");
        hours.pass(SignedDuration::from_hours(20 * 24));
        assert!(works(&hand));
        assert_eq!(let_go(), [photos[0]]);
        assert!(!works(&hand), "the other one has ten days left");
        hours.pass(SignedDuration::from_hours(10 * 24));
        assert!(works(&hand));
        assert_eq!(let_go(), photos);
        assert!(listed(&house).iter().all(|job| job.job.kind != library::LETTING_GO));
    }
}

#[test]
fn each_kind_of_work_finds_what_nobody_asked_for_and_has_a_name_of_its_own() {
    for house in houses() {
        house.keep(&[testkit::snap("a.jpg", "2019-09-28T15:00")]);
        let owner = house.owner();
        let at = now().timestamp();
        house
            .store
            .write(|tx| {
                tx.execute("UPDATE photos SET worded = 0, removed_ms = 1", &[])?;
                library::day_changed(tx, owner.library(), 18_000)?;
                library::add_folder(tx, owner, Path::new("/photos"), at)?;
                tx.execute("DELETE FROM jobs", &[])?;
                KINDS.iter().try_for_each(|kind| kind.make_up(tx, owner, at))
            })
            .unwrap();
        let mut found: Vec<String> = listed(&house).into_iter().map(|job| job.job.kind).collect();
        let mut names: Vec<String> = KINDS.iter().map(|kind| kind.name().to_owned()).collect();
        found.sort();
        names.sort();
        assert_eq!(found, names);
        names.dedup();
        assert_eq!(names.len(), KINDS.len());
    }
}

#[test]
fn two_whole_processes_bring_every_photo_in_once() {
    for house in houses() {
        let folders = [photos(&house, "one", 6, 1), photos(&house, "two", 5, 2)];
        folders.iter().for_each(|folder| {
            add(&house, folder);
        });
        let both = [process(&house, crate::house::clock(), KINDS), process(&house, crate::house::clock(), KINDS)];
        let owner = house.owner();
        let is_looked_through = || {
            let folders = house.store.read(|tx| library::folders(tx, owner)).unwrap();
            folders.iter().all(|folder| folder.look.is_some())
        };
        until("both are looked through", || is_looked_through() && listed(&house).is_empty());
        assert_eq!(house.store.read(|tx| library::counts(tx, owner)).unwrap().photos, 11);
        assert!(both[0].desk().takes(owner).unwrap().renditions.is_some_and(|bytes| bytes > 0));
        both.into_iter().for_each(AtWork::end);
    }
}

#[test]
fn how_far_one_process_is_is_seen_by_the_other() {
    for house in houses() {
        let folder = add(&house, &photos(&house, "photos", 1, 1));
        let owner = house.owner();
        let shared = Arc::new(Shared::new(importer(&house, house.again()), crate::house::clock()));
        let hand = Hand::new(shared, KINDS.iter().copied().filter(|kind| kind.is_long()).collect());
        let other = process(&house, crate::house::clock(), &[]);
        let seen = || other.desk().now(owner).unwrap();
        assert_eq!((seen().waiting, seen().folder), (vec![folder], None));
        let (lease, _) = taken(&hand);
        assert_eq!((seen().waiting, seen().folder, seen().standing.stage), (vec![], Some(folder), Stage::Counting));
        let progress = Progress::default();
        progress.begin_counting();
        (0..7).for_each(|_| progress.counted());
        hand.holding(&lease, &progress, None, || until("it is seen", || seen().standing.total == 7));
        hand.acknowledge(&lease, &Ok(Outcome::Stopped)).unwrap();
        assert_eq!((seen().waiting, seen().standing.stage), (vec![folder], Stage::Resting));
        other.end();
    }
}
