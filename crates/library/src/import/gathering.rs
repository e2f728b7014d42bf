//! Keeping what was brought, a batch in a transaction, and counting it for the report.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::mpsc::Receiver;
use std::time::Instant;

use jiff::Zoned;
use sources::Passed;
use store::{StoreError, Tx, values};

use crate::keep::{Kept, NewPhoto, keep_counted, keep_elsewhere, note_unread};
use crate::report::CouldNot;
use crate::{Progress, Report};

use super::examine::Brought;
use super::{BATCH, ImportError, Importer, count_passed, next};

/// How many photos with the very same time make a clock doubtful.
const SAME_TIME: i64 = 25;

pub(super) struct Gathering<'a> {
    importer: &'a Importer,
    progress: &'a Progress,
    now: &'a Zoned,
    waiting: Vec<Brought>,
    report: Report,
    seen: HashSet<i64>,
    asked_not_to: Vec<PathBuf>,
    /// At how many new photos the database is told again how much there is.
    told_at: u64,
}

/// What a look through a folder came upon.
pub(super) struct Seen {
    /// The ids of all files that are there.
    pub(super) files: HashSet<i64>,
    /// The folders where somebody asked not to look.
    pub(super) asked_not_to: Vec<PathBuf>,
}

/// After how many new photos the database is first told how much there is.
const FIRST_TOLD: u64 = 200;

impl<'a> Gathering<'a> {
    pub(super) fn new(importer: &'a Importer, progress: &'a Progress, now: &'a Zoned) -> Self {
        let (waiting, report, seen) = (Vec::with_capacity(BATCH), Report::default(), HashSet::new());
        Self { importer, progress, now, waiting, report, seen, asked_not_to: Vec::new(), told_at: FIRST_TOLD }
    }

    /// Takes what is brought until all is.
    pub(super) fn gather(&mut self, brought: &Receiver<Brought>) -> Result<(), ImportError> {
        let mut since = None;
        while let Some(one) = next(brought, since) {
            match one {
                Some(Brought::Known(ids)) => {
                    self.seen.extend(ids);
                    self.report.known += 1;
                    self.progress.did(1, 0);
                }
                Some(Brought::Passed(path, why)) => {
                    if why == Passed::AskedNotTo {
                        self.asked_not_to.push(path.clone());
                    }
                    count_passed(&mut self.report, &path, why);
                }
                Some(Brought::Trouble(trouble)) => {
                    self.keep_batch()?;
                    return Err(trouble);
                }
                Some(other) => self.waiting.push(other),
                None => {}
            }
            since = since.or_else(|| (!self.waiting.is_empty()).then(Instant::now));
            if self.waiting.len() >= BATCH || since.is_some_and(|s| s.elapsed() >= super::PATIENCE) {
                self.keep_batch()?;
                since = None;
            }
        }
        self.keep_batch()
    }

    /// The report, and what was seen.
    pub(super) fn finish(mut self) -> (Report, Seen) {
        self.report.unread.sort_by(|a, b| a.path.cmp(&b.path));
        (self.report, Seen { files: self.seen, asked_not_to: self.asked_not_to })
    }

    fn keep_batch(&mut self) -> Result<(), ImportError> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let batch = std::mem::take(&mut self.waiting);
        let (report, seen) = self.importer.store.write(|tx| self.keep_all(tx, &batch))?;
        // Counted only once it is kept: a write that failed leaves no trace in the report either.
        self.progress.did(batch.len() as u64, report.came_in);
        self.report.came_in += report.came_in;
        self.report.not_shown += report.not_shown;
        self.report.elsewhere += report.elsewhere;
        self.report.changed += report.changed;
        self.report.unread.extend(report.unread);
        self.seen.extend(seen);
        // An engine that was never told how much there is plans as if there were nothing, and every photo would take longer
        // than the one before.
        if self.report.came_in >= self.told_at {
            self.told_at = self.report.came_in * 10;
            self.importer.store.analyze()?;
        }
        Ok(())
    }

    fn keep_all(&self, tx: &mut Tx<'_>, batch: &[Brought]) -> Result<(Report, Vec<i64>), StoreError> {
        let (mut report, mut paths) = (Report::default(), Vec::new());
        for brought in batch {
            match brought {
                Brought::Photos(photos) => {
                    for photo in photos {
                        self.keep_one(tx, photo, &mut report)?;
                        paths.extend(photo.files.iter().map(|f| f.path.clone()));
                    }
                }
                Brought::Elsewhere(content, file) => {
                    let kept = keep_elsewhere(tx, self.importer.library(), content, file)?;
                    report.elsewhere += u64::from(kept);
                    paths.push(file.path.clone());
                }
                Brought::Unread { path, stamp, why } => {
                    note_unread(tx, self.importer.library(), path, stamp, why)?;
                    report.unread.push(CouldNot { path: path.clone(), why: why.to_string(), listed: false });
                    paths.push(path.clone());
                }
                Brought::Known(_) | Brought::Passed(..) | Brought::Trouble(_) => {}
            }
        }
        self.doubt_same_times(tx)?;
        (self.importer.after_batch)(tx, self.importer.viewer)?;
        Ok((report, self.ids(tx, &paths)?))
    }

    fn keep_one(&self, tx: &mut Tx<'_>, photo: &NewPhoto, report: &mut Report) -> Result<(), StoreError> {
        let (_, kept) = keep_counted(tx, self.importer.library(), photo, self.now.timestamp())?;
        match kept {
            Kept::New => report.came_in += 1,
            Kept::Elsewhere => report.elsewhere += 1,
            Kept::Changed => report.changed += 1,
        }
        if let (Err(why), Some(file)) = (&photo.shown, photo.files.first()) {
            report.not_shown += u64::from(kept == Kept::New);
            report.unread.push(CouldNot { path: file.path.clone(), why: why.to_string(), listed: true });
        }
        Ok(())
    }

    /// A clock that gave the very same time to many photos was not running.
    fn doubt_same_times(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        let find = "SELECT p.taken_ms FROM changed_days d
                    JOIN photos p ON p.library = d.library AND p.taken_ms >= d.day * 86400000
                        AND p.taken_ms < (d.day + 1) * 86400000
                    WHERE d.library = ?1 AND p.found_confidence IN ('camera', 'doubtful_clock')
                        AND p.found_precision = 'time'
                    GROUP BY p.taken_ms HAVING COUNT(*) >= ?2";
        let library = self.importer.library();
        for at in tx.all(find, values![library, SAME_TIME], |row| row.get::<i64>(0))? {
            for doubt in [
                "UPDATE photos SET taken_confidence = 'doubtful_clock'
                 WHERE library = ?1 AND taken_ms = ?2 AND taken_confidence = 'camera'",
                "UPDATE photos SET found_confidence = 'doubtful_clock'
                 WHERE library = ?1 AND found_ms = ?2 AND found_confidence = 'camera'",
            ] {
                tx.execute(doubt, values![library, at])?;
            }
        }
        Ok(())
    }

    fn ids(&self, tx: &mut Tx<'_>, paths: &[PathBuf]) -> Result<Vec<i64>, StoreError> {
        let sql = "SELECT id FROM files WHERE library = ?1 AND path = ?2";
        let mut ids = Vec::with_capacity(paths.len());
        for path in paths {
            let bytes = crate::folders::bytes_of(path);
            ids.extend(tx.maybe(sql, values![self.importer.library(), bytes], |row| row.get::<i64>(0))?);
        }
        Ok(ids)
    }
}
