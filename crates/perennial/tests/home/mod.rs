//! A home for stories: the real program with an empty data folder, beside a folder of the sample family's photos.
#![allow(dead_code, reason = "each story uses its part of it")]

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use browser::{Browser, Served};
use family::Plan;
use tempfile::TempDir;

/// The name that the owner signs in by.
pub(crate) const NAME: &str = "Elin";
/// Their password.
pub(crate) const PASSWORD: &str = "an old red bicycle";

pub(crate) struct Home {
    pub(crate) served: Served,
    /// The family's photos. Other stories look at the same folder: nothing may be changed in it.
    pub(crate) photos: PathBuf,
    // Gone after the program is.
    _data: TempDir,
}

impl Home {
    /// Nobody has set it up, and no folder is named.
    pub(crate) fn empty() -> Self {
        Self::serving(false)
    }

    /// The family's photos come in.
    pub(crate) fn with_family() -> Self {
        Self::serving(true)
    }

    fn serving(family: bool) -> Self {
        let (data, photos) = (tempfile::tempdir().unwrap(), family_folder());
        // Where pages may name it.
        let mut command = vec![OsStr::new("serve"), OsStr::new("--photos"), photos.as_os_str()];
        if family {
            command.push(photos.as_os_str());
        }
        let served = Served::start(Path::new(env!("CARGO_BIN_EXE_perennial")), &data.path().join("data"), &command);
        Self { served, photos, _data: data }
    }

    /// A browser before this home's door, if there is one here.
    pub(crate) fn browser(&self) -> Option<Browser> {
        match Browser::start(&self.served.address()) {
            Ok(browser) => Some(browser),
            Err(missing) => {
                testkit::skip(&format!("a story in a real browser: {missing}"));
                None
            }
        }
    }
}

/// Fills in what is asked on the first visit.
pub(crate) fn set_up(page: &Browser) {
    page.open("/set-up");
    page.fill("Your name", NAME);
    page.fill("Password", PASSWORD);
    page.press("Set up");
    page.sees("Recovery codes");
    page.press("I have kept them");
    // Nothing returns before somebody was asked.
    page.sees("Is there somebody, or a time");
    page.press("Nothing now");
    // Going elsewhere at once would break it off.
    page.until("it was not answered", || page.path().starts_with("/today"));
}

pub(crate) fn sign_in(page: &Browser) {
    page.open("/sign-in");
    page.fill("Your name", NAME);
    page.fill("Password", PASSWORD);
    page.press("Sign in");
    // Going elsewhere at once would break it off.
    page.until("nobody was let in", || !page.path().starts_with("/sign-in"));
}

/// Three years of the family's photos, small, drawn once for all stories of a day.
fn family_folder() -> PathBuf {
    let today = jiff::Zoned::now().date();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("drawn-{today}"));
    if !folder.exists() {
        // Several stories begin at once, each in a process of its own: whoever has drawn first gives it its name.
        let drawn = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let plan = Plan { years: 3, photos: 0, size: (320, 240), ..Plan::demo(today) };
        family::write(&plan, &drawn.path().join("photos"), &|_, _| {}).unwrap();
        if let Err(error) = std::fs::rename(drawn.path().join("photos"), &folder) {
            assert!(folder.exists(), "{error}");
        }
    }
    folder
}
