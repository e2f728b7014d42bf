use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Duration;

use care::Moment;

use super::{Language, Words, capital, fluent::FILES};

const EN: Words = Words::of(Language::English);
const ES: Words = Words::of(Language::Spanish);

#[test]
fn days_and_years_are_said_as_people_say_them() {
    let today = "2026-09-28".parse().unwrap();
    assert_eq!(EN.day("2026-09-28".parse().unwrap(), today), "Monday, 28 September");
    assert_eq!(EN.day("2020-02-29".parse().unwrap(), today), "Saturday, 29 February 2020");
    assert_eq!(ES.day("2026-09-28".parse().unwrap(), today), "Lunes, 28 de septiembre");
    assert_eq!(ES.day("2020-02-29".parse().unwrap(), today), "Sábado, 29 de febrero de 2020");
    assert_eq!(["7", "1,500", "12,345,678"], [7, 1500, 12_345_678].map(|n| EN.figures(n)).each_ref().map(|s| &**s));
    assert_eq!(["7", "1500", "12.345.678"], [7, 1500, 12_345_678].map(|n| ES.figures(n)).each_ref().map(|s| &**s));
    assert_eq!(
        [EN.years_ago(1), EN.years_ago(12), EN.years_ago(41)],
        ["One year ago", "Twelve years ago", "41 years ago"]
    );
    assert_eq!([ES.years_ago(1), ES.years_ago(41)], ["Hace un año", "Hace 41 años"]);
    assert_eq!(EN.roughly(Duration::from_millis(200)), "1 second");
    assert_eq!(EN.roughly(Duration::from_secs(150)), "3 minutes");
    assert_eq!(EN.length(Duration::from_secs(86_400 + 3_600 + 90)), "1 day, 1 hour");
    assert_eq!(ES.length(Duration::from_secs(7_200)), "2 horas");
    assert_eq!(ES.roughly(Duration::from_secs(3_601 * 2)), "3 horas");
}

#[test]
fn names_are_listed_as_people_list_them() {
    assert_eq!(EN.listed(&["Ana", "Leo", "Marta", "Paul"]), "Ana, Leo and two others");
    assert_eq!(EN.listed(&["Ana", "Inés"]), "Ana and Inés");
    assert_eq!(ES.listed(&["Ana", "Leo"]), "Ana y Leo");
    assert_eq!(ES.listed(&["Ana", "Inés"]), "Ana e Inés");
    assert_eq!(ES.listed(&["Ana", "Leo", "Hilda"]), "Ana, Leo e Hilda");
}

#[test]
fn the_language_is_the_one_that_the_browser_prefers() {
    let cases = [
        ("", Language::English),
        ("es", Language::Spanish),
        ("es-MX,es;q=0.9,en;q=0.8", Language::Spanish),
        ("de, fr;q=0.9, es;q=0.5, en;q=0.7", Language::English),
        ("de", Language::English),
        ("es;q=0, en", Language::English),
        (";;;q=,,,", Language::English),
    ];
    for (header, expected) in cases {
        assert_eq!(Language::accepted(header), expected, "{header}");
    }
}

#[test]
fn a_moment_is_named_by_the_part_of_the_day() {
    let moment = |begins: &str, ends: &str| Moment {
        id: model::MomentId(1),
        day: "2019-05-04".parse().unwrap(),
        begins: begins.parse().unwrap(),
        ends: ends.parse().unwrap(),
        photos: 3,
        place: None,
        said: care::MomentWords::default(),
    };
    let cases = [
        ("2019-05-04T09:00", "2019-05-04T10:00", "A morning", "Una mañana"),
        ("2019-05-04T12:30", "2019-05-04T15:00", "An afternoon", "Una tarde"),
        ("2019-05-04T09:00", "2019-05-04T17:00", "A Saturday", "Un sábado"),
        ("2019-05-04T20:00", "2019-05-05T01:30", "An evening", "Una noche"),
        ("2019-05-04T23:30", "2019-05-05T01:30", "An evening", "Una noche"),
        ("2019-05-04T01:00", "2019-05-04T02:00", "A night", "Una madrugada"),
        ("2019-05-04T00:00", "2019-05-04T00:00", "A Saturday", "Un sábado"),
    ];
    for (begins, ends, english, spanish) in cases {
        let moment = moment(begins, ends);
        assert_eq!(capital(&EN.when_and_where(&moment)), english, "{begins} to {ends}");
        assert_eq!(capital(&ES.when_and_where(&moment)), spanish, "{begins} to {ends}");
    }
}

/// Keys that are put together in code, by how they begin.
const FAMILIES: [&str; 11] = [
    "api-delete-",
    "api-get-",
    "api-post-",
    "entry-more-",
    "entry-name-",
    "entry-title-",
    "entry-when-",
    "loss-time-",
    "month-",
    "observance-name-",
    "weekday-",
];

/// The messages of a file: key and the variables it uses.
fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, _)) = line.split_once(" =")
            && !line.starts_with([' ', '\t'])
        {
            key = name.to_owned();
            assert!(found.insert(key.clone(), BTreeSet::new()).is_none(), "{key} is there twice");
        }
        let used = line
            .split('$')
            .skip(1)
            .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect::<String>());
        if let Some(variables) = found.get_mut(&key) {
            variables.extend(used);
        }
    }
    found
}

#[test]
fn every_language_says_everything_and_gives_the_same_facts() {
    let mut all = BTreeSet::new();
    for (area, english, spanish) in FILES {
        let (english, spanish) = (messages(english), messages(spanish));
        assert_eq!(english.keys().collect::<Vec<_>>(), spanish.keys().collect::<Vec<_>>(), "{area}");
        for (key, variables) in &english {
            assert!(all.insert(key.clone()), "{key} is in two files");
            // A number may be spelled out, and Spanish chooses between "y" and "e".
            let facts = |of: &BTreeSet<String>| {
                of.iter().filter(|v| !["count", "figures", "and"].contains(&v.as_str())).cloned().collect::<Vec<_>>()
            };
            assert_eq!(facts(variables), facts(&spanish[key]), "{key}");
        }
    }
}

#[test]
fn every_word_is_used_and_every_word_that_is_used_is_there() {
    let known: BTreeSet<String> = FILES.iter().flat_map(|(_, english, _)| messages(english).into_keys()).collect();
    let mut sources = Vec::new();
    for folder in ["src", "templates"] {
        read_all(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut sources);
    }
    assert!(sources.len() > 20);
    for key in &known {
        let family = FAMILIES.iter().any(|family| key.starts_with(family));
        let quoted = format!("\"{key}\"");
        assert!(family || sources.iter().any(|(_, text)| text.contains(&quoted)), "nobody says {key}");
    }
    for (path, text) in &sources {
        for call in [".say(\"", ".count(\"", ".fill(\"", ".with(\"", ".count_with(\"", "Misused(\""] {
            for key in text.split(call).skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(known.contains(key) || key.is_empty(), "{path}: no words for {key}");
            }
        }
    }
}

#[test]
fn every_observance_has_a_name_in_every_language_and_its_countries_do_too() {
    let mut names = BTreeSet::new();
    for observance in care::observances() {
        names.insert(format!("observance-name-{}", observance.name));
        for words in [EN, ES] {
            assert!(!words.observance(observance).is_empty(), "{}", observance.id);
            for code in &observance.countries {
                assert!(words.country(code).is_some(), "{}: {code}", observance.id);
            }
        }
    }
    let (_, english, _) = FILES.iter().find(|(area, _, _)| *area == "observances").unwrap();
    let known = messages(english).into_keys().filter(|key| key.starts_with("observance-name-"));
    assert_eq!(known.collect::<BTreeSet<_>>(), names, "no name is missing, and none is left over");
}

fn read_all(folder: &Path, into: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_all(&path, into);
        } else if !path.ends_with("words/tests.rs") {
            into.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
        }
    }
}
