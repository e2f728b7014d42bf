//! From shots to files: JPEG with EXIF and XMP, sidecars, times.

mod exif;
mod jpeg;
mod xmp;

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use crate::{Plan, Shot, shots};

pub(crate) use exif::block as exif_block;
pub(crate) use jpeg::encoded;

/// Told how many files are done, of how many; called from several threads.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Pictures in the folder now.
    pub files: usize,
    /// How many of them were made just now; the others were there already.
    pub written: usize,
    /// How many have an `.xmp` file beside them.
    pub sidecars: usize,
    /// Bytes written just now.
    pub bytes: u64,
}

/// Writes all pictures of a plan into a folder, on all cores. A file that is there already is complete and left alone,
/// so this may be repeated after it was interrupted.
pub fn write(plan: &Plan, folder: &Path, progress: Progress<'_>) -> io::Result<Summary> {
    write_all(&shots(plan), plan.size, folder, progress)
}

pub(crate) fn write_all(
    shots: &[Shot],
    size: (u32, u32),
    folder: &Path,
    progress: Progress<'_>,
) -> io::Result<Summary> {
    let total = shots.len();
    let sum = Mutex::new(Summary { files: total, ..Summary::default() });
    for_each_index(total, progress, |index| {
        let (bytes, sidecar) = write_shot(&shots[index], size, folder)?;
        if let Ok(mut sum) = sum.lock() {
            sum.bytes += bytes;
            sum.written += usize::from(bytes > 0);
            sum.sidecars += usize::from(sidecar);
        }
        Ok(())
    })?;
    Ok(sum.into_inner().unwrap_or_default())
}

/// Does something for every index below `total` on all cores and stops at the first error.
pub(crate) fn for_each_index(
    total: usize,
    progress: Progress<'_>,
    work: impl Fn(usize) -> io::Result<()> + Sync,
) -> io::Result<()> {
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let worker = || -> io::Result<()> {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            if index >= total {
                return Ok(());
            }
            if let Err(error) = work(index) {
                next.store(total, Ordering::Relaxed);
                return Err(error);
            }
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, total);
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(total.max(1));
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        let results =
            workers.into_iter().map(|w| w.join().unwrap_or_else(|_| Err(io::Error::other("a drawing thread failed"))));
        results.collect::<io::Result<Vec<()>>>().map(drop)
    })
}

fn write_shot(shot: &Shot, size: (u32, u32), folder: &Path) -> io::Result<(u64, bool)> {
    let path = folder.join(&shot.path);
    let modified = modified(shot);
    if shot.sidecar {
        // The sidecar first: a picture without the words that belong to it should never be found.
        write_once(&beside(&path), xmp::packet(shot).as_bytes(), modified)?;
    }
    if path.exists() {
        return Ok((0, shot.sidecar));
    }
    let bytes = encoded(&crate::draw(shot, size), 84, exif::block(shot).as_deref(), embedded(shot).as_deref())?;
    write_once(&path, &bytes, modified)?;
    Ok((bytes.len() as u64, shot.sidecar))
}

fn embedded(shot: &Shot) -> Option<String> {
    (!shot.sidecar && xmp::has_words(shot)).then(|| xmp::packet(shot))
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".xmp");
    name.into()
}

/// Writes a whole file or none, unless it is there.
pub(crate) fn write_once(path: &Path, bytes: &[u8], modified: Option<SystemTime>) -> io::Result<()> {
    if path.exists() {
        return Ok(());
    }
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(".part");
    let unfinished = PathBuf::from(unfinished);
    let mut file = File::create(&unfinished)?;
    file.write_all(bytes)?;
    if let Some(time) = modified {
        file.set_modified(time)?;
    }
    drop(file);
    fs::rename(&unfinished, path)
}

/// When the file came about: for a dead clock or a scan too, this is the true day.
pub(crate) fn modified(shot: &Shot) -> Option<SystemTime> {
    let utc = shot.lived.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp().as_second();
    let east = shot.spot.offset(shot.lived).map_or(0, |offset| i64::from(offset.minutes()) * 60);
    let seconds = u64::try_from(utc - east).ok()?;
    SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds))
}
