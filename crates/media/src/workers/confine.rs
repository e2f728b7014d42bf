//! What a process gives up before it touches untrusted bytes.
//!
//! On Linux: privileges by exec, other open files, memory and time beyond a limit (`setrlimit`), the file system and the
//! network (Landlock), and all system calls that reading and decoding do not need (seccomp). Elsewhere: the limits alone.
//! A step that the kernel does not know is left out and reported; the rest still holds.

use std::fmt;

use rustix::process::{Resource, Rlimit, setrlimit};
use serde::{Deserialize, Serialize};

#[cfg(target_os = "linux")]
mod landlock;
#[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64", target_arch = "riscv64")))]
mod seccomp;
/// On other machines the tables of system calls differ, and nobody here can try them.
#[cfg(all(target_os = "linux", not(any(target_arch = "x86_64", target_arch = "aarch64", target_arch = "riscv64"))))]
mod seccomp {
    pub(super) fn only_decoding() -> bool {
        false
    }
    pub(super) fn no_network() -> bool {
        false
    }
}

/// Address space of a worker in bytes: a picture of 200 megapixels in two full copies, and room to spare.
const WORKER_MEMORY: u64 = 3 << 30;
/// Address space of `ffmpeg` in bytes: its libraries alone map some hundred megabytes.
const POSTER_MEMORY: u64 = 4 << 30;
/// Processor seconds of a worker, for all its files together. The parent's deadlines come long before; this is for a worker
/// whose parent has gone while it was busy. An idle one notices that by itself.
const WORKER_SECONDS: u64 = 600;
/// Processor seconds of `ffmpeg`.
const POSTER_SECONDS: u64 = 120;

/// What keeps a worker in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confinement {
    /// Limits on memory, processor time and open files are in force.
    pub limits: bool,
    /// Files and network are out of reach (Landlock).
    pub landlock: Enforced,
    /// System calls beyond those of decoding are refused (seccomp).
    pub system_calls: bool,
}

/// How much of a rule set the kernel knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Enforced {
    /// All that was asked for.
    Fully,
    /// What this kernel knows of it.
    Partly,
    /// Nothing: an older kernel, another system, or it is switched off.
    #[default]
    Not,
}

/// Locks the calling process in as a worker: from here on it can read and write what it has open, and compute.
pub(super) fn worker() -> Confinement {
    close_other_files();
    let limits = limit(&[
        (Resource::As, WORKER_MEMORY),
        (Resource::Cpu, WORKER_SECONDS),
        (Resource::Nofile, 16),
        (Resource::Nproc, 0),
        (Resource::Fsize, 0),
        (Resource::Core, 0),
    ]);
    lock(limits)
}

/// Locks the calling process in as one that becomes `ffmpeg`: it may start programs of the system and read their
/// libraries, and read the one file at its standard input.
pub(super) fn poster(ffmpeg: &std::path::Path) -> Confinement {
    close_other_files();
    let limits = limit(&[
        (Resource::As, POSTER_MEMORY),
        (Resource::Cpu, POSTER_SECONDS),
        (Resource::Nofile, 64),
        (Resource::Fsize, 0),
        (Resource::Core, 0),
    ]);
    lock_poster(limits, ffmpeg)
}

fn limit(limits: &[(Resource, u64)]) -> bool {
    let mut all = true;
    for &(resource, most) in limits {
        // Where a limit is lower already it stays so: raising it is not allowed, and not wanted.
        let present = rustix::process::getrlimit(resource).maximum;
        let most = present.map_or(most, |present| present.min(most));
        all &= setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) }).is_ok();
    }
    all
}

#[cfg(target_os = "linux")]
fn lock(limits: bool) -> Confinement {
    use rustix::process::{DumpableBehavior, set_dumpable_behavior};
    // Neither debuggers of the same user nor a memory dump shall see other people's pictures.
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    let _ = rustix::thread::set_no_new_privs(true);
    // Landlock first: its own system calls are not among the allowed ones.
    let landlock = landlock::nothing();
    Confinement { limits, landlock, system_calls: seccomp::only_decoding() }
}

#[cfg(not(target_os = "linux"))]
fn lock(limits: bool) -> Confinement {
    Confinement { limits, ..Confinement::default() }
}

#[cfg(target_os = "linux")]
fn lock_poster(limits: bool, ffmpeg: &std::path::Path) -> Confinement {
    let _ = rustix::thread::set_no_new_privs(true);
    let landlock = landlock::programs_and_standard_input(ffmpeg);
    Confinement { limits, landlock, system_calls: seccomp::no_network() }
}

#[cfg(not(target_os = "linux"))]
fn lock_poster(limits: bool, _ffmpeg: &std::path::Path) -> Confinement {
    Confinement { limits, ..Confinement::default() }
}

/// Closes whatever the parent left open by mistake. Rust's own files close by themselves on exec; a library's may not.
#[cfg(target_os = "linux")]
fn close_other_files() {
    #[allow(unsafe_code, reason = "no safe wrapper exists")]
    // SAFETY: called at the very start, when nothing in this process has opened any file beyond the standard three.
    unsafe {
        libc::syscall(libc::SYS_close_range, 3_u32, u32::MAX, 0_u32);
    }
}

#[cfg(not(target_os = "linux"))]
fn close_other_files() {}

impl fmt::Display for Confinement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let landlock = match self.landlock {
            Enforced::Fully => "no files, no network",
            Enforced::Partly => "no files, network partly (an older kernel)",
            Enforced::Not => "files and network NOT barred by Landlock",
        };
        let calls = if self.system_calls { "few system calls" } else { "system calls NOT filtered" };
        let limits = if self.limits { "limited memory and time" } else { "memory and time NOT limited" };
        write!(f, "{landlock}; {calls}; {limits}")
    }
}
