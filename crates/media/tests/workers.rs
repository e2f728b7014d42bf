//! Workers from outside: what they answer, what they survive, and what they cannot do.
//!
//! A worker is the same program as its parent. Here that is this test binary: [`the_worker_process`] is an ordinary test
//! that does nothing, unless the arguments say that a parent started it.

use std::fs::File;
use std::io::Write;
use std::process::Command;
use std::time::Duration;

use media::{Enforced, Examined, Format, Hints, Job, Limits, NotShown, Step, Unexamined, Workers};

/// Told to the test harness behind `--`, where it takes anything for the name of a test that does not exist.
const AS_A_WORKER: &str = "as-a-worker";
const ARGUMENTS: [&str; 6] = ["--exact", "--nocapture", "--test-threads=1", "the_worker_process", "--", AS_A_WORKER];

#[test]
fn the_worker_process() {
    let told = |word: &str| std::env::args().any(|argument| argument == word);
    if told(AS_A_WORKER) {
        let _ = media::run_worker_with(misbehave);
        std::process::exit(0);
    }
}

/// What a file's name makes a worker do.
fn misbehave(step: Step, hints: &Hints) {
    let reading = step == Step::Reading;
    match hints.name.as_str() {
        "crash" if reading => std::process::abort(),
        "crash later" if !reading => std::process::abort(),
        "hang" => loop {
            std::hint::spin_loop();
        },
        "panic" => panic!("the decoder lost its way"),
        "overflow" => {
            std::hint::black_box(deeper(0));
        }
        "hog" => {
            std::hint::black_box(vec![1_u8; 8 << 30]);
        }
        "probe" => panic!("{}", probe()),
        "ask about files" => panic!("{}", ask_about_files()),
        "zone" => {
            panic!("{:?}", jiff::tz::TimeZone::get("Europe/Berlin").map(|zone| zone.iana_name().map(str::to_owned)))
        }
        _ => {}
    }
}

#[expect(unconditional_recursion, reason = "that is the point")]
fn deeper(depth: u64) -> u64 {
    std::hint::black_box([depth; 64])[0] + deeper(depth + 1)
}

/// What a worker gets for trying what it must not.
fn probe() -> String {
    let words = |result: std::io::Result<()>| match result {
        Ok(()) => "ALLOWED".to_owned(),
        Err(fault) => format!("{:?}", fault.kind()),
    };
    let inside = words(std::fs::read("/etc/hostname").map(drop));
    let outside = words(File::create("/tmp/perennial-probe").map(drop));
    let network = words(std::net::TcpStream::connect("127.0.0.1:80").map(drop));
    let local = words(std::os::unix::net::UnixStream::pair().map(drop));
    let program = words(Command::new("/bin/true").status().map(drop));
    let thread = words(std::thread::Builder::new().spawn(|| ()).map(drop));
    format!("read {inside}, write {outside}, network {network}, local {local}, program {program}, thread {thread}")
}

/// What a worker learns of files by their paths, in each way that the system knows.
#[cfg(target_os = "linux")]
fn ask_about_files() -> String {
    use rustix::fs::{AtFlags, CWD, StatxFlags, accessat, readlinkat, stat, statat, statx};
    let path = "/etc/passwd";
    let told = |way: &str, told: bool| format!("{way} {}, ", if told { "TOLD" } else { "refused" });
    let everything = StatxFlags::BASIC_STATS;
    [
        told("the standard library", std::fs::metadata(path).is_ok()),
        told("by path", statx(CWD, path, AtFlags::empty(), everything).is_ok()),
        told("by path, as if by descriptor", statx(CWD, path, AtFlags::EMPTY_PATH, everything).is_ok()),
        told("by link", statx(CWD, "/proc/self/exe", AtFlags::SYMLINK_NOFOLLOW, everything).is_ok()),
        told("stat", stat(path).is_ok()),
        told("fstatat", statat(CWD, path, AtFlags::empty()).is_ok()),
        told("access", accessat(CWD, path, rustix::fs::Access::EXISTS, AtFlags::empty()).is_ok()),
        told("readlink", readlinkat(CWD, "/proc/self/exe", Vec::new()).is_ok()),
    ]
    .concat()
}

#[cfg(not(target_os = "linux"))]
fn ask_about_files() -> String {
    String::new()
}

fn workers(count: usize, deadline: Duration) -> Workers {
    let program = std::env::current_exe().expect("this test's own program");
    Workers::new(&program, &ARGUMENTS, count, Limits { deadline, ..Limits::default() })
}

fn patient() -> Workers {
    workers(1, Duration::from_secs(60))
}

fn job(name: &str, bytes: &[u8]) -> Job {
    let mut file = tempfile::tempfile().expect("a temporary file");
    file.write_all(bytes).expect("written");
    let now = jiff::civil::date(2026, 11, 23).at(9, 0, 0, 0);
    Job { file, hints: Hints { name: name.into(), modified: None, now, home: None, sidecars: Vec::new() } }
}

fn picture() -> Vec<u8> {
    let pixels: Vec<u8> = (0..64 * 48_u32).flat_map(|i| [(i % 64 * 4) as u8, (i / 64 * 5) as u8, 99]).collect();
    // A TIFF directory with one entry: Orientation (0x0112), one SHORT, 6.
    let exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let mut jpeg = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut jpeg, 90);
    encoder.add_app_segment(1, exif.to_vec()).expect("short enough");
    encoder.encode(&pixels, 64, 48, jpeg_encoder::ColorType::Rgb).expect("encoded");
    jpeg
}

fn why(workers: &Workers, name: &str) -> (Examined, NotShown) {
    let examined = workers.examine(&job(name, &picture())).expect("listed");
    let why = examined.renditions.clone().expect_err("not shown");
    (examined, why)
}

#[test]
fn a_picture_comes_back_with_facts_and_renditions() {
    let examined = patient().examine(&job("a.jpg", &picture())).expect("examined");
    assert_eq!(examined.facts.format, Format::Jpeg);
    assert_eq!(examined.renditions.expect("shown").size, (48, 64));
}

#[test]
fn a_file_is_read_from_its_start_wherever_its_reader_stood() {
    let workers = patient();
    let job = job("a.jpg", &picture());
    for _ in 0..2 {
        assert!(workers.examine(&job).expect("examined").renditions.is_ok());
    }
}

#[test]
fn an_empty_file_and_a_foreign_one_are_refused_by_name() {
    let workers = patient();
    assert_eq!(workers.examine(&job("empty.jpg", b"")), Err(Unexamined::File(NotShown::Empty)));
    let foreign = b"dear diary, today".repeat(9);
    assert_eq!(workers.examine(&job("diary.jpg", &foreign)), Err(Unexamined::File(NotShown::UnknownFormat)));
}

#[test]
fn what_is_not_a_file_is_not_waited_for() {
    let mut job = job("folder", b"");
    job.file = File::open(std::env::temp_dir()).expect("a folder opens");
    assert!(matches!(patient().examine(&job), Err(Unexamined::File(NotShown::Unreadable(_)))));
}

#[test]
fn a_crash_lists_the_file_by_its_format_and_the_next_file_is_fine() {
    let workers = patient();
    for crash in ["crash", "overflow", "hog"] {
        let (examined, why) = why(&workers, crash);
        assert_eq!(why, NotShown::Crashed, "{crash}");
        assert_eq!(examined.facts.format, Format::Jpeg);
        assert!(workers.examine(&job("a.jpg", &picture())).expect("examined").renditions.is_ok());
    }
}

#[test]
fn a_crash_while_rendering_keeps_the_facts() {
    let (examined, why) = why(&patient(), "crash later");
    assert_eq!(why, NotShown::Crashed);
    assert_eq!(examined.facts.orientation.exif(), 6);
}

#[test]
fn a_panic_is_an_answer() {
    let workers = patient();
    assert_eq!(why(&workers, "panic").1, NotShown::Broken("the decoder lost its way".into()));
    assert!(workers.examine(&job("a.jpg", &picture())).expect("examined").renditions.is_ok());
}

#[test]
fn a_hanging_worker_is_given_up_at_the_deadline() {
    let workers = workers(1, Duration::from_millis(500));
    let begin = std::time::Instant::now();
    assert_eq!(why(&workers, "hang").1, NotShown::TimedOut);
    assert!(begin.elapsed() < Duration::from_secs(20), "{:?}", begin.elapsed());
}

#[test]
fn a_worker_reaches_neither_files_nor_network_nor_programs() {
    let workers = patient();
    let (_, NotShown::Broken(found)) = why(&workers, "probe") else { panic!("the probe reports by panicking") };
    let confinement = workers.confinement().expect("reported");
    println!("{confinement}\n{found}");
    if confinement.landlock == Enforced::Not && !confinement.system_calls {
        println!("skipped: this system has neither Landlock nor seccomp");
        return;
    }
    assert!(!found.contains("read ALLOWED") && !found.contains("write ALLOWED"), "{found}");
    if confinement.system_calls {
        assert!(!found.contains("ALLOWED"), "{found}");
    }
}

#[test]
fn a_worker_is_told_of_no_file_but_the_one_it_has() {
    let workers = patient();
    // Outside, the very same questions are answered.
    #[cfg(target_os = "linux")]
    assert!(!ask_about_files().contains("refused"), "{}", ask_about_files());
    let (_, NotShown::Broken(found)) = why(&workers, "ask about files") else { panic!("it reports by panicking") };
    if !workers.confinement().expect("reported").system_calls {
        println!("skipped: this system has no seccomp");
        return;
    }
    assert!(!found.contains("TOLD"), "{found}");
    assert!(
        workers.examine(&job("a.jpg", &picture())).expect("examined").renditions.is_ok(),
        "and still reads its own"
    );
}

#[test]
fn time_zones_are_known_without_files() {
    let (_, NotShown::Broken(zone)) = why(&patient(), "zone") else { panic!("the probe reports by panicking") };
    assert_eq!(zone, r#"Ok(Some("Europe/Berlin"))"#);
}

#[test]
fn many_threads_share_few_workers() {
    let workers = workers(2, Duration::from_secs(60));
    std::thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| assert!(workers.examine(&job("a.jpg", &picture())).expect("examined").renditions.is_ok()));
        }
    });
}

#[test]
fn retired_workers_are_replaced_when_there_is_work_again() {
    let workers = patient();
    for _ in 0..2 {
        assert!(workers.examine(&job("a.jpg", &picture())).expect("examined").renditions.is_ok());
        workers.retire();
    }
}

#[test]
fn a_worker_is_replaced_after_its_last_job() {
    let program = std::env::current_exe().expect("this test's own program");
    let limits = Limits { deadline: Duration::from_secs(60), jobs: 1, ..Limits::default() };
    let workers = Workers::new(&program, &ARGUMENTS, 1, limits);
    for _ in 0..3 {
        assert!(workers.examine(&job("a.jpg", &picture())).expect("examined").renditions.is_ok());
    }
}

#[test]
fn a_program_that_is_no_worker_is_no_fault_of_the_file() {
    for program in ["/bin/true", "/no/such/program"] {
        let workers = Workers::new(program.as_ref(), &[], 1, Limits::default());
        assert!(matches!(workers.examine(&job("a.jpg", &picture())), Err(Unexamined::NoWorker(_))), "{program}");
    }
}
