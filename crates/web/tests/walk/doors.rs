//! The doors that pages themselves lead to: quiet cards, what is put away, the reach of a loss. All that stands behind one has a
//! sealed name, found on its page.

use std::collections::BTreeSet;

use super::Walk;
use crate::site::Site;

/// What a door is to, which says what may stand behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Behind {
    /// Something that is asked about first.
    Card,
    /// What is put away, or in the reach of a loss: whatever its owner asked to see.
    PutAway,
}

/// A door that its owner opened.
#[derive(Clone, Debug)]
pub(crate) struct Door {
    /// `/opened/{token}`.
    pub(crate) address: String,
    pub(crate) behind: Behind,
    /// The sealed names of what stands there.
    pub(crate) names: Vec<String>,
}

impl Door {
    /// What stands behind it; none where nothing does.
    fn at(site: &Site, address: &str, behind: Behind) -> Option<Self> {
        let start = format!("{address}/");
        let there = site.get(address).status == 200;
        let names = site.opened(address).into_iter().map(|picture| picture.replace(&start, "")).collect();
        there.then(|| Self { address: address.to_owned(), behind, names })
    }
}

/// The tokens of all cards on some pages, closed.
pub(crate) fn cards(site: &Site, pages: &[&str]) -> Vec<String> {
    let on = |page: &&str| between(&site.get(page).body, "action=\"/veil/", "\"");
    pages.iter().flat_map(on).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Opens what there is to open.
pub(crate) fn opened(site: &Site, walk: &Walk) -> Vec<Door> {
    let mut doors = Vec::new();
    let open = |token: &String| {
        let led = site.post(&format!("/veil/{token}"), "answer=open&day=2026-09-28&back=/today");
        assert_eq!(led.status, 303, "a card of a page opens: {}", led.body);
        led.header("location").to_owned()
    };
    for token in &walk.cards {
        let address = open(token);
        let page = site.get(&address).body;
        // The card of a day has nothing behind it but what waits, each behind its own words.
        let list = between(&page, "class=\"waiting\"", "</ul>");
        let waits: Vec<String> = list.iter().flat_map(|list| between(list, "action=\"/veil/", "\"")).collect();
        let is_of_a_day = !list.is_empty();
        let addresses = if is_of_a_day { waits.iter().map(open).collect() } else { vec![address] };
        doors.extend(addresses.iter().map(|address| Door::at(site, address, Behind::Card).unwrap()));
    }
    let led = site.post("/put-away/open", "");
    if led.status == 303 {
        doors.extend(Door::at(site, led.header("location"), Behind::PutAway));
    }
    for loss in &walk.losses {
        let page = site.get(&format!("/care/losses/{loss}")).body;
        for part in between(&page, "form=\"look\" name=\"part\" value=\"", "\"") {
            let led = site.post(&format!("/care/losses/{loss}/look"), &format!("part={part}"));
            assert_eq!(led.status, 303, "what falls in {part} can be looked at: {}", led.body);
            doors.extend(Door::at(site, led.header("location"), Behind::PutAway));
        }
    }
    doors
}

/// Everything between two texts.
pub(crate) fn between(page: &str, from: &str, to: &str) -> Vec<String> {
    page.split(from).skip(1).map(|rest| rest.split(to).next().unwrap().to_owned()).collect()
}
