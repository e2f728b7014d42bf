//! The data folder says clearly when it cannot be used.
#![allow(clippy::unwrap_used, missing_docs)]

use std::path::Path;

use store::{Blobs, DataFolder, FolderError, Older, StaysOpen, Store};

#[test]
fn a_folder_in_use_names_the_process_that_holds_it_and_is_free_again_afterwards() {
    let temp = tempfile::tempdir().unwrap();
    let folder = DataFolder::open(&temp.path().join("new/data")).unwrap();
    let held = folder.hold().unwrap();
    let error = folder.hold().unwrap_err();
    assert!(matches!(error, FolderError::InUse { process: Some(p), .. } if p == std::process::id()), "{error}");
    drop(held);
    folder.hold().unwrap();
}

#[test]
fn a_folder_is_shared_by_those_who_share_a_database_and_by_nobody_else() {
    let temp = tempfile::tempdir().unwrap();
    let folder = DataFolder::open(temp.path()).unwrap();
    let one = folder.share().unwrap();
    let two = folder.share().unwrap();
    let alone = folder.hold().unwrap_err();
    assert!(matches!(alone, FolderError::InUse { process: None, .. }), "{alone}");
    drop(one);
    folder.hold().unwrap_err();
    drop(two);
    let alone = folder.hold().unwrap();
    let shared = folder.share().unwrap_err();
    assert!(matches!(shared, FolderError::InUse { process: Some(p), .. } if p == std::process::id()), "{shared}");
    drop(alone);
    folder.share().unwrap();
}

#[test]
fn a_folder_that_cannot_be_made_says_why() {
    let temp = tempfile::tempdir().unwrap();
    let file = temp.path().join("a file");
    std::fs::write(&file, "x").unwrap();
    let error = DataFolder::open(&file.join("data")).unwrap_err();
    assert!(matches!(error, FolderError::NotWritable { .. }));
    assert!(error.to_string().contains("a file"), "{error}");
}

#[test]
fn blobs_are_replaced_whole_and_missing_ones_are_no_error() {
    let temp = tempfile::tempdir().unwrap();
    let blobs = Blobs::in_folder(temp.path()).unwrap();
    assert_eq!(blobs.get("a/b.jpg").unwrap(), None);
    blobs.put("a/b.jpg", vec![1, 2]).unwrap();
    blobs.put("a/b.jpg", vec![3]).unwrap();
    assert_eq!(blobs.get("a/b.jpg").unwrap(), Some(vec![3]));
    blobs.remove("a/b.jpg").unwrap();
    blobs.remove("a/b.jpg").unwrap();
    assert_eq!(blobs.get("a/b.jpg").unwrap(), None);
}

#[test]
fn a_blob_is_read_alike_whether_it_is_waited_for_or_not() {
    let temp = tempfile::tempdir().unwrap();
    std::fs::write(temp.path().join("beside.jpg"), "x").unwrap();
    let blobs = Blobs::in_folder(&temp.path().join("blobs")).unwrap();
    assert!(blobs.get_at_once("a/b.jpg").is_none(), "nothing is there");
    for bytes in [vec![7; 100_000], vec![1], Vec::new()] {
        blobs.put("a/b.jpg", bytes.clone()).unwrap();
        assert_eq!(blobs.get("a/b.jpg").unwrap(), Some(bytes.clone()));
        // Where the system does not tell whether it waits, nothing is said.
        assert!(blobs.get_at_once("a/b.jpg").is_none_or(|read| read == bytes));
    }
    // Whatever a key is spelled with, it leads to what was kept under it and to nothing else.
    for key in ["a/ü b.jpg", "a/%25.jpg", "a/.hidden", "a/*"] {
        blobs.put(key, vec![9]).unwrap();
        assert_eq!(blobs.get(key).unwrap(), Some(vec![9]), "{key}");
        assert_eq!(blobs.get_at_once(key), None, "{key}");
    }
    for key in ["../beside.jpg", "a/../../beside.jpg", "/etc/hostname", "a//b.jpg"] {
        assert_eq!(blobs.get_at_once(key), None, "{key}");
    }
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

/// What is kept in a data folder, with something written in it, while it is open.
#[cfg(unix)]
fn kept(folder: &DataFolder) -> (Store, Blobs, Vec<std::path::PathBuf>) {
    let store = Store::open(&folder.database(), Older::Migrate).unwrap();
    store.analyze().unwrap();
    let blobs = Blobs::in_folder(&folder.blobs()).unwrap();
    let files = ["perennial.db", "perennial.db-wal", "perennial.db-shm"].map(|file| folder.path().join(file));
    (store, blobs, files.into())
}

#[cfg(unix)]
#[test]
fn what_is_kept_is_closed_to_others_in_a_new_folder_and_in_one_that_was_there() {
    let temp = tempfile::tempdir().unwrap();
    let there = temp.path().join("there");
    std::fs::create_dir(&there).unwrap();
    set_mode(&there, 0o755);
    for path in [temp.path().join("new"), there] {
        let folder = DataFolder::open(&path).unwrap();
        assert_eq!(folder.stays_open(), []);
        let _lock = folder.hold().unwrap();
        let (_store, _blobs, files) = kept(&folder);
        assert_eq!((mode(&path), mode(&folder.blobs())), (0o700, 0o700), "{}", path.display());
        for file in files.iter().chain([&path.join("perennial.lock")]) {
            assert_eq!(mode(file), 0o600, "{}", file.display());
        }
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_an_earlier_perennial_left_open_is_closed_with_all_that_is_in_it() {
    let temp = tempfile::tempdir().unwrap();
    let path = temp.path().join("data");
    let folder = DataFolder::open(&path).unwrap();
    let (_store, _blobs, files) = kept(&folder);
    for (open, mode) in [(&path, 0o755), (&folder.blobs(), 0o755)].into_iter().chain(files.iter().map(|f| (f, 0o644))) {
        set_mode(open, mode);
    }
    let folder = DataFolder::open(&path).unwrap();
    assert_eq!(folder.stays_open(), []);
    assert_eq!((mode(&path), mode(&folder.blobs())), (0o700, 0o700));
    assert!(files.iter().all(|file| mode(file) == 0o600));
}

#[cfg(unix)]
#[test]
fn a_folder_that_holds_other_things_too_is_left_open_and_said_to_be_and_what_is_kept_is_closed() {
    let temp = tempfile::tempdir().unwrap();
    let path = temp.path().join("shared");
    std::fs::create_dir(&path).unwrap();
    set_mode(&path, 0o755);
    std::fs::write(path.join("a list for everybody.txt"), "bread").unwrap();
    let (_store, _blobs, files) = kept(&DataFolder::open(&path).unwrap());
    let folder = DataFolder::open(&path).unwrap();
    assert_eq!(folder.stays_open(), [StaysOpen::HoldsMore(path.clone())]);
    assert!(folder.stays_open()[0].to_string().contains("holds other things too"));
    assert_eq!((mode(&path), mode(&folder.blobs())), (0o755, 0o700));
    assert!(files.iter().all(|file| mode(file) == 0o600));
    assert_ne!(mode(&path.join("a list for everybody.txt")) & 0o044, 0, "it is nobody's business here");
}
