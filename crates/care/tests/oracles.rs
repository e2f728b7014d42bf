//! An oracle that asked the program what it is to check would find nothing: the oracles name nothing of it that decides.
#![allow(clippy::unwrap_used, missing_docs)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What an oracle may name of each room: plain values, and what puts something in.
const PLAIN: [(&str, &[&str]); 3] = [
    (
        "care",
        &[
            "Chosen",
            "HowLong",
            "Kind",
            "Loss",
            "LossPlace",
            "OfPerson",
            "Part",
            "PartOf",
            "Period",
            "Plan",
            "Returning",
            "Scope",
            "Verdict",
            "Want",
            "What",
            "Wish",
        ],
    ),
    ("memories", &["settle"]),
    ("library", &["keep", "people"]),
];

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The sources below a folder, without their comments.
fn sources(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            found.push(text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n"));
        }
    }
    found
}

/// Every name that a text takes from a room, by a path or a list in braces.
fn names_of<'a>(text: &'a str, room: &str) -> BTreeSet<&'a str> {
    let path = format!("{room}::");
    let begins = |at: usize| !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    let behind = text.match_indices(&path).filter(|(at, _)| begins(*at)).map(|(at, _)| &text[at + path.len()..]);
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '*';
    let list = |rest: &'a str| match rest.strip_prefix('{') {
        Some(list) => list.split('}').next().unwrap(),
        None => &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())],
    };
    behind.flat_map(|rest| list(rest).split(',').map(str::trim)).filter(|name| !name.is_empty()).collect()
}

/// What those plain values of care can do, as it would be called: they may be looked at, and not be asked.
fn abilities(source: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for text in source {
        for kind in PLAIN[0].1 {
            for block in text.split(&format!("\nimpl {kind} {{")).skip(1) {
                let block = block.split("\n}").next().unwrap();
                for function in block.split("fn ").skip(1) {
                    let (name, rest) = function.split_once('(').unwrap();
                    let asked = rest.split(')').next().unwrap().contains("self");
                    found.push(if asked { format!(".{name}(") } else { format!("{kind}::{name}(") });
                }
            }
        }
    }
    found
}

fn faults(text: &str, abilities: &[String]) -> Vec<String> {
    let strange = PLAIN.iter().flat_map(|(room, plain)| {
        names_of(text, room).into_iter().filter(|name| !plain.contains(name)).map(move |name| format!("{room}::{name}"))
    });
    let asked = abilities.iter().filter(|ability| text.contains(ability.as_str())).cloned();
    strange.chain(asked).collect()
}

#[test]
fn an_oracle_names_nothing_of_the_program_that_decides() {
    let abilities = abilities(&sources(&crates().join("care/src")));
    let mut oracles = sources(&crates().join("care/tests/oracle"));
    oracles.extend(sources(&crates().join("web/tests/reading")));
    assert!(oracles.len() >= 6, "{}", oracles.len());
    for text in oracles {
        assert_eq!(faults(&text, &abilities), [] as [String; 0], "{}", &text[..text.len().min(300)]);
    }
}

#[test]
fn an_oracle_that_asked_would_be_found() {
    let abilities = abilities(&sources(&crates().join("care/src")));
    let check = |text: &str, expected: &[&str]| assert_eq!(faults(text, &abilities), expected, "{text}");
    check("use care::{Loss, Want};", &[]);
    check("use care::{Loss, verdict};", &["care::verdict"]);
    check("use care::*;", &["care::*"]);
    check("care::weigh(&evidence, viewer)", &["care::weigh"]);
    check("memories::contents(tx, viewer, &moments)", &["memories::contents"]);
    check("if part.counts_on(day)", &[".counts_on("]);
    check("loss.the_day()", &[".the_day("]);
    check("how_long.until(day)", &[".until("]);
    check("Loss::proposed(kind, day, &first)", &["Loss::proposed("]);
}
