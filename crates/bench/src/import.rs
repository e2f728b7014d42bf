//! An import, start to end, against the same two renditions made with libvips.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::median;

pub(crate) fn run(program: &Path, kept: &Path, photos: u64, rounds: usize) {
    let folder = kept.join(format!("photos-{photos}"));
    std::fs::create_dir_all(&folder).unwrap();
    eprintln!("Drawing {photos} photos of 12 megapixels, once …");
    family::write_detailed(&folder, photos, 1, (4032, 3024), &|_, _| {}).unwrap();
    let files = jpegs(&folder);
    let bytes: u64 = files.iter().map(|f| f.metadata().unwrap().len()).sum();
    println!(
        "{} photos of 12 megapixels, {:.1} MB each on average",
        files.len(),
        bytes as f64 / 1e6 / files.len() as f64
    );
    let list = kept.join("photos.list");
    std::fs::write(&list, files.iter().map(|f| format!("{}\0", f.display())).collect::<String>()).unwrap();
    // Both sides find the photos in the page cache.
    for file in &files {
        std::fs::read(file).unwrap();
    }

    let shared = pyvips();
    let (mut ours, mut theirs, mut one_decode) = (Vec::new(), Vec::new(), Vec::new());
    for round in 1..=rounds {
        ours.push(timed(|| perennial(program, &folder)));
        theirs.push(timed(|| vipsthumbnail(&list)));
        if shared {
            one_decode.push(timed(|| shared_decode(&list)));
        }
        let last = |of: &[f64]| of.last().map_or("-".to_owned(), |s| format!("{s:.2} s"));
        println!(
            "round {round}: perennial {}, vipsthumbnail {}, one shared decode {}",
            last(&ours),
            last(&theirs),
            last(&one_decode)
        );
    }
    let (a, b) = (median(&ours), median(&theirs));
    println!("perennial import / vipsthumbnail:     {:.2} x   (medians {a:.2} s and {b:.2} s; to reach: 1.0)", a / b);
    match shared {
        true => println!(
            "perennial import / one shared decode: {:.2} x   (median {:.2} s)",
            a / median(&one_decode),
            median(&one_decode)
        ),
        false => println!("one shared decode: skipped, pyvips was not found (pip install pyvips)"),
    }
}

fn perennial(program: &Path, photos: &Path) {
    let data = tempfile::tempdir().unwrap();
    let mut import = Command::new(program);
    import.arg("--data").arg(data.path()).arg("import").arg(photos).stdout(Stdio::null()).stderr(Stdio::null());
    assert!(import.status().unwrap().success(), "the import failed");
}

/// The 1600 in batches of 25 files on both cores, then the 480 from the 1600.
fn vipsthumbnail(list: &Path) {
    let out = tempfile::tempdir().unwrap();
    let (large, small) = (out.path().join("1600"), out.path().join("480"));
    std::fs::create_dir(&large).unwrap();
    std::fs::create_dir(&small).unwrap();
    let script = format!(
        "set -e; export VIPS_CONCURRENCY=1
         xargs -0 -P2 -n25 vipsthumbnail --size 1600x1600 -o '{large}/%s.jpg[Q=80,strip]' < '{list}'
         find '{large}' -name '*.jpg' -print0 | xargs -0 -P2 -n25 vipsthumbnail --size 480x480 -o '{small}/%s.jpg[Q=80,strip]'",
        large = large.display(),
        small = small.display(),
        list = list.display(),
    );
    assert!(Command::new("bash").arg("-c").arg(script).status().unwrap().success(), "vipsthumbnail failed");
}

const SHARED_DECODE: &str = "
import multiprocessing, os, sys
os.environ['VIPS_CONCURRENCY'] = '1'
def both(job):
    import pyvips
    number, path, out = job
    half = pyvips.Image.new_from_file(path, shrink=2).copy_memory()
    large = half.thumbnail_image(1600, height=1600).copy_memory()
    large.jpegsave(f'{out}/{number}-1600.jpg', Q=80, strip=True)
    large.thumbnail_image(480, height=480).jpegsave(f'{out}/{number}-480.jpg', Q=80, strip=True)
if __name__ == '__main__':
    paths = [p for p in open(sys.argv[1]).read().split('\\0') if p]
    with multiprocessing.Pool(2) as pool:
        pool.map(both, [(n, p, sys.argv[2]) for n, p in enumerate(paths)], chunksize=5)
";

fn shared_decode(list: &Path) {
    let out = tempfile::tempdir().unwrap();
    let script = out.path().join("shared_decode.py");
    std::fs::write(&script, SHARED_DECODE).unwrap();
    let done = Command::new("python3").arg(&script).arg(list).arg(out.path()).status().unwrap();
    assert!(done.success(), "pyvips failed");
}

fn pyvips() -> bool {
    let found = Command::new("python3").args(["-c", "import pyvips"]).stderr(Stdio::null()).status();
    found.is_ok_and(|status| status.success())
}

fn timed(work: impl FnOnce()) -> f64 {
    let began = Instant::now();
    work();
    began.elapsed().as_secs_f64()
}

fn jpegs(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}
