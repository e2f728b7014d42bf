//! Folders: which can be looked into, what is noted of them, and pausing.
#![allow(clippy::unwrap_used, missing_docs)]

use std::fs;
use std::path::{Path, PathBuf};

use library::{AddFolderError, AskedBy, Roots, add_asked_folder};
use model::{AddedFolder, FolderRefused};
use testkit::{House, houses, now};

fn add(house: &House, asked: &Path) -> Result<AddedFolder, FolderRefused> {
    add_by(house, asked, AskedBy::CommandLine)
}

fn add_by(house: &House, asked: &Path, by: AskedBy<'_>) -> Result<AddedFolder, FolderRefused> {
    let own = house.folder.path().join("data");
    add_asked_folder(&house.store, house.owner(), &own, (asked, by), now().timestamp()).map_err(|error| match error {
        AddFolderError::Refused(why) => why,
        AddFolderError::Store(error) => panic!("{error}"),
    })
}

fn paths(house: &House) -> Vec<PathBuf> {
    let folders = house.store.read(|tx| library::folders(tx, house.owner())).unwrap();
    folders.into_iter().map(|folder| folder.path).collect()
}

fn made(house: &House, name: &str) -> PathBuf {
    let path = house.folder.path().join(name);
    fs::create_dir_all(&path).unwrap();
    path.canonicalize().unwrap()
}

#[test]
fn a_folder_is_looked_into_once_it_is_asked_for_and_no_more_once_it_is_let_go() {
    for house in houses() {
        let photos = made(&house, "photos");
        let added = add(&house, &photos).unwrap();
        assert_eq!((paths(&house), added.path.clone(), added.took_in.len()), (vec![photos.clone()], photos.clone(), 0));
        let (owner, at) = (house.owner(), now().timestamp());
        let let_go = || house.store.write(|tx| library::let_folder_go(tx, owner, added.id, at)).unwrap();
        assert!(let_go());
        assert_eq!(paths(&house), [] as [PathBuf; 0]);
        assert!(!let_go());
        assert!(house.store.write(|tx| library::take_folder_back(tx, owner, added.id, at)).unwrap());
        assert_eq!(paths(&house), std::slice::from_ref(&photos));
        assert!(let_go());
        assert_eq!(add(&house, &photos).unwrap().id, added.id, "it keeps its number");
    }
}

#[test]
fn what_cannot_be_looked_into_is_refused_with_its_reason_and_changes_nothing() {
    let house = House::on_sqlite();
    let photos = made(&house, "photos");
    let inner = made(&house, "photos/2019");
    let own = made(&house, "data/blobs");
    let file = photos.join("a.jpg");
    fs::write(&file, "x").unwrap();
    add(&house, &photos).unwrap();
    let long = PathBuf::from(format!("/{}", "n".repeat(10_000)));
    for (asked, why) in [
        (Path::new(""), FolderRefused::Empty),
        (Path::new("Pictures"), FolderRefused::NotWhole),
        (Path::new("/no/such/folder"), FolderRefused::NotThere),
        (Path::new("/no\0such"), FolderRefused::NotThere),
        (&file, FolderRefused::NotAFolder),
        (&own, FolderRefused::Own),
        (own.parent().unwrap(), FolderRefused::Own),
        (&photos, FolderRefused::Known),
        (&photos.join("../photos"), FolderRefused::Known),
        (&inner, FolderRefused::Inside(photos.clone())),
        (&long, FolderRefused::TooLong),
    ] {
        let refused = add(&house, asked).unwrap_err();
        assert_eq!(refused, why, "{}", asked.display());
        assert!(!refused.hint().is_empty() && !refused.name().is_empty());
    }
    assert_eq!(paths(&house), [photos]);
}

#[cfg(unix)]
#[test]
fn a_page_adds_folders_where_photos_may_be_and_learns_nothing_of_what_else_is_there() {
    for house in houses() {
        let allowed = made(&house, "allowed");
        let (photos, elsewhere) = (made(&house, "allowed/photos"), made(&house, "elsewhere"));
        for file in [allowed.join("a.jpg"), elsewhere.join("b.jpg")] {
            fs::write(file, "x").unwrap();
        }
        std::os::unix::fs::symlink(&elsewhere, allowed.join("out")).unwrap();
        std::os::unix::fs::symlink(&photos, elsewhere.join("in")).unwrap();
        let roots = Roots::of([allowed.clone()]);
        let page = AskedBy::Page(&roots);
        for asked in [
            "elsewhere",
            "elsewhere/b.jpg",
            "elsewhere/nothing",
            "allowed/nothing",
            "allowed/a.jpg",
            "allowed/out",
            "allowed/../elsewhere",
            "/etc",
            "/etc/passwd",
            "/etc/nothing",
            "/proc",
            "/proc/self/cwd",
            "/",
        ] {
            let asked = house.folder.path().join(asked);
            let refused = add_by(&house, &asked, page).unwrap_err();
            assert_eq!(refused, FolderRefused::NotHere, "{}", asked.display());
        }
        assert_eq!(paths(&house), [] as [PathBuf; 0]);
        let added = add_by(&house, &elsewhere.join("in"), page).unwrap();
        assert_eq!(added.path, photos, "where a link leads is what counts");
        // Whoever runs the program may look anywhere but where the system shows itself, and is told why not.
        assert_eq!(add(&house, &elsewhere).unwrap().path, elsewhere);
        assert_eq!(add(&house, &elsewhere.join("nothing")), Err(FolderRefused::NotThere));
        assert_eq!(add(&house, &allowed.join("a.jpg")), Err(FolderRefused::NotAFolder));
        assert_eq!(add(&house, Path::new("/proc/self")), Err(FolderRefused::NotHere));
        let given: Vec<bool> = house
            .store
            .read(|tx| library::folders(tx, house.owner()))
            .unwrap()
            .iter()
            .map(|folder| folder.given)
            .collect();
        assert_eq!(given, [false, true]);
    }
}

#[test]
fn a_folder_around_others_takes_them_in() {
    for house in houses() {
        let (one, two, beside) = (made(&house, "all/one"), made(&house, "all/two"), made(&house, "all-else"));
        for folder in [&one, &two, &beside] {
            add(&house, folder).unwrap();
        }
        let all = made(&house, "all");
        let took_in: Vec<PathBuf> = add(&house, &all).unwrap().took_in.into_iter().map(|folder| folder.path).collect();
        assert_eq!(took_in, [one, two]);
        assert_eq!(paths(&house), [beside, all]);
    }
}

#[cfg(unix)]
#[test]
fn folders_of_any_name_can_be_looked_into() {
    use std::os::unix::ffi::OsStrExt;

    let house = House::on_sqlite();
    let root = made(&house, "odd");
    let mut names: Vec<std::ffi::OsString> = vec![std::ffi::OsStr::from_bytes(b"caf\xe9 \xff\xfe").to_owned()];
    if let Some(path) = testkit::shared_file("text/blns.json") {
        let strings: Vec<String> = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
        names.extend(strings.into_iter().map(Into::into));
    }
    let mut looked_into = 0;
    for name in names {
        // Not every name can be a folder's; those that can are taken as they are.
        let odd = root.join(&name);
        if name.is_empty() || odd.parent() != Some(&root) || fs::create_dir(&odd).is_err() {
            continue;
        }
        let added = add(&house, &odd).unwrap();
        assert_eq!(added.path, odd);
        looked_into += 1;
    }
    assert!(looked_into > 0);
    assert_eq!(paths(&house).len(), looked_into);
}

#[test]
fn a_pause_lasts_until_it_is_taken_back_and_is_as_old_as_its_first_tap() {
    for house in houses() {
        let owner = house.owner();
        let since = || house.again().read(|tx| library::paused_since(tx, owner)).unwrap();
        assert_eq!(since(), None);
        let first = now().timestamp();
        house.store.write(|tx| library::pause(tx, owner, first)).unwrap();
        let later = first + jiff::SignedDuration::from_secs(60);
        house.store.write(|tx| library::pause(tx, owner, later)).unwrap();
        assert_eq!(since(), Some(first));
        house.store.write(|tx| library::resume(tx, owner)).unwrap();
        assert_eq!(since(), None);
    }
}
