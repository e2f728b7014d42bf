//! What is in the written files.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::fs::{self, File};
use std::io::BufReader;
use std::path::Path;

use exif::{In, Tag, Value};
use family::{Kind, Plan, Shot, draw, shots, write};
use jiff::civil::date;

fn small_plan() -> Plan {
    Plan { photos: 0, size: (160, 120), ..Plan::demo(date(2026, 11, 23)) }
}

fn written(plan: &Plan) -> (tempfile::TempDir, Vec<Shot>) {
    let folder = tempfile::tempdir().unwrap();
    write(plan, folder.path(), &|_, _| {}).unwrap();
    (folder, shots(plan))
}

fn exif_of(path: &Path) -> Option<exif::Exif> {
    exif::Reader::new().read_from_container(&mut BufReader::new(File::open(path).unwrap())).ok()
}

fn words(exif: &exif::Exif, tag: Tag) -> Option<String> {
    match &exif.get_field(tag, In::PRIMARY)?.value {
        Value::Ascii(lines) => Some(String::from_utf8(lines[0].clone()).unwrap()),
        _ => None,
    }
}

fn degrees(exif: &exif::Exif, tag: Tag) -> f64 {
    match &exif.get_field(tag, In::PRIMARY).unwrap().value {
        Value::Rational(parts) => parts[0].to_f64() + parts[1].to_f64() / 60.0 + parts[2].to_f64() / 3600.0,
        other => panic!("{other:?}"),
    }
}

#[test]
fn exif_says_what_the_shot_says() {
    let (folder, shots) = written(&small_plan());
    let mut with_everything = 0;
    for shot in &shots {
        let Some(exif) = exif_of(&folder.path().join(&shot.path)) else {
            assert!(matches!(shot.kind, Kind::Screenshot | Kind::Messenger), "{}", shot.path);
            continue;
        };
        let time = shot.time.strftime("%Y:%m:%d %H:%M:%S").to_string();
        assert_eq!(words(&exif, Tag::DateTimeOriginal), Some(time));
        assert_eq!(words(&exif, Tag::Make).as_deref(), shot.camera.map(|c| c.make));
        let orientation = exif.get_field(Tag::Orientation, In::PRIMARY).unwrap().value.get_uint(0);
        assert_eq!(orientation, Some(shot.orientation.into()));
        let (Some(position), Some(offset)) = (shot.position, shot.offset) else { continue };
        assert!((degrees(&exif, Tag::GPSLatitude) - position.latitude.abs()).abs() < 1e-6);
        assert!((degrees(&exif, Tag::GPSLongitude) - position.longitude.abs()).abs() < 1e-6);
        let sign = if offset.minutes() < 0 { "-" } else { "+" };
        assert!(words(&exif, Tag::OffsetTimeOriginal).unwrap().starts_with(sign));
        assert_eq!(words(&exif, Tag::SubSecTimeOriginal), Some(format!("{:03}", shot.millisecond)));
        with_everything += 1;
    }
    assert!(with_everything > 100, "{with_everything}");
}

#[test]
fn people_words_and_stars_are_in_xmp_inside_or_beside() {
    let (folder, shots) = written(&small_plan());
    let (mut inside, mut beside) = (0, 0);
    for shot in shots.iter().filter(|s| s.people.iter().any(|p| p.region.is_some())) {
        let path = folder.path().join(&shot.path);
        let sidecar = folder.path().join(format!("{}.xmp", shot.path));
        assert_eq!(sidecar.exists(), shot.sidecar);
        let bytes = fs::read(if shot.sidecar { &sidecar } else { &path }).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.contains("mwg-rs:RegionList") && text.contains("Iptc4xmpExt:PersonInImage"), "{}", shot.path);
        for named in &shot.people {
            assert!(text.contains(&named.name));
        }
        *(if shot.sidecar { &mut beside } else { &mut inside }) += 1;
    }
    assert!(inside > 50 && beside > 3, "{inside} {beside}");
}

#[test]
fn the_same_plan_writes_the_same_bytes() {
    let plan = small_plan();
    let (first, shots) = written(&plan);
    let (second, _) = written(&plan);
    for shot in shots {
        assert_eq!(fs::read(first.path().join(&shot.path)).unwrap(), fs::read(second.path().join(&shot.path)).unwrap());
    }
}

#[test]
fn writing_again_changes_nothing_and_brings_back_what_is_gone() {
    let plan = small_plan();
    let (folder, shots) = written(&plan);
    let gone = folder.path().join(&shots[3].path);
    fs::remove_file(&gone).unwrap();
    let again = write(&plan, folder.path(), &|_, _| {}).unwrap();
    assert_eq!(again.written, 1);
    assert!(gone.exists());
}

#[test]
fn a_picture_is_stored_on_its_side_when_its_orientation_says_so() {
    let shots = shots(&small_plan());
    let lying = shots.iter().find(|s| s.orientation == 6).unwrap();
    let picture = draw(lying, (160, 120));
    assert_eq!((picture.width, picture.height), (160, 120));
    assert_eq!(picture.rgb.len(), 160 * 120 * 3);
}

#[test]
fn the_file_of_a_dead_clock_still_tells_the_true_day() {
    let (folder, shots) = written(&small_plan());
    let dead = shots.iter().find(|s| s.kind == Kind::DeadClock).unwrap();
    let modified = fs::metadata(folder.path().join(&dead.path)).unwrap().modified().unwrap();
    let then = jiff::Timestamp::try_from(modified).unwrap().in_tz("America/Los_Angeles").unwrap().datetime();
    assert_eq!(then.date(), dead.lived.date());
}

#[test]
fn detailed_pictures_differ_and_are_written_once() {
    let folder = tempfile::tempdir().unwrap();
    let size = (320, 240);
    let first = family::write_detailed(folder.path(), 6, 1, size, &|_, _| {}).unwrap();
    assert_eq!(first.written, 6);
    assert_eq!(family::write_detailed(folder.path(), 6, 1, size, &|_, _| {}).unwrap().written, 0);
    assert_ne!(family::detailed(1, 0, 320, 240), family::detailed(1, 1, 320, 240));
}
