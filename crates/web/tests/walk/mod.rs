//! A walk through every GET of the site, by the numbers, the sealed names and the tokens that are really there.

mod doors;

use jiff::civil::Date;
use web::{Enters, routes};

use crate::site::{Answer, Site};
pub(crate) use doors::{Behind, Door, between};

/// What there is to walk through.
#[derive(Default)]
pub(crate) struct Walk {
    /// How many photos the library has, by whose numbers photos, moments, people and places go.
    pub(crate) photos: usize,
    pub(crate) losses: Vec<i64>,
    pub(crate) offers: Vec<i64>,
    /// The tokens of closed cards.
    pub(crate) cards: Vec<String>,
    pub(crate) doors: Vec<Door>,
    /// A token that reads, and one that reads what is kept with care too.
    pub(crate) reads: String,
    pub(crate) reads_care: String,
    /// A code for signing in once.
    pub(crate) code: String,
}

/// What an address answered.
pub(crate) struct Told {
    pub(crate) route: &'static str,
    pub(crate) address: String,
    pub(crate) status: u16,
    /// Whether a program without the scope `care` asked.
    pub(crate) without_care: bool,
    /// The door that it lies behind.
    pub(crate) behind: Option<Behind>,
    /// Its body and its headers.
    pub(crate) text: String,
}

const DAYS: [&str; 3] = ["2026-09-28", "2026-02-03", "2026-02-04"];
const PAGES_WITH_CARDS: [&str; 9] = [
    "/today",
    "/today/2026-02-03",
    "/library/2018/9",
    "/library/2019/9",
    "/library/2020/2",
    "/care/caution",
    "/library/undated",
    "/library/2018",
    "/library/2019",
];

impl Walk {
    /// Opens what pages lead to, and makes the tokens of two programs.
    pub(crate) fn of(site: &Site, photos: usize, losses: Vec<i64>, offers: Vec<i64>) -> Self {
        let mut walk = Self { photos, losses, offers, ..Self::default() };
        walk.cards = doors::cards(site, &PAGES_WITH_CARDS);
        walk.doors = doors::opened(site, &walk);
        let token = |ticked: &str| {
            let made = site.post("/settings/tokens", &format!("name=Frame&{ticked}&days=30"));
            between(&made.body, "<code>", "<").remove(0)
        };
        (walk.reads, walk.reads_care) = (token("read=on"), token("read=on&care=on"));
        let account = site.house.account();
        walk.code = site.house.door().make_once_code(&account, testkit::now().timestamp()).unwrap().spelled();
        walk
    }

    /// Everything that all addresses answer.
    pub(crate) fn everything(&self, site: &Site) -> Vec<Told> {
        let mut told = Vec::new();
        for route in routes().iter().filter(|route| route.method == "GET") {
            for (address, behind) in self.addresses(route.path, site) {
                let asked = |headers: &[(&str, &str)], without_care| {
                    let answer = site.ask("GET", &address, headers, "");
                    assert_ne!(answer.status, 500, "{address}: {}", answer.body);
                    let (status, text) = (answer.status, whole(&answer));
                    Told { route: route.path, address: address.clone(), status, without_care, behind, text }
                };
                told.push(asked(&[], false));
                if matches!(route.enters, Enters::Api(_)) {
                    for (token, without_care) in [(&self.reads, true), (&self.reads_care, false)] {
                        let bearer = format!("Bearer {token}");
                        told.push(asked(&[("cookie", ""), ("authorization", &bearer)], without_care));
                    }
                }
            }
        }
        told
    }

    fn addresses(&self, path: &'static str, site: &Site) -> Vec<(String, Option<Behind>)> {
        if path.starts_with("/opened/") {
            let behind = self.doors.iter().flat_map(|door| {
                let token = door.address.rsplit('/').next().unwrap();
                let whole = path.replace("{token}", token);
                let named = door.names.iter().flat_map(|name| sizes(&whole.replace("{name}", name)));
                let all: Vec<String> = if whole.contains("{name}") { named.collect() } else { vec![whole.clone()] };
                all.into_iter().map(|address| (address, Some(door.behind)))
            });
            // A card that is closed opens nothing by its address.
            let closed = self.cards.iter().map(|card| (path.replace("{token}", card).replace("{name}", "0"), None));
            return behind
                .chain(closed)
                .flat_map(|(path, behind)| sizes(&path).into_iter().map(move |p| (p, behind)))
                .collect();
        }
        let mut found = vec![path.replace("{code}", &self.code)];
        if path.starts_with("/assets/") {
            found = between(&site.get("/today").body, "href=\"/assets/", "\"");
            found.iter_mut().for_each(|rest| *rest = format!("/assets/{rest}"));
        }
        let numbers = |upto: usize| (1..=upto + 1).map(|id| id.to_string()).collect::<Vec<_>>();
        let of = |ids: &[i64]| ids.iter().map(i64::to_string).chain(["99".to_owned()]).collect::<Vec<_>>();
        let id = match path {
            _ if path.starts_with("/care/losses/") => of(&self.losses),
            _ if path.starts_with("/care/offers/") => of(&self.offers),
            _ => numbers(self.photos),
        };
        let text = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        for (word, values) in [
            ("{day}", text(&DAYS)),
            ("{year}", text(&["2018", "2019", "2020"])),
            ("{month}", text(&["2", "9", "some-time"])),
            ("{country}", text(&["ES"])),
            ("{size}", text(&["small.jpg", "large.jpg"])),
            ("{id}", id),
            ("{kind}", text(&care::Kind::ALL.map(care::Kind::name))),
        ] {
            found = found.into_iter().flat_map(|path| filled(path, word, &values)).collect();
        }
        found.into_iter().flat_map(asked_for).map(|address| (address, None)).collect()
    }
}

fn filled(path: String, word: &str, values: &[String]) -> Vec<String> {
    match path.contains(word) {
        true => values.iter().map(|value| path.replace(word, value)).collect(),
        false => vec![path],
    }
}

fn sizes(path: &str) -> Vec<String> {
    filled(path.to_owned(), "{size}", &["small.jpg".to_owned(), "large.jpg".to_owned()])
}

/// The questions that an address takes.
fn asked_for(path: String) -> Vec<String> {
    let questions: &[&str] = match path.as_str() {
        "/search" | "/api/v1/search" => &["?q=2019", "?q=jpg"],
        _ if path.ends_with("/suggestions") => &["?q=So", "?q=To", "?q=ke"],
        _ if path.ends_with("/shift") => &["?by=3600000"],
        _ => &[""],
    };
    questions.iter().map(|question| format!("{path}{question}")).collect()
}

fn whole(answer: &Answer) -> String {
    let headers = answer.headers.iter();
    let headers = headers.map(|(name, value)| format!("\n{name}: {}", String::from_utf8_lossy(value.as_bytes())));
    format!("{}{}", answer.body, headers.collect::<String>())
}

/// A day as pages write it, and as programs do.
pub(crate) fn written(day: Date) -> [String; 2] {
    [day.strftime("%-d %B %Y").to_string(), day.to_string()]
}
