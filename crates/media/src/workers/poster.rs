//! One frame of a video, by an `ffmpeg` that can read nothing but that video and reach nobody.

use std::ffi::OsString;
use std::fs::File;
use std::io::Read;
use std::os::fd::OwnedFd;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use crate::{LARGE, NotShown};

use super::confine;
use super::hired::Timed;
use super::wire::MAX_POSTER;

/// What makes a worker command a poster command.
const POSTER: &str = "--poster";
const FFMPEG: &str = "ffmpeg";
/// Frames among which `ffmpeg` chooses the most typical: videos like to begin in black.
const FRAMES: u32 = 12;

/// The parent's side.
#[derive(Debug)]
pub(super) struct Posters {
    program: PathBuf,
    arguments: Vec<OsString>,
    deadline: Duration,
    /// The folder in which `ffmpeg` was found.
    folder: Option<PathBuf>,
}

impl Posters {
    pub(super) fn new(program: &Path, arguments: &[OsString], deadline: Duration) -> Self {
        let arguments = arguments.iter().cloned().chain([POSTER.into()]).collect();
        Self { program: program.to_path_buf(), arguments, deadline, folder: folder_of_ffmpeg() }
    }

    pub(super) fn available(&self) -> bool {
        self.folder.is_some()
    }

    /// A frame of the video, upright, as a JPEG that is as untrusted as the video.
    pub(super) fn frame(&self, video: &File) -> Result<Vec<u8>, NotShown> {
        let folder = self.folder.as_ref().ok_or(NotShown::NoFfmpeg)?;
        let failed = |fault: std::io::Error| NotShown::Broken(format!("ffmpeg could not be started: {fault}"));
        let (ours, theirs) = UnixStream::pair().map_err(failed)?;
        let video = video.try_clone().map_err(failed)?;
        let until = Instant::now() + self.deadline;
        let mut child = Command::new(&self.program)
            .args(&self.arguments)
            .env_clear()
            .env("PATH", folder)
            .current_dir("/")
            .stdin(video)
            // A socket, not a pipe: reading from it can give up at an instant.
            .stdout(OwnedFd::from(theirs))
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .map_err(failed)?;
        let mut frame = Vec::new();
        let read = Timed { socket: &ours, until }.take(u64::from(MAX_POSTER) + 1).read_to_end(&mut frame);
        // Whatever it is doing now, nobody listens any more. It fails only where the process has ended.
        let _ = child.kill();
        let _ = child.wait();
        match read {
            Err(_) => Err(NotShown::TimedOut),
            Ok(0) => Err(NotShown::Broken("ffmpeg finds no frame in it".into())),
            Ok(_) if frame.len() > MAX_POSTER as usize => Err(NotShown::TooLarge),
            Ok(_) => Ok(frame),
        }
    }
}

/// What this program does when it was started as a worker with `--poster` added: locks itself in and becomes `ffmpeg`,
/// which writes one frame of the video at standard input to standard output. It returns only if that fails.
pub fn run_poster() -> ExitCode {
    let Some(ffmpeg) = folder_of_ffmpeg().map(|folder| folder.join(FFMPEG)) else {
        return ExitCode::FAILURE;
    };
    let confinement = confine::poster(&ffmpeg);
    if cfg!(target_os = "linux") && !confinement.limits {
        return ExitCode::FAILURE;
    }
    // By name, not by standard input: a video must be read back and forth.
    let video = if cfg!(target_os = "linux") { "file:/proc/self/fd/0" } else { "file:/dev/fd/0" };
    let side = LARGE;
    let filter = format!(
        "scale=w='min({side},iw)':h='min({side},ih)':force_original_aspect_ratio=decrease,thumbnail=n={FRAMES}"
    );
    let most_pixels = crate::pictures::MAX_PIXELS.to_string();
    let _returns_only_on_failure = Command::new(ffmpeg)
        .args(["-nostdin", "-loglevel", "quiet", "-threads", "2", "-max_pixels", &most_pixels])
        // The demuxer is fixed, for a file may claim to be a playlist; and no protocol but the file's is spoken.
        .args(["-protocol_whitelist", "file,pipe", "-f", "mov", "-i", video])
        .args(["-map", "0:v:0", "-an", "-sn", "-dn", "-vf", &filter, "-frames:v", "1"])
        .args(["-c:v", "mjpeg", "-q:v", "2", "-map_metadata", "-1", "-f", "image2pipe", "pipe:1"])
        .exec();
    ExitCode::FAILURE
}

/// The first folder of PATH with an executable `ffmpeg`.
fn folder_of_ffmpeg() -> Option<PathBuf> {
    let executable = |path: &Path| path.metadata().is_ok_and(|m| m.is_file() && m.permissions().mode() & 0o111 != 0);
    std::env::split_paths(&std::env::var_os("PATH")?)
        .filter(|folder| folder.is_absolute())
        .find(|folder| executable(&folder.join(FFMPEG)))
}
