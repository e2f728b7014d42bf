//! One worker process, as its parent sees it.

use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::{Metadata, NotShown, Renditions};

use super::Confinement;
use super::wire::{self, Ask, Said};

/// How long a new worker may take until it is locked in. Generous: a busy machine starts programs slowly.
const START: Duration = Duration::from_secs(20);

/// A worker process that waits for a question, or answers one. Dropping it ends the process.
#[derive(Debug)]
pub(super) struct Hired {
    child: Child,
    socket: UnixStream,
    pub(super) confinement: Confinement,
    /// How many questions it has answered.
    pub(super) served: u32,
    /// How long it has worked on them.
    pub(super) busy: Duration,
}

/// A whole answer.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) facts: Option<Metadata>,
    pub(super) end: End,
    /// Whether the worker can take another question.
    pub(super) fit: bool,
}

/// How an answer ends.
#[derive(Debug)]
pub(super) enum End {
    Shown(Renditions),
    NotShown(NotShown),
    WantsPoster,
}

/// What goes with a question.
#[derive(Clone, Copy)]
pub(super) enum Given<'a> {
    File(&'a std::fs::File),
    Bytes(&'a [u8]),
}

impl Hired {
    /// Starts `program` with those arguments as a worker, and waits until it is locked in.
    pub(super) fn start(program: &Path, arguments: &[OsString]) -> io::Result<Self> {
        let (ours, theirs) = UnixStream::pair()?;
        let child = Command::new(program)
            .args(arguments)
            .env_clear()
            .current_dir("/")
            .stdin(OwnedFd::from(theirs))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // Its own group: Ctrl-C at a terminal ends the parent, and with it the workers, in that order. Otherwise the
            // last files would look as if they had crashed a worker.
            .process_group(0)
            .spawn()?;
        let none = Confinement::default();
        let mut hired = Self { child, socket: ours, confinement: none, served: 0, busy: Duration::ZERO };
        match wire::hear(Timed { socket: &hired.socket, until: Instant::now() + START })? {
            Said::Ready(confinement) => hired.confinement = confinement,
            _ => return Err(io::Error::other("the program did not answer as a worker")),
        }
        Ok(hired)
    }

    /// Asks a question and waits for the answer until the deadline.
    ///
    /// A worker that ends or breaks the rules has crashed; one that is too slow has timed out. Either is ended.
    pub(super) fn ask(&mut self, question: &Ask, given: Given<'_>, deadline: Duration) -> Answer {
        let begin = Instant::now();
        let mut facts = None;
        let end = self.talk(question, given, begin + deadline, &mut facts);
        self.served += 1;
        self.busy += begin.elapsed();
        match end {
            Ok((end, fit)) => Answer { facts, end, fit },
            Err(fault) => {
                self.end();
                let slow = matches!(fault.kind(), io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock);
                let why = if slow { NotShown::TimedOut } else { NotShown::Crashed };
                Answer { facts, end: End::NotShown(why), fit: false }
            }
        }
    }

    fn talk(
        &self,
        question: &Ask,
        given: Given<'_>,
        until: Instant,
        facts: &mut Option<Metadata>,
    ) -> io::Result<(End, bool)> {
        let mut timed = Timed { socket: &self.socket, until };
        let (file, bytes) = match given {
            Given::File(file) => (Some(file), &[][..]),
            Given::Bytes(bytes) => (None, bytes),
        };
        wire::ask(&self.socket, &mut timed, question, file, bytes)?;
        loop {
            return Ok(match wire::hear(&mut timed)? {
                Said::Metadata(read) if facts.is_none() => {
                    *facts = Some(*read);
                    continue;
                }
                Said::Shown(renditions) => (End::Shown(renditions), true),
                Said::NotShown(why) => (End::NotShown(why), true),
                Said::WantsPoster => (End::WantsPoster, true),
                Said::Failed(why) => (End::NotShown(why), false),
                Said::Metadata(_) | Said::Ready(_) => return Err(io::Error::other("said out of turn")),
            });
        }
    }

    fn end(&mut self) {
        // Both fail only where the process has ended and been waited for already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Hired {
    fn drop(&mut self) {
        self.end();
    }
}

/// A socket that gives up at an instant.
pub(super) struct Timed<'a> {
    pub(super) socket: &'a UnixStream,
    pub(super) until: Instant,
}

impl Timed<'_> {
    fn left(&self) -> io::Result<Duration> {
        let left = self.until.saturating_duration_since(Instant::now());
        if left.is_zero() { Err(io::ErrorKind::TimedOut.into()) } else { Ok(left) }
    }
}

impl Read for Timed<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.socket.set_read_timeout(Some(self.left()?))?;
        self.socket.read(into)
    }
}

impl Write for Timed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.socket.set_write_timeout(Some(self.left()?))?;
        self.socket.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
