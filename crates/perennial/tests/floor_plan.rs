//! The floor plan of ARCHITECTURE.md, held: rooms depend downwards only, and commands that show or change what is kept know no room
//! below care.
#![allow(clippy::unwrap_used, missing_docs)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from the ground up. A room may depend on those of the rows before its own, and on none beside it.
const FLOORS: [&[&str]; 8] = [
    &["model"],
    &["store", "media", "sources"],
    &["circle"],
    &["library"],
    &["memories"],
    &["care"],
    &["web"],
    &["perennial"],
];

/// What only tests, benchmarks and the demo use. They may depend on any room; of the rooms, the binary alone depends on one of them.
const BESIDE: [&str; 5] = ["family", "testkit", "browser", "bench", "lives"];
const FROM_BESIDE: [(&str, &str); 1] = [("perennial", "family")];

/// Rooms below care that a room may not depend on though they lie below it: whatever it shows, it shows by a visit.
const NOT: [(&str, &[&str]); 1] = [("web", &["library", "memories", "store", "media"])];

/// Commands for the house itself, whoever looks: wiring, import, folders, unread files and accounts.
const OF_THE_HOUSE: [&str; 6] = ["serve", "demo", "import", "folder", "unread", "account"];
const BELOW_CARE: [&str; 6] = ["library", "memories", "circle", "store", "media", "sources"];

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// What each room depends on, of the other rooms; what its tests use is not asked.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let rooms: BTreeSet<String> =
        fs::read_dir(crates()).unwrap().map(|room| room.unwrap().file_name().into_string().unwrap()).collect();
    let of = |room: &String| {
        let manifest = fs::read_to_string(crates().join(room).join("Cargo.toml")).unwrap();
        let named = names_in(&manifest).intersection(&rooms).cloned().collect();
        (room.clone(), named)
    };
    rooms.iter().map(of).collect()
}

/// The names under every `[dependencies]` of a manifest, those for one platform and those to build with too.
fn names_in(manifest: &str) -> BTreeSet<String> {
    let (mut counts, mut names) = (false, BTreeSet::new());
    for line in manifest.lines().map(str::trim) {
        if let Some(section) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            let (of, name) =
                section.rsplit_once("dependencies.").map_or((section, None), |(of, name)| (of, Some(name)));
            counts = !of.contains("dev-") && (name.is_some() || section.ends_with("dependencies"));
            names.extend(name.filter(|_| counts).map(str::to_owned));
            // What follows in a section of one dependency is about it.
            counts &= name.is_none();
        } else if counts && !line.starts_with('#') {
            let name: String = line.chars().take_while(|c| c.is_alphanumeric() || "-_".contains(*c)).collect();
            names.extend((!name.is_empty()).then_some(name));
        }
    }
    names
}

fn floor_of(room: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&room))
}

#[test]
fn a_manifest_is_read_whatever_its_form() {
    let manifest = "[package]\nname = \"x\"\n[dependencies]\nstore.workspace = true\nweb = { path = \"..\" }\n# care\n\n\
        [dependencies.media]\nlibrary = \"no\"\n[target.'cfg(unix)'.dependencies]\ncircle = \"1\"\n\
        [build-dependencies]\nmodel = \"1\"\n[dev-dependencies]\ntestkit = \"1\"\n[lints]\nworkspace = true\n";
    let names: Vec<String> = names_in(manifest).into_iter().collect();
    assert_eq!(names, ["circle", "media", "model", "store", "web"]);
}

#[test]
fn rooms_depend_downwards_and_never_sideways() {
    let found = dependencies();
    for (room, below) in &found {
        let Some(floor) = floor_of(room) else {
            assert!(BESIDE.contains(&room.as_str()), "{room} is not on the floor plan");
            continue;
        };
        for other in below {
            let allowed = match floor_of(other) {
                Some(of_other) => of_other < floor,
                None => FROM_BESIDE.contains(&(room, other)),
            };
            assert!(allowed, "{room} depends on {other}, which does not lie below it");
        }
    }
    let planned: BTreeSet<&str> = FLOORS.iter().flat_map(|floor| floor.iter()).chain(&BESIDE).copied().collect();
    assert_eq!(found.keys().map(String::as_str).collect::<BTreeSet<_>>(), planned, "every room of the plan is there");
    let architecture = fs::read_to_string(crates().parent().unwrap().join("ARCHITECTURE.md")).unwrap();
    let plan = architecture.split("```").nth(1).unwrap();
    let drawn = |room: &&str| plan.split(|c: char| !c.is_alphanumeric()).any(|word| word == *room);
    assert_eq!(
        planned.iter().filter(|room| !drawn(room)).collect::<Vec<_>>(),
        [&""; 0],
        "not drawn in ARCHITECTURE.md"
    );
}

#[test]
fn what_web_shows_it_has_from_care() {
    let found = dependencies();
    for (room, not) in NOT {
        let past_care: Vec<&String> = found[room].iter().filter(|other| not.contains(&other.as_str())).collect();
        assert!(past_care.is_empty(), "{room} depends on {past_care:?}, past care");
    }
}

#[test]
fn commands_that_show_or_change_what_is_kept_name_no_room_below_care() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/commands");
    let mut read = BTreeSet::new();
    for file in files(&folder) {
        let inside = file.strip_prefix(&folder).unwrap();
        let command = inside.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs").to_owned();
        if OF_THE_HOUSE.contains(&command.as_str()) {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            let named = BELOW_CARE.iter().find(|room| names_room(line, room));
            assert!(named.is_none(), "{}:{} names {}, which lies below care", inside.display(), at + 1, named.unwrap());
        }
        read.insert(command);
    }
    for command in ["ahead", "away", "loss", "person", "photo", "today", "why"] {
        assert!(read.contains(command), "{command} was looked at");
    }
}

#[test]
fn a_room_is_told_from_a_word_that_ends_like_it_and_from_a_method() {
    for (line, names) in [
        ("use library::{Photo, hide};", true),
        ("let found = store::Store::open(&database)?;", true),
        ("use store as kept;", true),
        ("let view = visit.library()?;", false),
        ("use crate::at_library::Photo;", false),
    ] {
        let found = ["library", "store"].iter().any(|room| names_room(line, room));
        assert_eq!(found, names, "{line}");
    }
}

fn names_room(line: &str, room: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(room).any(|(at, _)| {
        let (before, after) = (&line[..at], &line[at + room.len()..]);
        let begins = !before.ends_with(|c: char| is_word(c) || c == '.');
        let used = before.trim_end().ends_with("use") && !after.starts_with(is_word);
        begins && (used || after.starts_with("::"))
    })
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
