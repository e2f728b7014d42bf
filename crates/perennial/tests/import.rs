//! Imports through the real workers of the real binary, on both engines.
#![allow(clippy::unwrap_used, missing_docs)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use family::Plan;
use library::{Importer, Progress, Report, Size, files_of, photo, unread};
use media::{Limits, Workers};
use model::{Confidence, PhotoId};
use testkit::{House, houses, now};

/// The door of a house, and its owner who comes by it.
fn visits(house: &House) -> (care::Visits, care::Who) {
    let seal = Arc::new(care::Seal::new().unwrap());
    let who = care::Who { viewer: house.owner(), now: now(), session: care::Session("a test".to_owned()) };
    (care::Visits::new(Arc::clone(&house.store), Arc::clone(&house.blobs), seal), who)
}

fn look<T>(house: &House, work: impl FnOnce(&mut care::Visit<'_, '_>) -> Result<T, care::CareError>) -> T {
    let (visits, who) = visits(house);
    visits.look(&who, work).unwrap()
}

fn change<T>(house: &House, work: impl FnOnce(&mut care::Change<'_, '_>) -> Result<T, care::CareError>) -> T {
    let (visits, who) = visits(house);
    visits.change(&who, work).unwrap()
}

fn importer(house: &House) -> Importer {
    let program = Path::new(env!("CARGO_BIN_EXE_perennial"));
    Importer {
        store: Arc::clone(&house.store),
        blobs: Arc::clone(&house.blobs),
        workers: Arc::new(Workers::new(program, &["worker"], 2, Limits::default())),
        viewer: house.owner(),
        roots: library::Roots::anywhere(),
        after_batch: Arc::new(memories::settle),
        hands: 3,
    }
}

fn import(house: &House, folder: &Path) -> Report {
    importer(house).run(folder, &Progress::default(), &now()).unwrap()
}

/// A small part of the sample family's photos, upright JPEGs with EXIF dates.
fn some_photos(folder: &Path, count: u64) -> Vec<PathBuf> {
    fs::create_dir_all(folder).unwrap();
    family::write_detailed(folder, count, 7, (640, 480), &|_, _| {}).unwrap();
    let mut paths = Vec::new();
    sources::look_through(folder, &sources::Roots::anywhere(), &mut |sighting| {
        if let sources::Sighting::Found(found) = sighting {
            paths.push(found.file.path);
        }
        true
    })
    .unwrap();
    paths
}

fn count(house: &House) -> u64 {
    house.store.read(|tx| library::counts(tx, house.owner())).unwrap().photos
}

#[test]
fn importing_twice_brings_nothing_twice() {
    for house in houses() {
        let folder = house.folder.path().join("photos");
        some_photos(&folder, 6);
        let first = import(&house, &folder);
        assert_eq!((first.came_in, first.known, first.unread.len()), (6, 0, 0), "{first}");
        let second = import(&house, &folder);
        assert_eq!((second.came_in, second.known, second.missing), (0, 6, 0), "{second}");
        assert_eq!(count(&house), 6);
    }
}

#[test]
fn a_renamed_file_is_recognised_and_a_vanished_one_is_missed_but_kept() {
    for house in houses() {
        let folder = house.folder.path().join("photos");
        let paths = some_photos(&folder, 3);
        import(&house, &folder);
        let owner = house.owner();

        fs::create_dir(folder.join("sorted")).unwrap();
        fs::rename(&paths[0], folder.join("sorted/renamed.jpg")).unwrap();
        let moved = import(&house, &folder);
        assert_eq!((moved.came_in, moved.elsewhere, moved.missing), (0, 1, 0), "{moved}");

        fs::remove_file(&paths[1]).unwrap();
        let vanished = import(&house, &folder);
        assert_eq!((vanished.known, vanished.missing), (2, 1), "{vanished}");
        assert_eq!(count(&house), 3);
        let missing: Vec<bool> =
            (1..=3).map(|id| house.store.read(|tx| photo(tx, owner, PhotoId(id))).unwrap().unwrap().missing).collect();
        assert_eq!(missing.iter().filter(|m| **m).count(), 1, "{missing:?}");
    }
}

#[test]
fn another_picture_under_a_used_name_is_another_photo_and_inherits_nothing() {
    for house in houses() {
        let folder = house.folder.path().join("photos");
        let paths = some_photos(&folder, 2);
        let (first, second) = (fs::read(&paths[0]).unwrap(), fs::read(&paths[1]).unwrap());
        fs::remove_file(&paths[1]).unwrap();
        import(&house, &folder);
        let owner = house.owner();
        let wish = care::Wish { scope: care::Scope::Photo(PhotoId(1)), how_long: care::HowLong::Never };
        let today = now().date();
        change(&house, |change| change.keep_away(wish, today)).unwrap();
        // The photo moves away, and another takes its name before anybody looks.
        fs::write(folder.join("moved.jpg"), &first).unwrap();
        fs::write(&paths[0], &second).unwrap();
        import(&house, &folder);
        assert_eq!(count(&house), 2);
        let cleared = |id| look(&house, |visit| visit.photo(PhotoId(id))).is_some();
        assert!(!cleared(1), "the one that was put away stays away under its new name");
        assert!(cleared(2), "the other is nobody's business");
        let files = |id| house.store.read(|tx| files_of(tx, owner, PhotoId(id))).unwrap();
        assert_eq!(files(1), [folder.join("moved.jpg")]);
        assert_eq!(files(2), [paths[0].clone()]);
    }
}

#[test]
fn a_file_that_comes_back_is_no_longer_missing() {
    for house in houses() {
        let folder = house.folder.path().join("photos");
        let paths = some_photos(&folder, 2);
        import(&house, &folder);
        let aside = house.folder.path().join("aside.jpg");
        fs::rename(&paths[0], &aside).unwrap();
        assert_eq!(import(&house, &folder).missing, 1);
        fs::rename(&aside, &paths[0]).unwrap();
        import(&house, &folder);
        for id in [1, 2] {
            assert!(!house.store.read(|tx| photo(tx, house.owner(), PhotoId(id))).unwrap().unwrap().missing);
        }
    }
}

#[test]
fn a_folder_that_asks_to_be_left_alone_later_is_left_out_of_memories() {
    for house in houses() {
        let folder = house.folder.path().join("photos");
        let paths = some_photos(&folder, 1);
        import(&house, &folder);
        let owner = house.owner();
        let taken = house.store.read(|tx| photo(tx, owner, PhotoId(1))).unwrap().unwrap().taken.unwrap().at.date();
        let anniversary = taken.checked_add(jiff::Span::new().years(3)).unwrap();
        let memories = || look(&house, |visit| visit.day_plan(anniversary)).memories.len();
        assert_eq!(memories(), 1);
        let mark = paths[0].parent().unwrap().join(".nomemories");
        fs::write(&mark, "").unwrap();
        assert_eq!(import(&house, &folder).asked_not_to, 1);
        assert_eq!(memories(), 0);
        fs::remove_file(&mark).unwrap();
        import(&house, &folder);
        assert_eq!(memories(), 1);
    }
}

#[test]
fn a_folder_that_cannot_be_reached_makes_nothing_missing() {
    let house = House::on_sqlite();
    let folder = house.folder.path().join("photos");
    some_photos(&folder, 2);
    import(&house, &folder);
    fs::rename(&folder, house.folder.path().join("unplugged")).unwrap();
    assert!(importer(&house).run(&folder, &Progress::default(), &now()).is_err());
    let missing = house.store.read(|tx| photo(tx, house.owner(), PhotoId(1))).unwrap().unwrap().missing;
    assert!(!missing);
}

#[test]
fn odd_files_are_reported_and_harm_nothing() {
    for house in houses() {
        let folder = house.folder.path().join("photos");
        let paths = some_photos(&folder, 2);
        let whole = fs::read(&paths[0]).unwrap();
        fs::write(folder.join("empty.jpg"), b"").unwrap();
        fs::write(folder.join("half.jpg"), &whole[..whole.len() / 2]).unwrap();
        fs::write(folder.join("text.png"), b"not a picture at all, only a note").unwrap();
        fs::write(folder.join("copy.jpg"), &whole).unwrap();
        let report = import(&house, &folder);
        assert_eq!(report.came_in + report.elsewhere, 4, "{report}");
        let named: Vec<String> =
            report.unread.iter().map(|u| u.path.file_name().unwrap().to_string_lossy().into_owned()).collect();
        assert_eq!(named, ["empty.jpg", "half.jpg", "text.png"], "{report}");
        let listed = house.store.read(|tx| unread(tx, house.owner())).unwrap();
        assert!(listed.iter().any(|u| u.path.ends_with("empty.jpg") && u.why.contains("empty")), "{listed:?}");

        // The copy is finished: what was half a file is one photo, and the half is forgotten.
        fs::write(folder.join("half.jpg"), fs::read(&paths[1]).unwrap()).unwrap();
        import(&house, &folder);
        let whole_of = |path: &Path| {
            let sql = "SELECT photo FROM files WHERE library = ?1 AND path = ?2";
            let path = path.as_os_str().as_encoded_bytes();
            let values = store::values![house.owner().library(), path];
            house.store.read(|tx| tx.maybe(sql, values, |row| row.get::<Option<i64>>(0))).unwrap().flatten()
        };
        assert!(whole_of(&paths[1]).is_some());
        assert_eq!(whole_of(&folder.join("half.jpg")), whole_of(&paths[1]));
        assert_eq!(count(&house), 2);
    }
}

#[test]
fn a_stopped_import_keeps_what_came_in_and_the_next_one_goes_on() {
    for house in houses() {
        let folder = house.folder.path().join("photos");
        some_photos(&folder, 12);
        let progress = Progress::default();
        progress.stop();
        let stopped = importer(&house).run(&folder, &progress, &now()).unwrap();
        assert!(stopped.stopped && stopped.missing == 0);
        let rest = import(&house, &folder);
        assert_eq!(stopped.came_in + rest.came_in, 12);
        assert_eq!(count(&house), 12);
    }
}

#[test]
fn an_import_killed_in_the_middle_loses_nothing_it_acknowledged_and_goes_on() {
    let temp = tempfile::tempdir().unwrap();
    let folder = temp.path().join("photos");
    some_photos(&folder, 80);
    let command = || {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_perennial"));
        command.arg("--data").arg(temp.path().join("data")).stdout(std::process::Stdio::piped());
        command.stderr(std::process::Stdio::null());
        command
    };
    let database = temp.path().join("data/perennial.db");
    let mut running = command().arg("import").arg(&folder).spawn().unwrap();
    // Until the first batch is kept; then it dies without a word.
    let kept = || {
        let store = store::Store::open(&store::Database::File(database.clone()), store::Older::Refuse).ok()?;
        let owner = *store.read(library::owners).ok()?.first()?;
        store.read(|tx| library::counts(tx, owner)).ok().map(|counts| counts.photos)
    };
    while database.metadata().is_err() || kept().unwrap_or(0) == 0 {
        assert!(running.try_wait().unwrap().is_none() || kept() == Some(80), "the import ended by itself");
        std::thread::yield_now();
    }
    running.kill().unwrap();
    running.wait().unwrap();
    let acknowledged = kept().unwrap();
    assert!(acknowledged > 0);
    assert_eq!(
        pictures_of_rows(&database, &temp.path().join("data/blobs")),
        2 * acknowledged,
        "what rows speak of is there"
    );
    let again = command().args(["import", "--json"]).arg(&folder).output().unwrap();
    let report: serde_json::Value = serde_json::from_slice(&again.stdout).unwrap();
    assert_eq!(report[0]["known"], acknowledged, "{report}");
    assert_eq!(report[0]["came_in"], 80 - acknowledged, "{report}");
    assert_eq!(pictures_of_rows(&database, &temp.path().join("data/blobs")), 160);
}

/// How many pictures are among the blobs, of those that the rows of photos speak of.
fn pictures_of_rows(database: &Path, blobs: &Path) -> u64 {
    let store = store::Store::open(&store::Database::File(database.to_owned()), store::Older::Refuse).unwrap();
    let blobs = store::Blobs::in_folder(blobs).unwrap();
    let owner = store.read(library::owners).unwrap()[0];
    let ids: Vec<PhotoId> = (1..=100).map(PhotoId).collect();
    let photos = store.read(|tx| library::photos(tx, owner, &ids)).unwrap();
    let sizes = photos.iter().flat_map(|photo| [photo.picture(Size::Small), photo.picture(Size::Large)]);
    sizes.filter(|picture| picture.read(&blobs).unwrap().is_some()).count() as u64
}

/// The bytes of a picture, with another EXIF date of the same length in every place where it has one.
fn redated(picture: &[u8], date: &str) -> Vec<u8> {
    let mut bytes = picture.to_vec();
    let is_date = |window: &[u8]| {
        let shape = b"dddd:dd:dd dd:dd:dd";
        window.iter().zip(shape).all(|(b, s)| if *s == b'd' { b.is_ascii_digit() } else { b == s })
    };
    let places: Vec<usize> = (0..bytes.len() - 19).filter(|&at| is_date(&bytes[at..at + 19])).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + 19].copy_from_slice(date.as_bytes());
    }
    bytes
}

#[test]
fn a_live_photo_is_one_photo_and_an_unrelated_video_of_the_same_name_is_another() {
    let Some(video) = testkit::shared_file("photos/mp4/Issue 515 (java).mp4") else { return };
    for house in houses() {
        let folder = house.folder.path().join("photos");
        let drawn = some_photos(&house.folder.path().join("drawn"), 2);
        fs::create_dir_all(&folder).unwrap();
        // By ExifTool, that video was taken on 20 November 2020 at 15:04:02.
        fs::write(folder.join("IMG_1.jpg"), redated(&fs::read(&drawn[0]).unwrap(), "2020:11:20 15:04:02")).unwrap();
        fs::write(folder.join("IMG_2.jpg"), redated(&fs::read(&drawn[1]).unwrap(), "2015:06:07 08:09:10")).unwrap();
        let video = fs::read(&video).unwrap();
        fs::write(folder.join("IMG_1.MP4"), &video).unwrap();
        let report = import(&house, &folder);
        assert_eq!(report.came_in, 2, "{report}");
        let live = house.store.read(|tx| files_of(tx, house.owner(), PhotoId(1))).unwrap();
        let live = if live.len() == 2 {
            live
        } else {
            house.store.read(|tx| files_of(tx, house.owner(), PhotoId(2))).unwrap()
        };
        assert_eq!(live, [folder.join("IMG_1.jpg"), folder.join("IMG_1.MP4")]);

        let mut other = video.clone();
        other.extend_from_slice(b"\0\0\0\x08free");
        fs::write(folder.join("IMG_2.mp4"), other).unwrap();
        let report = import(&house, &folder);
        assert_eq!((report.came_in, count(&house)), (1, 3), "{report}");
        let again = import(&house, &folder);
        assert_eq!((again.came_in, again.changed, again.known), (0, 0, 2), "{again}");
    }
}

#[test]
fn a_sidecar_that_changes_is_read_again() {
    for house in houses() {
        let folder = house.folder.path().join("photos");
        let paths = some_photos(&folder, 1);
        let sidecar = paths[0].with_extension("xmp");
        let write = |words: &str| {
            let xmp = format!(
                r#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt>
                <rdf:li xml:lang="x-default">{words}</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>"#
            );
            fs::write(&sidecar, xmp).unwrap();
        };
        let caption = || {
            let photo = house.store.read(|tx| photo(tx, house.owner(), PhotoId(1))).unwrap().unwrap();
            photo.caption
        };
        write("Low tide");
        import(&house, &folder);
        assert_eq!(caption().as_deref(), Some("Low tide"));
        write("Low tide, and the dog");
        let report = import(&house, &folder);
        assert_eq!((report.changed, caption().as_deref()), (1, Some("Low tide, and the dog")), "{report}");
        fs::remove_file(&sidecar).unwrap();
        let report = import(&house, &folder);
        assert_eq!((report.changed, caption()), (1, None), "{report}");
    }
}

#[test]
fn many_photos_with_the_very_same_time_come_from_a_clock_that_stood_still() {
    let house = House::on_sqlite();
    let mut snaps = Vec::new();
    for i in 0..40 {
        snaps.push(testkit::snap(&format!("{i}.jpg"), "2012-05-05T12:00:00"));
    }
    house.keep(&snaps);
    let folder = house.folder.path().join("photos");
    some_photos(&folder, 1);
    // The doubt is cast by the import: one more file on that day is enough to look at the day again.
    house.store.write(|tx| tx.execute("INSERT INTO changed_days (library, day) VALUES (1, 15465)", &[])).unwrap();
    import(&house, &folder);
    let taken = house.store.read(|tx| photo(tx, house.owner(), PhotoId(1))).unwrap().unwrap().taken.unwrap();
    assert_eq!((taken.at.date().to_string().as_str(), taken.confidence), ("2012-05-05", Confidence::DoubtfulClock));
}

#[test]
fn the_sample_family_comes_in_whole_and_its_today_has_memories() {
    let house = House::on_sqlite();
    let folder = house.folder.path().join("photos");
    let today = now().date();
    let plan = Plan { photos: 260, size: (320, 240), ..Plan::demo(today) };
    let made = family::write(&plan, &folder, &|_, _| {}).unwrap();
    let report = import(&house, &folder);
    assert!(report.came_in > 200, "{made:?} {report}");
    assert!(report.unread.iter().all(|u| u.why.contains("ffmpeg")), "{report}");
    let plan = look(&house, |visit| visit.day_plan(today));
    assert!(plan.memories.len() >= 4, "{}", plan.memories.len());
    assert!(house.store.read(|tx| files_of(tx, house.owner(), plan.memories[0].photos[0].id)).unwrap().len() == 1);
}
