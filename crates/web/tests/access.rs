//! Every route, and who may enter; walked route by route, with what its own forms and programs send.
#![allow(clippy::unwrap_used, missing_docs)]

mod entering;
mod site;

use entering::bodies::{SENT, Sent};
use entering::table::ACCESS;
use entering::world::World;
use entering::{Asked, Caller, fits, scopes_of};
use site::{Site, Who};
use web::{Enters, routes};

#[test]
fn every_route_has_a_row_in_the_access_table_and_every_row_a_route() {
    let there: Vec<_> = routes().iter().map(|route| (route.method, route.path, route.enters)).collect();
    assert_eq!(there, ACCESS);
}

/// A path of the table with something in its braces that is there for the owner.
fn filled(path: &str) -> String {
    let path = path.replace("{day}", "2026-09-28").replace("{id}", "1").replace("{size}", "small.jpg");
    let path = path.replace("{year}", "2019").replace("{month}", "9").replace("{token}", "x").replace("{undo}", "x");
    let path = path.replace("{version}/{name}", "x/tokens.css").replace("{name}", "x");
    path.replace("{code}", "0000-0000-0000-0000")
}

#[test]
fn each_route_lets_in_whom_the_table_says_and_tells_nobody_else_anything() {
    let site = Site::with_afternoon();
    for (method, path, enters) in ACCESS {
        for who in [Who::Nobody, Who::Revoked] {
            let answer = site.ask_as(who, method, &filled(path), "");
            let said = format!("{who:?} {method} {path}: {} {}", answer.status, answer.body);
            match enters {
                Enters::Anybody => assert!(!answer.header("location").starts_with("/sign-in?to="), "{said}"),
                // A link for people, too.
                Enters::Api(_) if !path.ends_with("/original") => assert_eq!(answer.status, 401, "{said}"),
                // A picture in a page leads nowhere.
                Enters::Owner if path.ends_with("{size}") => assert_eq!(answer.status, 401, "{said}"),
                Enters::Api(_) | Enters::Owner => {
                    assert_eq!(answer.status, 303, "{said}");
                    assert!(answer.header("location").starts_with("/sign-in"), "{said}");
                }
            }
            for private in ["Cannon Beach", "Elin", "Tomas", "jpeg 1"] {
                assert!(!answer.body.contains(private), "{private}: {said}");
            }
        }
    }
    assert!(site.get("/today").body.contains("Cannon Beach"), "there is something to tell");
}

#[test]
fn what_is_not_yours_is_answered_as_what_is_not_there() {
    let site = Site::with_afternoon();
    for (method, path, enters) in ACCESS {
        if *enters == Enters::Anybody || !path.contains("{id}") {
            continue;
        }
        let not_yours = site.ask_as(Who::OtherOwner, method, &filled(path), "");
        let not_there =
            site.ask_as(Who::OtherOwner, method, &path.replace("{id}", "987654").replace("{size}", "small.jpg"), "");
        assert_eq!(not_yours.status, not_there.status, "{method} {path}");
        assert_eq!(not_yours.told(), not_there.told(), "{method} {path}");
        assert_eq!(not_yours.header("location"), not_there.header("location"), "{method} {path}");
    }
}

#[test]
fn another_owner_sees_their_own_library_and_nothing_of_this_one() {
    let site = Site::with_afternoon();
    for (method, path, enters) in ACCESS.iter().filter(|(_, path, _)| !path.contains("sign-out")) {
        let answer = site.ask_as(Who::OtherOwner, method, &filled(path), "");
        assert!(*enters == Enters::Anybody || !answer.header("location").starts_with("/sign-in"), "{path}");
        for private in ["Cannon Beach", "Tomas", "jpeg 1"] {
            assert!(!answer.body.contains(private), "{private}: {method} {path}");
        }
    }
}

#[test]
fn whoever_calls_this_machine_by_another_name_enters_nowhere() {
    let site = Site::with_afternoon();
    for (method, path, _) in ACCESS {
        let path = filled(path);
        for host in ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:7878", ""] {
            let answer = site.ask(method, &path, &[("host", host)], "");
            assert_eq!(answer.status, 421, "{method} {path} as {host}");
        }
    }
    for host in ["localhost:7878", "127.0.0.1:7878", "[::1]:7878", "127.0.0.1"] {
        assert_eq!(site.ask("GET", "/today", &[("host", host)], "").status, 200, "{host}");
    }
}

#[test]
fn a_change_that_comes_from_another_site_is_refused_and_changes_nothing() {
    let site = Site::with_afternoon();
    let form = "scope=moment&target=1&how_long=never&day=2026-09-28&back=/today";
    for header in [("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("origin", "http://evil.example")]
    {
        assert_eq!(site.ask("POST", "/keep-away", &[header], form).status, 403, "{header:?}");
    }
    assert!(site.get("/today").body.contains("/photo/1/"), "it is still there");
    assert_eq!(site.ask("POST", "/keep-away", &[("sec-fetch-site", "same-origin")], form).status, 303);
    assert!(!site.get("/today").body.contains("/photo/1/"));
}

#[test]
fn every_route_that_changes_something_has_a_row_that_says_what_is_sent_and_every_row_a_route() {
    let changing = ACCESS.iter().filter(|(method, ..)| *method != "GET").map(|(method, path, _)| (*method, *path));
    let sent = SENT.iter().map(|(method, path, _)| (*method, *path));
    assert_eq!(sent.collect::<Vec<_>>(), changing.collect::<Vec<_>>());
}

/// Sends what a route takes as everybody, and then as its owner, from whom it is accepted: so every other answer comes from the
/// decision who may enter, and nothing was changed before.
fn sent_by_everybody(at: usize) {
    let (method, template, sent) = SENT[at];
    let enters = ACCESS.iter().find(|row| (row.0, row.1) == (method, template)).unwrap().2;
    let fresh =
        || if template.ends_with("passkeys/{id}/remove") { World::made().with_passkey() } else { World::made() };
    let world = fresh();
    let others = Caller::others(&world.site);
    let asked = world.asked((method, template, sent));
    assert!(fits(template, &asked.path), "{template}: {}", asked.path);
    for caller in others.iter().filter(|caller| !is_let_in(enters, caller)) {
        let before = world.kept();
        let answer = asked.by(&world.site, caller);
        let said = format!("{caller:?} {method} {} {}: {} {}", asked.path, asked.body, answer.status, answer.body);
        match caller {
            Caller::Elsewhere(..) => assert_eq!(answer.status, 403, "{said}"),
            Caller::Named(_) => assert_eq!(answer.status, 421, "{said}"),
            Caller::Token(..) if matches!(enters, Enters::Api(_)) => assert_eq!(answer.status, 403, "{said}"),
            Caller::OtherOwner(_) => not_yours_is_not_there(&world, &asked, caller, &answer, &said),
            _ if matches!(enters, Enters::Api(_)) => assert_eq!(answer.status, 401, "{said}"),
            _ => {
                assert_eq!(answer.status, 303, "{said}");
                assert!(answer.header("location").starts_with("/sign-in"), "{said}");
            }
        }
        let after = world.kept();
        for (table, rows) in &before {
            assert_eq!(rows, &after[table], "{table} was changed by {said}");
        }
    }
    accepted(&world, &asked, &Caller::Owner, sent);
    // A program with a token that is good for it is let in as well.
    if let Enters::Api(_) = enters {
        let world = fresh();
        let program = Caller::others(&world.site).into_iter().find(|caller| is_let_in(enters, caller)).unwrap();
        accepted(&world, &world.asked((method, template, sent)), &program, sent);
    }
}

fn accepted(world: &World, asked: &Asked, caller: &Caller, sent: Sent) {
    let answer = asked.by(&world.site, caller);
    let said = format!("{caller:?} {} {} {}: {} {}", asked.method, asked.path, asked.body, answer.status, answer.body);
    match sent {
        // Let in, and told that it was no authenticator.
        Sent::OfAnAuthenticator(..) => assert!([400, 401].contains(&answer.status), "{said}"),
        _ => assert!((200..400).contains(&answer.status), "{said}"),
    }
    assert!(!answer.header("location").starts_with("/sign-in?to="), "{said}");
}

/// Who may send it as well as the owner: anybody where anybody may, and a program with a token that is good for it.
fn is_let_in(enters: Enters, caller: &Caller) -> bool {
    match caller {
        Caller::Token(_, scopes) => {
            let needed = scopes_of(enters);
            enters == Enters::Anybody || (!needed.is_empty() && needed.iter().all(|scope| scopes.contains(scope)))
        }
        Caller::Elsewhere(..) | Caller::Named(_) => false,
        _ => enters == Enters::Anybody,
    }
}

/// To the owner of another library, what is in this one is not there.
fn not_yours_is_not_there(world: &World, asked: &Asked, caller: &Caller, answer: &site::Answer, said: &str) {
    assert_ne!(answer.status, 401, "they are signed in: {said}");
    if asked.path != asked.of_nothing().path {
        let nothing = asked.of_nothing().by(&world.site, caller);
        assert_eq!((answer.status, answer.told()), (nothing.status, nothing.told()), "{said}");
    }
    for private in ["Cannon Beach", "Tomas", "jpeg 1", "Wren"] {
        assert!(!answer.body.contains(private) || asked.body.contains(private), "{private}: {said}");
    }
}

/// A test for every few rows, so that they run side by side.
macro_rules! few {
    ($($name:ident: $first:literal),* $(,)?) => {$(
        #[test]
        fn $name() {
            (0..SENT.len()).filter(|at| at % 8 == $first).for_each(sent_by_everybody);
        }
    )*};
}

few! {
    what_is_sent_with_a_valid_body_is_answered_by_who_may_enter_one: 0,
    what_is_sent_with_a_valid_body_is_answered_by_who_may_enter_two: 1,
    what_is_sent_with_a_valid_body_is_answered_by_who_may_enter_three: 2,
    what_is_sent_with_a_valid_body_is_answered_by_who_may_enter_four: 3,
    what_is_sent_with_a_valid_body_is_answered_by_who_may_enter_five: 4,
    what_is_sent_with_a_valid_body_is_answered_by_who_may_enter_six: 5,
    what_is_sent_with_a_valid_body_is_answered_by_who_may_enter_seven: 6,
    what_is_sent_with_a_valid_body_is_answered_by_who_may_enter_eight: 7,
}
