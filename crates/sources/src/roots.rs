//! Where photos may be looked for. Pure but for resolving links.

use std::path::{Path, PathBuf};

/// Where photos may be looked for: folders that whoever runs the server allows, and what the one folder that they name leads
/// to. Where the system shows itself as files there are no photos, whatever is allowed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roots {
    /// Nothing where all is allowed.
    allowed: Option<Vec<PathBuf>>,
}

/// Where a system shows itself and its devices as files: endless, changing, and nobody's photos.
const NEVER: [&str; 8] = [
    "/proc",
    "/sys",
    "/dev",
    "/run",
    "/var/run",
    "/private/var/run",
    "/System/Volumes/VM",
    "/Volumes/com.apple.TimeMachine",
];
/// Where disks that somebody plugs in appear all the same.
const BUT: [&str; 1] = ["/run/media"];
/// Where disks and shared folders usually are.
const USUAL: [&str; 6] = ["/media", "/mnt", "/run/media", "/srv", "/photos", "/Volumes"];

impl Roots {
    /// Whatever somebody names and leads to who may read everything here anyway: on the command line.
    pub fn anywhere() -> Self {
        Self { allowed: None }
    }

    /// Those folders and all below them. Links on the way to them are resolved now; what is not there yet is taken as it is.
    pub fn of(folders: impl IntoIterator<Item = PathBuf>) -> Self {
        let whole = |folder: PathBuf| folder.canonicalize().unwrap_or(folder);
        Self { allowed: Some(folders.into_iter().map(whole).filter(|folder| folder.is_absolute()).collect()) }
    }

    /// Where photos usually are: in the home folder, and where disks appear.
    pub fn usual(home: Option<PathBuf>) -> Self {
        Self::of(home.into_iter().chain(USUAL.map(PathBuf::from)))
    }

    /// These, and one folder more.
    #[must_use]
    pub fn and(mut self, folder: &Path) -> Self {
        self.allowed.iter_mut().for_each(|allowed| allowed.push(folder.to_owned()));
        self
    }

    /// Whether photos may be looked for at a path without links in it.
    pub fn hold(&self, path: &Path) -> bool {
        let within = |places: &[&str]| places.iter().any(|place| path.starts_with(place));
        let shows_the_system = within(&NEVER) && !within(&BUT);
        !shows_the_system
            && path.is_absolute()
            && self.allowed.as_ref().is_none_or(|allowed| allowed.iter().any(|root| path.starts_with(root)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn photos_are_looked_for_where_it_is_allowed_and_never_where_the_system_shows_itself() {
        let some = Roots::of(["/nowhere/photos".into(), "/nowhere/disk".into()]);
        for (path, anywhere, allowed) in [
            ("/nowhere/photos", true, true),
            ("/nowhere/photos/2019/a.jpg", true, true),
            ("/nowhere/disk", true, true),
            ("/nowhere/photos-of-others", true, false),
            ("/nowhere", true, false),
            ("/", true, false),
            ("/etc", true, false),
            ("photos", false, false),
            ("/proc", false, false),
            ("/proc/self/fd", false, false),
            ("/process", true, false),
            ("/sys/kernel", false, false),
            ("/dev/shm", false, false),
            ("/run/user/1000", false, false),
            ("/run/media/elin/CARD", true, false),
        ] {
            assert_eq!(Roots::anywhere().hold(path.as_ref()), anywhere, "{path}");
            assert_eq!(some.hold(path.as_ref()), allowed, "{path}");
        }
        assert!(Roots::usual(None).hold("/run/media/elin/CARD".as_ref()));
        assert!(!Roots::usual(None).hold("/etc".as_ref()));
        assert!(!Roots::of(["/".into()]).hold("/proc/1".as_ref()), "whatever is allowed");
        assert!(!Roots::of([]).hold("/nowhere".as_ref()), "nothing is allowed");
    }

    #[test]
    fn one_folder_more_is_allowed_beside_the_others() {
        let some = Roots::of(["/nowhere/photos".into()]).and("/nowhere/else".as_ref());
        assert!(some.hold("/nowhere/photos/a".as_ref()) && some.hold("/nowhere/else/b".as_ref()));
        assert_eq!(Roots::anywhere().and("/x".as_ref()), Roots::anywhere());
    }
}
