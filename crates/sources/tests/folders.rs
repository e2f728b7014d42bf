//! Folders that nobody prepared.
#![allow(clippy::unwrap_used, missing_docs)]

use std::fs;
use std::path::Path;

use sources::{FolderTrouble, Found, Passed, Roots, Sighting, look_through};

fn put(root: &Path, names: &[&str]) {
    for name in names {
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, name).unwrap();
    }
}

fn look(root: &Path) -> (Vec<Found>, Vec<(String, Passed)>) {
    look_within(root, &Roots::anywhere())
}

fn look_within(root: &Path, within: &Roots) -> (Vec<Found>, Vec<(String, Passed)>) {
    let (mut found, mut passed) = (Vec::new(), Vec::new());
    look_through(root, within, &mut |sighting| {
        match sighting {
            Sighting::Folder => {}
            Sighting::Found(f) => found.push(f),
            Sighting::Passed { path, why } => {
                passed.push((path.strip_prefix(root).unwrap_or(&path).display().to_string(), why));
            }
        }
        true
    })
    .unwrap();
    (found, passed)
}

fn names(root: &Path, found: &[Found]) -> Vec<String> {
    found.iter().map(|f| f.file.path.strip_prefix(root).unwrap().display().to_string()).collect()
}

#[test]
fn pictures_below_are_found_and_other_files_are_passed_by() {
    let temp = tempfile::tempdir().unwrap();
    let root = temp.path();
    put(
        root,
        &["b/2.JPG", "@eaDir/1.png", "a/deep/er/3.heic", "1.png", "clip.MOV", "notes.txt", ".hidden/4.jpg", "b/.5.jpg"],
    );
    let (found, passed) = look(root);
    assert_eq!(names(root, &found), ["a/deep/er/3.heic", "b/2.JPG", "1.png", "clip.MOV"]);
    assert_eq!(passed, [("notes.txt".to_owned(), Passed::OtherFile)]);
}

#[test]
fn a_folder_where_somebody_asked_not_to_look_is_left_alone_with_all_below() {
    let temp = tempfile::tempdir().unwrap();
    let root = temp.path();
    put(root, &["ok/1.jpg", "no/.nomedia", "no/2.jpg", "no/below/3.jpg", "not/.nomemories", "not/4.jpg"]);
    let (found, passed) = look(root);
    assert_eq!(names(root, &found), ["ok/1.jpg"]);
    assert_eq!(passed, [("no".to_owned(), Passed::AskedNotTo), ("not".to_owned(), Passed::AskedNotTo)]);
}

#[test]
fn sidecars_and_motion_parts_come_with_the_file_they_belong_to() {
    let temp = tempfile::tempdir().unwrap();
    let root = temp.path();
    put(root, &["x.jpg", "x.xmp", "x.jpg.xmp", "IMG_1.HEIC", "img_1.mov", "alone.mov", "alone.xmp", "y.jpg", "yy.xmp"]);
    let (found, _) = look(root);
    let told = |name: &str| {
        let f = found.iter().find(|f| f.file.path.ends_with(name)).unwrap();
        let name = |b: &sources::Beside| b.path.file_name().unwrap().to_str().unwrap().to_owned();
        (f.motion.as_ref().map(name), f.sidecars.iter().map(name).collect::<Vec<_>>())
    };
    assert_eq!(told("x.jpg"), (None, vec!["x.jpg.xmp".to_owned(), "x.xmp".to_owned()]));
    assert_eq!(told("IMG_1.HEIC"), (Some("img_1.mov".to_owned()), vec![]));
    assert_eq!(told("alone.mov"), (None, vec!["alone.xmp".to_owned()]));
    assert_eq!(told("y.jpg"), (None, vec![]));
    assert_eq!(found.len(), 4, "a motion part is not a photo of its own");
}

#[test]
fn the_stamp_changes_with_the_file_and_with_its_sidecar() {
    let temp = tempfile::tempdir().unwrap();
    let root = temp.path();
    put(root, &["x.jpg"]);
    let stamp = || look(root).0[0].stamp();
    let first = stamp();
    assert_eq!(first, stamp());
    fs::write(root.join("x.jpg"), "longer than before").unwrap();
    let second = stamp();
    assert_ne!(first, second);
    put(root, &["x.xmp"]);
    assert_ne!(second, stamp());
}

#[cfg(unix)]
#[test]
fn links_are_followed_but_never_round_in_a_circle() {
    use std::os::unix::fs::symlink;
    let temp = tempfile::tempdir().unwrap();
    let root = temp.path();
    put(root, &["photos/1.jpg"]);
    put(root, &["elsewhere/2.jpg"]);
    symlink(root.join("elsewhere"), root.join("photos/link")).unwrap();
    symlink(root.join("photos"), root.join("photos/loop")).unwrap();
    symlink(root.join("nowhere"), root.join("photos/broken.jpg")).unwrap();
    let (found, passed) = look(&root.join("photos"));
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(passed.iter().any(|(path, why)| path.ends_with("loop") && *why == Passed::Loop), "{passed:?}");
    assert!(passed.iter().any(|(path, why)| path.ends_with("broken.jpg") && matches!(why, Passed::Unreadable(_))));
}

#[cfg(unix)]
#[test]
fn links_are_followed_within_what_is_allowed_and_told_of_where_they_lead_out() {
    use std::os::unix::fs::symlink;
    let temp = tempfile::tempdir().unwrap();
    let root = temp.path().canonicalize().unwrap();
    put(&root, &["photos/1.jpg", "disk/2.jpg", "others/3.jpg", "others/below/4.jpg"]);
    symlink(root.join("disk"), root.join("photos/disk")).unwrap();
    symlink(root.join("others"), root.join("photos/others")).unwrap();
    symlink(root.join("others/3.jpg"), root.join("photos/one.jpg")).unwrap();
    // A way out behind a way that is allowed.
    symlink(root.join("others/below"), root.join("disk/below")).unwrap();
    symlink("/proc", root.join("photos/system")).unwrap();
    symlink("/dev/zero", root.join("photos/zero.jpg")).unwrap();
    let photos = root.join("photos");

    let (found, _) = look(&photos);
    assert_eq!(
        names(&photos, &found),
        ["disk/below/4.jpg", "disk/2.jpg", "others/below/4.jpg", "others/3.jpg", "1.jpg", "one.jpg"]
    );
    let led_out = |passed: &[(String, Passed)]| {
        let out = passed.iter().filter(|(_, why)| *why == Passed::LedOut);
        out.map(|(path, _)| path.clone()).collect::<Vec<_>>()
    };
    assert_eq!(led_out(&look(&photos).1), ["system", "zero.jpg"], "never, whoever allows it");

    let (found, passed) = look_within(&photos, &Roots::of([photos.clone(), root.join("disk")]));
    assert_eq!(names(&photos, &found), ["disk/2.jpg", "1.jpg"]);
    assert_eq!(led_out(&passed), ["disk/below", "one.jpg", "others", "system", "zero.jpg"]);
}

#[test]
fn a_folder_that_is_not_allowed_is_not_looked_into() {
    let temp = tempfile::tempdir().unwrap();
    put(temp.path(), &["photos/1.jpg"]);
    let nothing = Roots::of([temp.path().join("others")]);
    let mut seen = 0;
    let looked = look_through(&temp.path().join("photos"), &nothing, &mut |_| {
        seen += 1;
        true
    });
    assert!(matches!(looked, Err(FolderTrouble::NotAllowed { .. })), "{looked:?}");
    assert_eq!(seen, 0);
    #[cfg(target_os = "linux")]
    assert!(matches!(
        look_through("/proc/self".as_ref(), &Roots::anywhere(), &mut |_| true),
        Err(FolderTrouble::NotAllowed { .. })
    ));
}

#[test]
fn a_look_can_be_stopped_at_every_folder_though_nothing_is_in_it() {
    let temp = tempfile::tempdir().unwrap();
    (0..20).for_each(|n| fs::create_dir(temp.path().join(n.to_string())).unwrap());
    let mut seen = 0;
    look_through(temp.path(), &Roots::anywhere(), &mut |_| {
        seen += 1;
        seen < 5
    })
    .unwrap();
    assert_eq!(seen, 5);
}

#[test]
fn a_folder_that_is_not_there_is_an_error_and_stopping_is_not() {
    let temp = tempfile::tempdir().unwrap();
    assert!(look_through(&temp.path().join("gone"), &Roots::anywhere(), &mut |_| true).is_err());
    put(temp.path(), &["1.jpg", "2.jpg", "3.jpg"]);
    let mut seen = 0;
    look_through(temp.path(), &Roots::anywhere(), &mut |sighting| {
        seen += usize::from(sighting != Sighting::Folder);
        seen < 2
    })
    .unwrap();
    assert_eq!(seen, 2);
}

#[cfg(unix)]
#[test]
fn a_change_in_a_watched_folder_is_heard() {
    let temp = tempfile::tempdir().unwrap();
    let (tell, heard) = std::sync::mpsc::channel();
    let _watch = sources::watch(temp.path(), &Roots::anywhere(), tell).unwrap();
    put(temp.path(), &["new/1.jpg"]);
    let told = heard.recv_timeout(std::time::Duration::from_secs(60)).unwrap();
    assert_eq!(told, temp.path());
}

#[cfg(unix)]
#[test]
fn a_change_behind_a_link_is_heard_where_it_may_be_looked_for() {
    let temp = tempfile::tempdir().unwrap();
    put(temp.path(), &["photos/1.jpg", "disk/2.jpg"]);
    std::os::unix::fs::symlink(temp.path().join("disk"), temp.path().join("photos/disk")).unwrap();
    let (tell, heard) = std::sync::mpsc::channel();
    let _watch = sources::watch(&temp.path().join("photos"), &Roots::anywhere(), tell).unwrap();
    put(temp.path(), &["disk/new/3.jpg"]);
    let told = heard.recv_timeout(std::time::Duration::from_secs(60)).unwrap();
    assert_eq!(told, temp.path().join("photos"));
}
