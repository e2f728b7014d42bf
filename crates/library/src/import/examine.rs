//! Hashing a file and having it examined.

use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender};
use std::sync::{Mutex, PoisonError};

use jiff::Zoned;
use media::{Examined, Hints, Job, Kind, Metadata, NotShown, Renditions, Unexamined};
use sources::{Beside, Found, Passed};
use store::values;

use crate::Progress;
use crate::keep::{NewFile, NewPhoto, Shown};
use crate::photos::{Size, rendition_key, rendition_stem};

use super::{ImportError, Importer};

/// What a hand brings back.
pub(super) enum Brought {
    /// Known and unchanged: the ids of its files.
    Known(Vec<i64>),
    /// Content that is a photo already.
    Elsewhere([u8; 32], NewFile),
    /// Examined, its renditions among the blobs. A motion part that turned out to be a video of its own comes along.
    Photos(Vec<NewPhoto>),
    /// Not readable, or not what its name says.
    Unread { path: PathBuf, stamp: String, why: NotShown },
    /// Passed by without a look inside.
    Passed(PathBuf, Passed),
    /// The import cannot go on.
    Trouble(ImportError),
}

/// Longest video that counts as the moving half of a Live Photo, in milliseconds; Apple's are about three seconds.
const LONGEST_MOTION: u64 = 6_000;
/// Largest sidecar that is read, in bytes.
const LARGEST_SIDECAR: u64 = 4 << 20;

impl Importer {
    pub(super) fn examine_all(
        &self,
        waiting: &Mutex<Receiver<Found>>,
        to_keep: &SyncSender<Brought>,
        progress: &Progress,
        now: &Zoned,
    ) {
        loop {
            let found = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok(found) = found else { return };
            if progress.is_stopping() {
                continue;
            }
            let brought = self.examine(&found, now).unwrap_or_else(Brought::Trouble);
            if to_keep.send(brought).is_err() {
                // Nobody keeps anything any more. What is still handed in is only taken away, so that nobody waits.
                progress.stop();
            }
        }
    }

    fn examine(&self, found: &Found, now: &Zoned) -> Result<Brought, ImportError> {
        let unread = |stamp: String, why: &NotShown| {
            Ok(Brought::Unread { path: found.file.path.clone(), stamp, why: why.clone() })
        };
        // Whatever keeps the system from handing out the bytes may be gone next time, so no stamp is kept.
        let (file, content) = match open_and_hash(&found.file.path) {
            Ok(opened) => opened,
            Err(error) => return unread(String::new(), &NotShown::Unreadable(error.kind().to_string())),
        };
        if found.sidecars.is_empty() && found.motion.is_none() && self.is_known(found, &content)? {
            return Ok(Brought::Elsewhere(content, new_file(&found.file, false, found.stamp())));
        }
        let examined = match self.workers.examine(&Job { file, hints: hints(&found.file, &found.sidecars, now) }) {
            Ok(examined) => examined,
            Err(Unexamined::File(why)) => return unread(found.stamp(), &why),
            Err(Unexamined::NoWorker(why)) => return Err(ImportError::NoWorker(why)),
        };
        let file = new_file(&found.file, false, found.stamp());
        let mut whole = self.photo(content, found.file.bytes, examined, file)?;
        for file in &mut whole.files {
            match whole.shown {
                Err(NotShown::NoFfmpeg) => file.stamp.insert_str(0, WITHOUT_FFMPEG),
                // The machine was busy, or a worker was in a bad way; the next look may find it better.
                Err(NotShown::TimedOut | NotShown::Crashed) => file.stamp.clear(),
                _ => {}
            }
        }
        let mut photos = Vec::new();
        if let Some(motion) = &found.motion {
            photos.extend(self.motion(motion, &mut whole, now)?);
        }
        photos.insert(0, whole);
        Ok(Brought::Photos(photos))
    }

    /// Whether this is a copy, or a new name, of a photo that can be shown: then nothing needs to be examined again. A file
    /// that had a sidecar, or a photo that could not be shown, is looked at anew.
    fn is_known(&self, found: &Found, content: &[u8; 32]) -> Result<bool, ImportError> {
        let sql = "SELECT p.id FROM photos p WHERE p.library = ?1 AND p.content = ?2 AND p.not_shown IS NULL
                   AND NOT EXISTS (SELECT 1 FROM files f WHERE f.library = p.library AND f.path = ?3 AND f.stamp LIKE '%+%')";
        let values = values![self.library(), &content[..], crate::folders::bytes_of(&found.file.path)];
        Ok(self.store.read(|tx| tx.maybe(sql, values, |row| row.get::<i64>(0)))?.is_some())
    }

    /// The moving half of a Live Photo becomes a file of `whole`; any other video of that name is a photo of its own.
    fn motion(&self, motion: &Beside, whole: &mut NewPhoto, now: &Zoned) -> Result<Option<NewPhoto>, ImportError> {
        // The stamp of the still speaks of this file too.
        let stamp = format!("{}@motion", motion.bytes);
        let Ok((file, content)) = open_and_hash(&motion.path) else {
            whole.files.push(new_file(motion, true, stamp));
            return Ok(None);
        };
        let job = Job { file, hints: hints(motion, &[], now) };
        match self.workers.examine(&job) {
            Ok(examined) if is_motion_of(&whole.facts, &examined.facts) => {
                whole.files.push(new_file(motion, true, stamp));
                Ok(None)
            }
            Ok(examined) => {
                let file = new_file(motion, false, stamp);
                Ok(Some(self.photo(content, motion.bytes, examined, file)?))
            }
            // Of the right name, and no video: noted with its still, so that it is not asked about for ever.
            Err(Unexamined::File(_)) => {
                whole.files.push(new_file(motion, true, stamp));
                Ok(None)
            }
            Err(Unexamined::NoWorker(why)) => Err(ImportError::NoWorker(why)),
        }
    }

    /// Keeps renditions among the blobs, before any row speaks of them.
    fn photo(&self, content: [u8; 32], bytes: u64, examined: Examined, file: NewFile) -> Result<NewPhoto, ImportError> {
        let Examined { facts, renditions } = examined;
        let shown = match renditions {
            Ok(made) => {
                let shown = Shown::from(&made);
                let Renditions { small, large, .. } = made;
                let stem = rendition_stem(self.library(), &content);
                self.blobs.put(&rendition_key(&stem, Size::Large), large)?;
                self.blobs.put(&rendition_key(&stem, Size::Small), small)?;
                Ok(shown)
            }
            Err(why) => Err(why),
        };
        Ok(NewPhoto { content, bytes, facts, shown, files: vec![file] })
    }
}

/// Two halves carry the same content identifier; where there is none, a short video taken within seconds is one. A video's
/// clock may be UTC, so whole quarters of an hour between them do not count.
fn is_motion_of(still: &Metadata, video: &Metadata) -> bool {
    if still.kind() != Kind::Picture || video.kind() != Kind::Video {
        return false;
    }
    match (&still.pair, &video.pair) {
        (Some(a), Some(b)) => a == b,
        _ => video.duration_ms.is_some_and(|ms| ms <= LONGEST_MOTION) && at_the_same_time(still, video),
    }
}

fn at_the_same_time(still: &Metadata, video: &Metadata) -> bool {
    let (Some(still), Some(video)) = (&still.taken, &video.taken) else { return false };
    let apart = (model::millis(still.at) - model::millis(video.at)).abs() / 1000;
    let quarters = apart % 900;
    apart <= 14 * 3600 && quarters.min(900 - quarters) <= 10
}

/// What is noted of a file whose poster frame an `ffmpeg` could have made, had there been one.
pub(super) const WITHOUT_FFMPEG: &str = "without ffmpeg ";

fn new_file(file: &Beside, motion: bool, stamp: String) -> NewFile {
    NewFile { path: file.path.clone(), motion, stamp }
}

fn hints(file: &Beside, sidecars: &[Beside], now: &Zoned) -> Hints {
    let name = file.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let sidecars = sidecars.iter().filter_map(|sidecar| read_text(&sidecar.path)).collect();
    let home = now.time_zone().iana_name().map(ToOwned::to_owned);
    Hints { name, modified: file.modified, now: now.datetime(), home, sidecars }
}

/// A sidecar that cannot be read is as good as none; the photo itself matters more.
fn read_text(path: &Path) -> Option<String> {
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(LARGEST_SIDECAR).read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

fn open_and_hash(path: &Path) -> io::Result<(File, [u8; 32])> {
    let mut file = File::open(path)?;
    let mut hasher = blake3::Hasher::new();
    let mut buffer = vec![0; 1 << 18];
    loop {
        match file.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => drop(hasher.update(&buffer[..read])),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    file.rewind()?;
    Ok((file, hasher.finalize().into()))
}
