//! A first visit, walked through.

use std::cell::RefCell;
use std::collections::HashSet;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use browser::{Browser, Missing, Served};
use family::write_told;

use super::{Answers, Is, Person};

/// What came of a first visit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Walked {
    /// Links followed, buttons pressed and boxes ticked, from the first question to what is kept.
    pub taps: u32,
    /// Letters and figures written.
    pub letters: u32,
    /// How tall the pages on that way are, all together.
    pub px: u32,
    /// Addresses of pictures in what pages, API and command line answered before the question was.
    pub seen_before: Vec<String>,
    /// How many pictures a look at today would have shown of what hurts, had nothing been said; to show that there was something.
    pub hurting_otherwise: usize,
    /// How many pictures today shows of what hurts.
    pub hurting: usize,
    /// Of the pictures of today that show whom they would keep in the same moments, how many are shown, and how many there are.
    pub dear: (usize, usize),
    /// Of the pictures of today that have nothing to do with it, the same.
    pub other: (usize, usize),
    /// Whether a card stands on today.
    pub card: bool,
}

const NAME: &str = "Elin";
const PASSWORD: &str = "an old red bicycle";
const SIZE: (u32, u32) = (160, 120);

/// What is asked for before the question was answered, as somebody would who is curious: no memory may come of it.
const BEFORE: [&str; 5] = ["/today", "/first", "/ahead", "/api/v1/today", "/care/waits"];

/// Walks through a first visit, with the program and a folder of its own.
///
/// # Errors
/// Where there is no browser.
pub fn walk(person: &Person, program: &Path, folder: &Path) -> Result<io::Result<Walked>, Missing> {
    let photos = folder.join("photos");
    let told: Vec<family::Told> = person.pictures.iter().map(|seen| seen.told.clone()).collect();
    if let Err(error) = write_told(&told, SIZE, &photos, &|_, _| ()) {
        return Ok(Err(error));
    }
    let data = folder.join("data");
    let command = [OsStr::new("serve"), OsStr::new("--photos"), photos.as_os_str(), photos.as_os_str()];
    let served = Served::start(program, &data, &command);
    let page = Browser::start(&served.address())?.phone();
    let walking = Walking { person, page: &page, program, data: &data, walked: RefCell::default() };
    Ok(walking.through())
}

struct Walking<'a> {
    person: &'a Person,
    page: &'a Browser,
    program: &'a Path,
    data: &'a Path,
    walked: RefCell<Walked>,
}

impl Walking<'_> {
    fn through(&self) -> io::Result<Walked> {
        self.sets_up();
        self.until_photos_are_in();
        self.looks_before()?;
        self.page.open("/today");
        self.page.sees("Is there somebody, or a time");
        match &self.person.answers {
            Answers::Nothing => {
                self.taps("Nothing now");
                self.page.sees("See the photos");
            }
            Answers::Says { kind, face, day } => {
                self.taps(kind);
                self.page.sees("Go on");
                if let Some(face) = face {
                    self.page.tick(face);
                    self.walked.borrow_mut().taps += 1;
                }
                self.writes("When", &day.to_string());
                self.taps("Go on");
                self.page.sees("This is what happens");
                self.taps("Keep this");
                self.page.sees("It is kept");
            }
        }
        let (files, card) = self.shown_today()?;
        let of = |is: Is, files: &HashSet<PathBuf>| {
            self.person
                .pictures
                .iter()
                .filter(|seen| seen.is == is && files.iter().any(|file| file.ends_with(&seen.told.path)))
                .count()
        };
        let hurting = of(Is::Hurting, &files);
        // What would have come, had nothing been said.
        self.forgets()?;
        let (all, _) = self.shown_today()?;
        let mut walked = self.walked.borrow_mut();
        walked.hurting = hurting;
        walked.hurting_otherwise = of(Is::Hurting, &all);
        walked.dear = (of(Is::Dear, &files), of(Is::Dear, &all));
        walked.other = (of(Is::Other, &files), of(Is::Other, &all));
        walked.card = card;
        Ok(walked.clone())
    }

    fn sets_up(&self) {
        self.page.open("/set-up");
        self.page.fill("Your name", NAME);
        self.page.fill("Password", PASSWORD);
        self.page.press("Set up");
        self.page.sees("Recovery codes");
        self.page.press("I have kept them");
    }

    fn until_photos_are_in(&self) {
        self.page.until("no photos came in", || {
            self.page.open("/api/v1/coming-in");
            self.page.says("\"running\":false") && self.page.says("\"waiting\":[]")
        });
    }

    /// Everything that answers before the question was: pages as they are written, and the command line.
    fn looks_before(&self) -> io::Result<()> {
        for path in BEFORE {
            self.page.open(path);
            let written = self.page.script("return document.documentElement.outerHTML", Vec::new());
            let pictures = written.as_str().unwrap_or_default().match_indices("/photo/").map(|_| path.to_owned());
            self.walked.borrow_mut().seen_before.extend(pictures);
        }
        let (files, card) = self.shown_today()?;
        let mut walked = self.walked.borrow_mut();
        walked.seen_before.extend(files.iter().map(|file| file.display().to_string()));
        walked.seen_before.extend(card.then(|| "a card".to_owned()));
        Ok(())
    }

    fn taps(&self, name: &str) {
        let tall = self.page.script("return document.documentElement.scrollHeight", Vec::new());
        let mut walked = self.walked.borrow_mut();
        walked.px += tall.as_u64().and_then(|px| u32::try_from(px).ok()).unwrap_or_default();
        walked.taps += 1;
        self.page.press(name);
    }

    fn writes(&self, field: &str, text: &str) {
        self.page.fill(field, text);
        self.walked.borrow_mut().letters += text.chars().count() as u32;
    }

    /// The files of what today shows, by the command line, and whether a card stands there.
    fn shown_today(&self) -> io::Result<(HashSet<PathBuf>, bool)> {
        let said = self.command(&["today", "--json"])?;
        let day: serde_json::Value = serde_json::from_str(&said).map_err(io::Error::other)?;
        let memories = day["memories"].as_array().into_iter().flatten();
        let photos = memories.flat_map(|memory| memory["photos"].as_array().into_iter().flatten());
        let files = photos.flat_map(|photo| photo["files"].as_array().into_iter().flatten());
        let paths = files.filter_map(|file| file.as_str()).map(PathBuf::from).collect();
        Ok((paths, day["card"] == true))
    }

    /// Takes back what was said.
    fn forgets(&self) -> io::Result<()> {
        if matches!(self.person.answers, Answers::Says { .. }) {
            self.command(&["loss", "remove", "1", "--yes"])?;
        }
        Ok(())
    }

    fn command(&self, words: &[&str]) -> io::Result<String> {
        let mut command = Command::new(self.program);
        command.arg("--data").arg(self.data).args(words).stdin(Stdio::null());
        let done = command.output()?;
        match done.status.success() {
            true => Ok(String::from_utf8_lossy(&done.stdout).into_owned()),
            false => Err(io::Error::other(String::from_utf8_lossy(&done.stderr).into_owned())),
        }
    }
}

/// What came of several first visits, in Markdown.
pub fn table(all: &[(&str, Walked)]) -> String {
    let mut table = String::from(
        "| who | taps | letters | px of pages | seen before it was asked | what hurts, shown (of) | dear, shown (of) | the rest, shown (of) | a card |\n\
         |---|---|---|---|---|---|---|---|---|\n",
    );
    for (name, walked) in all {
        let Walked { taps, letters, px, seen_before, hurting, hurting_otherwise, dear, other, card } = walked;
        let _ = writeln!(
            table,
            "| {name} | {taps} | {letters} | {px} | {} | {hurting} ({hurting_otherwise}) | {} ({}) | {} ({}) | {} |",
            seen_before.len(),
            dear.0,
            dear.1,
            other.0,
            other.1,
            if *card { "yes" } else { "no" },
        );
    }
    table
}
