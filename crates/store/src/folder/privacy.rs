//! What is kept is for nobody else on the machine: folders and files are closed to other users, those that were there before too.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Something of Perennial's that other users of the machine can read, and why that stays so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StaysOpen {
    /// The folder holds other things too, which others may have to reach.
    #[error(
        "the data folder {0} holds other things too, so it is left as open as it is; what Perennial keeps in it is closed to \
         other users of this machine"
    )]
    HoldsMore(PathBuf),
    /// It cannot be closed.
    #[error("other users of this machine can read {path}, and that cannot be changed: {reason}")]
    Cannot {
        /// The folder or the file.
        path: PathBuf,
        /// Why not.
        reason: String,
    },
}

/// Files of Perennial's own in a data folder.
const FILES: [&str; 5] =
    ["perennial.db", "perennial.db-wal", "perennial.db-shm", "perennial.db-journal", "perennial.lock"];

/// Closes a data folder and what is kept in it. Answers what stays open.
pub(super) fn close(folder: &Path, blobs: &Path) -> Vec<StaysOpen> {
    let mut open = Vec::new();
    if !is_closed(folder) {
        if holds_more(folder) {
            open.push(StaysOpen::HoldsMore(folder.to_owned()));
        } else {
            open.extend(closed(folder, FOLDER));
        }
    }
    open.extend(closed(blobs, FOLDER));
    open.extend(FILES.iter().filter_map(|file| closed(&folder.join(file), FILE)));
    open
}

/// Makes a folder with all that it lies in, where it is not there: for nobody else.
pub(crate) fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, FOLDER);
    builder.create(path)
}

/// Makes a file, where it is not there: for nobody else. Where it cannot be made, whoever opens it says why.
pub(crate) fn make_file(path: &Path) {
    let mut options = fs::OpenOptions::new();
    options.create_new(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, FILE);
    drop(options.open(path));
}

const FOLDER: u32 = 0o700;
const FILE: u32 = 0o600;

/// Whether anything in a folder is not Perennial's own.
fn holds_more(folder: &Path) -> bool {
    let ours = |name: &str| name.starts_with("perennial.") || [".nomedia", ".probe", "blobs"].contains(&name);
    let mut inside = fs::read_dir(folder).into_iter().flatten().flatten();
    inside.any(|entry| !entry.file_name().to_str().is_some_and(ours))
}

#[cfg(unix)]
fn is_closed(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).map_or(true, |there| there.permissions().mode() & 0o077 == 0)
}

/// Closes one thing, if it is there and open. Answers it where it cannot be closed.
#[cfg(unix)]
fn closed(path: &Path, mode: u32) -> Option<StaysOpen> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    if is_closed(path) {
        return None;
    }
    let ours = fs::metadata(path).is_ok_and(|there| there.uid() == rustix::process::geteuid().as_raw());
    let reason = match ours.then(|| fs::set_permissions(path, fs::Permissions::from_mode(mode))) {
        None => "it belongs to another user".to_owned(),
        Some(Ok(())) if is_closed(path) => return None,
        Some(Ok(())) => "this disk keeps no permissions".to_owned(),
        Some(Err(error)) => error.to_string(),
    };
    Some(StaysOpen::Cannot { path: path.to_owned(), reason })
}

/// Other systems have other ways, which whoever set up the folder chose.
#[cfg(not(unix))]
fn is_closed(_path: &Path) -> bool {
    true
}

#[cfg(not(unix))]
fn closed(_path: &Path, _mode: u32) -> Option<StaysOpen> {
    None
}
