//! The worker's side.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use crate::pictures::{self, MAX_BYTES};
use crate::{Format, Hints, Metadata, NotShown, reading};

use super::confine;
use super::wire::{self, Ask, MAX_POSTER, Said};

/// What this program does when it was started as a worker: locks itself in, then answers questions until nobody is left to
/// ask. Its standard input must be the socket that [`crate::Workers`] gave it.
///
/// It must be called first thing in `main`, before any thread is started or file opened.
pub fn run_worker() -> ExitCode {
    run_worker_with(|_, _| {})
}

/// The same, with something that runs inside the locked worker before each step of a file: for tests of the lock itself.
#[doc(hidden)]
pub fn run_worker_with(before: impl Fn(Step, &Hints)) -> ExitCode {
    // What went wrong is told to the parent, not printed.
    std::panic::set_hook(Box::new(|_| {}));
    // Whoever wants to spread work over threads finds this one alone.
    let _ = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global();
    let confinement = confine::worker();
    match answer_all(confinement, &before) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// What a worker is about to do with a file.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing is known of it yet.
    Reading,
    /// Its facts have been sent.
    Rendering,
}

fn answer_all(confinement: confine::Confinement, before: &impl Fn(Step, &Hints)) -> io::Result<()> {
    let socket = UnixStream::from(io::stdin().as_fd().try_clone_to_owned()?);
    wire::say(&socket, &Said::Ready(confinement))?;
    while let Some((question, file)) = wire::hear_question(&socket)? {
        let last = match question {
            Ask::Examine(hints) => {
                let file = file.map(File::from).ok_or(io::ErrorKind::InvalidInput)?;
                guarded(|| {
                    before(Step::Reading, &hints);
                    examine(&file, &hints, &socket, || before(Step::Rendering, &hints))
                })
            }
            Ask::Render(length) => {
                let frame = wire::raw(&mut &socket, length, MAX_POSTER)?;
                guarded(|| Ok(rendered(render_frame(&frame))))
            }
        };
        let last = last?;
        wire::say(&socket, &last)?;
        if matches!(last, Said::Failed(_)) {
            break;
        }
    }
    Ok(())
}

/// A panic in a decoder is an answer like any other, but nobody knows what it left behind: this worker says no more.
fn guarded(answer: impl FnOnce() -> io::Result<Said>) -> io::Result<Said> {
    catch_unwind(AssertUnwindSafe(answer)).unwrap_or_else(|panic| {
        let said = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
        Ok(Said::Failed(NotShown::Broken(said.unwrap_or("a decoder gave up").into())))
    })
}

fn examine(mut file: &File, hints: &Hints, socket: &UnixStream, before_rendering: impl Fn()) -> io::Result<Said> {
    let head = match head(file) {
        Ok(head) => head,
        Err(fault) => return Ok(Said::NotShown(unreadable(&fault))),
    };
    if head.is_empty() {
        return Ok(Said::NotShown(NotShown::Empty));
    }
    let Some(format) = Format::sniff(&head) else {
        return Ok(Said::NotShown(NotShown::UnknownFormat));
    };
    let tell = |facts: Metadata| wire::say(socket, &Said::Metadata(Box::new(facts)));
    if format.is_video() {
        tell(read_facts(format, || reading::of_video(file, format, hints)))?;
        return Ok(Said::WantsPoster);
    }
    let bytes = match whole(&mut file) {
        Ok(bytes) => bytes,
        Err(why) => {
            tell(Metadata::of_format(format))?;
            return Ok(Said::NotShown(why));
        }
    };
    let facts = read_facts(format, || reading::of_picture(&bytes, format, hints));
    tell(facts.clone())?;
    before_rendering();
    Ok(rendered(pictures::render(&bytes, format, &facts)))
}

/// A picture may be shown even if nothing can be read about it.
fn read_facts(format: Format, read: impl FnOnce() -> Metadata) -> Metadata {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Metadata::of_format(format))
}

fn render_frame(frame: &[u8]) -> Result<crate::Renditions, NotShown> {
    let head = &frame[..frame.len().min(Format::HEAD)];
    let format = Format::sniff(head).ok_or(NotShown::UnknownFormat)?;
    pictures::render(frame, format, &Metadata::of_format(format))
}

fn rendered(result: Result<crate::Renditions, NotShown>) -> Said {
    match result {
        Ok(renditions) => Said::Shown(renditions),
        Err(why) => Said::NotShown(why),
    }
}

fn head(mut file: &File) -> io::Result<Vec<u8>> {
    file.seek(SeekFrom::Start(0))?;
    let mut head = Vec::with_capacity(Format::HEAD);
    file.take(Format::HEAD as u64).read_to_end(&mut head)?;
    file.seek(SeekFrom::Start(0))?;
    Ok(head)
}

fn whole(file: &mut &File) -> Result<Vec<u8>, NotShown> {
    // Not by the standard library, which asks in a way that could tell of other files, and is refused.
    let length = rustix::fs::fstat(*file).map_err(|fault| unreadable(&fault.into()))?.st_size;
    let length = u64::try_from(length).unwrap_or(0);
    if length > MAX_BYTES {
        return Err(NotShown::TooLarge);
    }
    let mut bytes = Vec::with_capacity(length as usize + 1);
    // One more than allowed, for a file that grows meanwhile.
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(|fault| unreadable(&fault))?;
    if bytes.len() as u64 > MAX_BYTES { Err(NotShown::TooLarge) } else { Ok(bytes) }
}

fn unreadable(fault: &io::Error) -> NotShown {
    NotShown::Unreadable(fault.kind().to_string())
}
