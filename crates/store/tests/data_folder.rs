//! The data folder says clearly when it cannot be used.
#![allow(clippy::unwrap_used, missing_docs)]

use store::{Blobs, DataFolder, FolderError};

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
