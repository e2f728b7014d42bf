//! Real files through real workers: every one of them gets a verdict, and what ought to be shown is.
//!
//! The program is its own worker, so it has its own `main`, which speaks as much of the test harness's language as
//! `cargo test` and `cargo nextest` need: `--list` and the exact name of a test.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use media::{Format, Hints, Job, Limits, NotShown, Unexamined, Workers};

const AS_A_WORKER: &str = "as-a-worker";

const TESTS: [(&str, fn()); 2] = [
    ("a_video_gets_a_frame_from_ffmpeg", a_video_gets_a_frame_from_ffmpeg),
    ("every_real_photo_gets_a_verdict", every_real_photo_gets_a_verdict),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let told = |word: &str| arguments.iter().any(|argument| argument == word);
    if told(AS_A_WORKER) {
        return if told("--poster") { media::run_poster() } else { media::run_worker() };
    }
    let chosen = |name: &str| told("--list") || told(name) || arguments.iter().all(|a| a.starts_with('-'));
    for (name, test) in TESTS.into_iter().filter(|(name, _)| !told("--ignored") && chosen(name)) {
        if told("--list") {
            println!("{name}: test");
        } else {
            println!("test {name}");
            test();
        }
    }
    ExitCode::SUCCESS
}

fn workers() -> Workers {
    let program = std::env::current_exe().expect("this test's own program");
    let limits = Limits { deadline: Duration::from_secs(120), poster: Duration::from_secs(120), ..Limits::default() };
    Workers::new(&program, &[AS_A_WORKER], 2, limits)
}

fn job(path: &Path) -> Job {
    let name = path.file_name().expect("a name").to_string_lossy().into_owned();
    let now = jiff::civil::date(2026, 11, 23).at(9, 0, 0, 0);
    let hints = Hints { name, modified: None, now, home: None, sidecars: Vec::new() };
    Job { file: File::open(path).expect("opens"), hints }
}

fn a_video_gets_a_frame_from_ffmpeg() {
    let workers = workers();
    if !workers.has_ffmpeg() {
        println!("skipped: no ffmpeg here");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let video = folder.path().join("a.mp4");
    let made = Command::new("ffmpeg")
        .args(["-loglevel", "error", "-f", "lavfi", "-i", "testsrc=size=320x240:rate=12:duration=1"])
        .args(["-pix_fmt", "yuv420p", "-c:v", "mpeg4"])
        .arg(&video)
        .status();
    assert!(made.expect("ffmpeg runs").success());
    let examined = workers.examine(&job(&video)).expect("examined");
    assert_eq!(examined.facts.format, Format::Mp4);
    assert_eq!(examined.renditions.expect("a poster frame").size, (320, 240));
}

/// Over the photos that developers keep beside the project (not part of it): `PERENNIAL_SHARED`, or `shared/photos` in a
/// folder above. With `PERENNIAL_LOOK` set to a folder, the large renditions are written there, to be looked at.
fn every_real_photo_gets_a_verdict() {
    let Some(photos) = photos() else {
        println!("skipped: no folder of real photos here");
        return;
    };
    let workers = workers();
    let look = std::env::var_os("PERENNIAL_LOOK").map(PathBuf::from);
    let mut verdicts: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for path in files(&photos) {
        let begin = Instant::now();
        let verdict = match workers.examine(&job(&path)) {
            Ok(examined) => match examined.renditions {
                Ok(renditions) => {
                    if let Some(look) = &look {
                        let name = path.file_name().expect("a name").to_string_lossy();
                        std::fs::write(look.join(format!("{name}.jpg")), renditions.large).expect("written");
                    }
                    "shown".to_owned()
                }
                Err(why) => named(&why),
            },
            Err(Unexamined::File(why)) => format!("not listed: {}", named(&why)),
            Err(Unexamined::NoWorker(why)) => panic!("no worker: {why}"),
        };
        if begin.elapsed() > Duration::from_secs(2) {
            println!("slow: {} took {:?}", path.display(), begin.elapsed());
        }
        let kind = path.parent().and_then(Path::file_name).expect("a folder").to_string_lossy().into_owned();
        verdicts.entry((kind, verdict)).or_default().push(path.display().to_string());
    }
    println!("{}", workers.confinement().expect("workers were started"));
    for ((kind, verdict), files) in &verdicts {
        println!("{kind}: {} {verdict}", files.len());
        if verdict != "shown" {
            files.iter().for_each(|file| println!("    {file}"));
        }
    }
    let crashed = verdicts.keys().filter(|(_, verdict)| verdict.contains("crashed")).count();
    assert_eq!(crashed, 0, "a real file crashed a worker");
    // Measured once. What is missing was made by fuzzers or cut off, and no other viewer makes a picture of it either.
    for (kind, least) in [("jpg", 104), ("heic", 6), ("avif", 1), ("webp", 9), ("png", 129), ("gif", 5)] {
        let shown = verdicts.get(&(kind.to_owned(), "shown".to_owned())).map_or(0, Vec::len);
        assert!(shown >= least, "{kind}: {shown} shown, fewer than {least}");
    }
}

fn named(why: &NotShown) -> String {
    format!("{}: {why}", why.name())
}

fn photos() -> Option<PathBuf> {
    let told = std::env::var_os("PERENNIAL_SHARED").map(PathBuf::from).into_iter();
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|folder| folder.join("shared"));
    told.chain(above).map(|shared| shared.join("photos")).find(|photos| photos.is_dir())
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let kind = entry.file_type().expect("a kind");
        match entry.path() {
            path if kind.is_dir() => files.extend(self::files(&path)),
            path if kind.is_file() && path.parent() != photos().as_deref() => files.push(path),
            _ => {}
        }
    }
    files.sort();
    files
}
