//! The parent's side: a few workers, hired when there is work and sent home when there is none.

use std::ffi::OsString;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use crate::{Examined, Format, Metadata, NotShown};

use super::hired::{Answer, End, Given, Hired};
use super::poster::Posters;
use super::wire::Ask;
use super::{Confinement, Job, Limits, Unexamined};

/// How long a worker works in all before it is replaced. Well below its limit on processor time ([`super::confine`]).
const CAREER: Duration = Duration::from_secs(240);

/// Worker processes. Dropping this ends them all.
///
/// It may be asked from many threads at once; each of them waits for a free worker, of which there are never more than
/// `count`. They start when they are needed and end with [`Workers::retire`].
#[derive(Debug)]
pub struct Workers {
    program: PathBuf,
    arguments: Vec<OsString>,
    count: usize,
    limits: Limits,
    posters: Posters,
    pool: Mutex<Pool>,
    freed: Condvar,
    confinement: OnceLock<Confinement>,
}

#[derive(Debug, Default)]
struct Pool {
    idle: Vec<Hired>,
    /// How many are at work, or being started.
    out: usize,
    /// How often all were sent home. A worker that was out meanwhile goes home when it is back.
    era: u64,
}

impl Workers {
    /// Workers that are started as `program worker_args…`, at most `count` (at least one) at a time.
    ///
    /// The program must call [`crate::run_worker`] when it is started so, and [`crate::run_poster`] when `--poster` is
    /// added; usually it is the running program itself. Nothing is started yet.
    pub fn new(program: &Path, worker_args: &[&str], count: usize, limits: Limits) -> Self {
        let arguments: Vec<OsString> = worker_args.iter().map(Into::into).collect();
        Self {
            posters: Posters::new(program, &arguments, limits.poster),
            program: program.to_path_buf(),
            arguments,
            count: count.max(1),
            limits,
            pool: Mutex::default(),
            freed: Condvar::new(),
            confinement: OnceLock::new(),
        }
    }

    /// Examines one file in a worker. Blocks until it is done, at most for about the deadlines in [`Limits`], not counting
    /// the wait for a free worker.
    ///
    /// A file that crashes its worker is listed with the facts that were read before, or with its format alone.
    ///
    /// # Errors
    ///
    /// [`Unexamined::File`] when there is nothing to list, [`Unexamined::NoWorker`] when no worker can be started.
    pub fn examine(&self, job: &Job) -> Result<Examined, Unexamined> {
        let head = head(job)?;
        let answer = self.ask(&Ask::Examine(job.hints.clone()), Given::File(&job.file))?;
        let renditions = match answer.end {
            End::Shown(renditions) => Ok(renditions),
            End::NotShown(why) => Err(why),
            End::WantsPoster => match self.posters.frame(&job.file) {
                Ok(frame) => self.render(&frame)?,
                Err(why) => Err(why),
            },
        };
        match (answer.facts.or_else(|| least_facts(&head, &renditions)), renditions) {
            (Some(facts), renditions) => Ok(Examined { facts, renditions }),
            (None, Err(why)) => Err(Unexamined::File(why)),
            (None, Ok(_)) => Err(Unexamined::File(NotShown::Crashed)),
        }
    }

    /// What keeps the workers in, as the first of them reported it. `None` before any was started.
    pub fn confinement(&self) -> Option<Confinement> {
        self.confinement.get().copied()
    }

    /// Whether an `ffmpeg` was found, so that videos get poster frames.
    pub fn has_ffmpeg(&self) -> bool {
        self.posters.available()
    }

    /// Ends all workers: the idle now, the others when they have answered. New work starts new ones.
    pub fn retire(&self) {
        let idle = {
            let mut pool = self.lock();
            pool.era += 1;
            std::mem::take(&mut pool.idle)
        };
        drop(idle);
    }

    fn render(&self, frame: &[u8]) -> Result<Result<crate::Renditions, NotShown>, Unexamined> {
        let question = Ask::Render(u32::try_from(frame.len()).unwrap_or(u32::MAX));
        Ok(match self.ask(&question, Given::Bytes(frame))?.end {
            End::Shown(renditions) => Ok(renditions),
            End::NotShown(why) => Err(why),
            End::WantsPoster => Err(NotShown::Broken("ffmpeg made a video of a video".into())),
        })
    }

    fn ask(&self, question: &Ask, given: Given<'_>) -> Result<Answer, Unexamined> {
        loop {
            let (mut hired, era) = self.hire().map_err(|fault| Unexamined::NoWorker(fault.to_string()))?;
            let fresh = hired.served == 0;
            let answer = hired.ask(question, given, self.limits.deadline);
            let weary = hired.served >= self.limits.jobs || hired.busy > CAREER;
            self.give_back((answer.fit && !weary).then_some(hired), era);
            // A worker that fell over an earlier file, or was killed while it waited, says nothing of this one.
            let crashed_at_once = answer.facts.is_none() && matches!(answer.end, End::NotShown(NotShown::Crashed));
            if fresh || !crashed_at_once {
                return Ok(answer);
            }
        }
    }

    fn hire(&self) -> io::Result<(Hired, u64)> {
        let mut pool = self.lock();
        loop {
            let era = pool.era;
            if let Some(hired) = pool.idle.pop() {
                pool.out += 1;
                return Ok((hired, era));
            }
            if pool.out < self.count {
                pool.out += 1;
                drop(pool);
                let started = Hired::start(&self.program, &self.arguments);
                return match started {
                    Ok(hired) => {
                        let _ = self.confinement.set(hired.confinement);
                        Ok((hired, era))
                    }
                    Err(fault) => {
                        self.give_back(None, era);
                        Err(fault)
                    }
                };
            }
            pool = self.freed.wait(pool).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn give_back(&self, hired: Option<Hired>, era: u64) {
        let mut pool = self.lock();
        pool.out -= 1;
        let leaving = match hired {
            Some(hired) if pool.era == era => {
                pool.idle.push(hired);
                None
            }
            leaving => leaving,
        };
        drop(pool);
        self.freed.notify_one();
        drop(leaving);
    }

    fn lock(&self) -> MutexGuard<'_, Pool> {
        self.pool.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The first bytes of the file, or why there are none. Read, but not looked at here unless a worker falls over it.
fn head(job: &Job) -> Result<Vec<u8>, NotShown> {
    let unreadable = |fault: io::Error| NotShown::Unreadable(fault.kind().to_string());
    let metadata = job.file.metadata().map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(NotShown::Unreadable("not a file".into()));
    }
    let mut head = vec![0; Format::HEAD];
    let read = job.file.read_at(&mut head, 0).map_err(unreadable)?;
    head.truncate(read);
    if read == 0 { Err(NotShown::Empty) } else { Ok(head) }
}

/// The format alone, for a file that ended its worker before it could say anything.
fn least_facts(head: &[u8], renditions: &Result<crate::Renditions, NotShown>) -> Option<Metadata> {
    match renditions {
        Err(NotShown::Crashed | NotShown::TimedOut | NotShown::Broken(_)) => {
            Format::sniff(head).map(Metadata::of_format)
        }
        _ => None,
    }
}
