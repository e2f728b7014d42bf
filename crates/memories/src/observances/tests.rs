use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::data::{FILES, File};
use super::*;

#[test]
fn every_file_of_the_calendar_can_be_read() {
    let mut read = 0;
    for (name, text) in FILES {
        let file: File = toml::from_str(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(!file.observance.is_empty(), "{name}");
        read += file.observance.len();
    }
    assert_eq!(observances().len(), read);
}

#[test]
fn there_are_many_entries_over_many_countries_each_with_an_id_of_its_own_and_a_source() {
    let all = observances();
    let countries: BTreeSet<&String> = all.iter().flat_map(|o| &o.countries).collect();
    assert!(all.len() >= 150, "{}", all.len());
    assert!(countries.len() >= 25, "{}", countries.len());
    let ids: BTreeSet<&str> = all.iter().map(|o| o.id.as_str()).collect();
    assert_eq!(ids.len(), all.len());
    let numbers: BTreeSet<i64> = all.iter().map(|o| o.id.number()).collect();
    assert_eq!(numbers.len(), all.len(), "each is kept by a number of its own");
    for entry in all {
        let plain = |text: &str| {
            !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        };
        assert!(plain(entry.id.as_str()) && plain(&entry.name), "{}", entry.id);
        assert!(entry.source.len() > 10 && entry.days >= 1, "{}", entry.id);
        assert!(
            entry.countries.iter().all(|c| c.len() == 2 && c.bytes().all(|b| b.is_ascii_uppercase())),
            "{}",
            entry.id
        );
        assert!(entry.countries.is_sorted(), "{}", entry.id);
        assert!(std::ptr::eq(observance(entry.id.as_str()).unwrap(), entry));
        assert_eq!(super::ObservanceId::numbered(entry.id.number()), Some(entry.id));
    }
    assert!(observance("no-such-day").is_none());
}

#[test]
fn no_country_has_the_same_day_of_the_same_name_twice() {
    let mut seen = BTreeMap::new();
    for entry in observances() {
        for country in &entry.countries {
            for day in entry.on(2027) {
                if let Some(other) = seen.insert((country, day, &entry.name), entry.id) {
                    panic!("{} and {other} in {country}", entry.id);
                }
            }
        }
    }
}

#[test]
fn entries_of_one_name_are_all_family_days_or_all_not() {
    let mut abouts: BTreeMap<&str, About> = BTreeMap::new();
    for entry in observances() {
        let about = *abouts.entry(&entry.name).or_insert(entry.about);
        assert_eq!(about, entry.about, "{}", entry.id);
    }
}

#[test]
fn every_observance_is_on_a_day_of_each_year_from_2005_to_2035_and_agrees_with_itself() {
    let none = ["matariki-nz"];
    for entry in observances() {
        for year in 2005..=2035 {
            let days = entry.on(year);
            let rare = matches!(entry.rule, Rule::Islamic { .. } | Rule::Persian(_) | Rule::Hebrew { .. });
            let known = !none.contains(&entry.id.as_str()) || year >= 2022;
            assert!(!known || rare || days.len() == 1, "{} in {year}: {days:?}", entry.id);
            assert!(days.len() <= 2, "{} in {year}: {days:?}", entry.id);
            assert!(days.iter().all(|day| entry.is_on(*day) && day.year() == year), "{} in {year}: {days:?}", entry.id);
        }
        let mut day = Date::constant(2028, 1, 1);
        let mut found = Vec::new();
        while day.year() == 2028 {
            found.extend(entry.is_on(day).then_some(day));
            day = day.tomorrow().unwrap();
        }
        assert_eq!(found, entry.on(2028), "{}", entry.id);
    }
}

#[test]
fn known_days_are_where_they_were() {
    let check = |id: &str, days: &[&str]| {
        for day in days {
            let day: Date = day.parse().unwrap();
            let on = observance(id).unwrap_or_else(|| panic!("{id}")).on(day.year());
            assert!(on.contains(&day), "{id}: {day}, not {on:?}");
        }
    };
    check("mothers-day-us", &["2019-05-12", "2024-05-12", "2026-05-10", "2028-05-14"]);
    check("mothering-sunday-gb", &["2019-03-31", "2020-03-22", "2024-03-10", "2026-03-15"]);
    // In 2023 and 2026 the last Sunday of May was not Pentecost; in 2020 and 2004 it was.
    check("mothers-day-fr", &["2019-05-26", "2020-06-07", "2023-06-04", "2024-05-26", "2026-05-31", "2004-06-06"]);
    check("mothers-day-es", &["2024-05-05", "2026-05-03"]);
    check("mothers-day-no", &["2024-02-11", "2026-02-08"]);
    check("mothers-day-ar", &["2025-10-19"]);
    check("mothers-day-ru", &["2024-11-24", "2026-11-29"]);
    check("fathers-day-us", &["2024-06-16", "2026-06-21"]);
    check("fathers-day-de", &["2024-05-09", "2025-05-29", "2026-05-14"]);
    check("fathers-day-au", &["2024-09-01", "2025-09-07"]);
    check("fathers-day-se", &["2026-11-08"]);
    check("sons-day-us", &["2020-09-28", "2026-09-28"]);
    check("daughters-day-us", &["2026-09-25"]);
    check("daughters-day-in", &["2024-09-22", "2025-09-28", "2026-09-27"]);
    check("grandparents-day-us", &["2019-09-08", "2025-09-07", "2026-09-13", "2024-09-08"]);
    check("childrens-day-th", &["2024-01-13", "2026-01-10"]);
    check("family-day-il", &["2024-02-09", "2026-02-17"]);
    check("pregnancy-and-infant-loss-day", &["2020-10-15"]);
    check("bereaved-mothers-day", &["2026-05-03"]);
    check("bereaved-fathers-day", &["2026-08-30"]);
    check("candle-lighting", &["2024-12-08", "2026-12-13"]);
    check("suicide-loss-day", &["2024-11-23", "2025-11-22"]);
    check("all-saints-se", &["2024-11-02", "2026-10-31"]);
    check("sunday-of-the-dead-de", &["2024-11-24", "2026-11-22"]);
    check("radonitsa", &["2024-05-14", "2025-04-29"]);
    check("easter", &["2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09", "2024-03-31"]);
    check(
        "easter",
        &["2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2038-04-25"],
    );
    check("easter-orthodox", &["2019-04-28", "2020-04-19", "2021-05-02", "2022-04-24", "2023-04-16", "2024-05-05"]);
    check("easter-orthodox", &["2025-04-20", "2026-04-12", "2027-05-02", "2028-04-16", "2029-04-08", "2030-04-28"]);
    check("advent", &["2023-12-03", "2024-12-01", "2026-11-29"]);
    check("carnival-br", &["2024-02-10", "2026-02-14"]);
    check("eid-al-fitr", &["2019-06-04", "2021-05-13", "2022-05-02", "2023-04-21", "2024-04-10", "2025-03-30"]);
    check("eid-al-adha", &["2020-07-31", "2022-07-09", "2023-06-28", "2024-06-16", "2025-06-06"]);
    check("rosh-hashanah", &["2019-09-30", "2020-09-19", "2023-09-16", "2024-10-03", "2025-09-23", "2026-09-12"]);
    check("hanukkah", &["2019-12-23", "2023-12-08", "2024-12-26", "2025-12-15", "2026-12-05"]);
    check("passover", &["2019-04-20", "2023-04-06", "2024-04-23", "2025-04-13", "2026-04-02"]);
    check("purim", &["2019-03-21", "2023-03-07", "2024-03-24", "2025-03-14"]);
    check("lunar-new-year", &["2019-02-05", "2020-01-25", "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17"]);
    check("tet-vn", &["2007-02-17", "2024-02-10", "2030-02-02"]);
    check("mid-autumn", &["2020-10-01", "2023-09-29", "2024-09-17", "2025-10-06", "2026-09-25"]);
    check("chuseok-kr", &["2024-09-17", "2025-10-06"]);
    check("diwali", &["2019-10-27", "2020-11-14", "2022-10-24", "2024-10-31", "2025-10-20", "2026-11-08"]);
    check("holi", &["2019-03-21", "2023-03-08", "2024-03-25", "2026-03-04"]);
    check("raksha-bandhan-in", &["2024-08-19", "2025-08-09"]);
    check("nowruz-ir", &["2019-03-21", "2020-03-20", "2024-03-20", "2025-03-21"]);
    check("timkat-et", &["2023-01-19", "2024-01-20", "2025-01-19"]);
    check("enkutatash-et", &["2023-09-12", "2024-09-11"]);
    check("midsummer-se", &["2024-06-21", "2025-06-20"]);
    check("thanksgiving-us", &["2024-11-28", "2026-11-26"]);
    check("thanksgiving-ca", &["2025-10-13"]);
}

#[test]
fn an_islamic_feast_may_come_twice_in_a_year() {
    let twice = observance("eid-al-fitr").unwrap().on(2000);
    assert_eq!(twice, ["2000-01-08", "2000-12-27"].map(|day| day.parse::<Date>().unwrap()));
}

#[test]
fn a_day_is_observed_where_it_is_kept_and_the_world_over() {
    let on = |day: &str, countries: &[&str]| -> Vec<&str> {
        let countries: Vec<String> = countries.iter().map(|code| (*code).to_owned()).collect();
        observed_on(day.parse().unwrap(), &countries).iter().map(|o| o.id.as_str()).collect()
    };
    assert_eq!(on("2026-09-28", &[]), [] as [&str; 0]);
    assert_eq!(on("2026-09-28", &["US"]), ["sons-day-us"]);
    assert_eq!(on("2026-09-28", &["ES"]), [] as [&str; 0]);
    assert_eq!(on("2026-10-15", &["ES"]), ["pregnancy-and-infant-loss-day"]);
    assert_eq!(on("2026-05-10", &["US", "MX"]), ["mothers-day-us", "mothers-day-mx"]);
    assert_eq!(on("2026-05-03", &["ES"]), ["mothers-day-es", "bereaved-mothers-day"]);
}

#[test]
fn what_begins_in_the_evening_or_lasts_longer_says_from_when_to_when() {
    let lasts = |id: &str, year| {
        let all = observance(id).unwrap().lasts(year);
        all.iter().map(|days| format!("{}/{}", days.start(), days.end())).collect::<Vec<_>>()
    };
    assert_eq!(lasts("hanukkah", 2024), ["2024-12-25/2025-01-02"]);
    assert_eq!(lasts("easter", 2025), ["2025-04-20/2025-04-20"]);
}
