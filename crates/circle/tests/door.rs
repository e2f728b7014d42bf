//! Who is let in, and who is not; on both engines.
#![allow(clippy::unwrap_used, missing_docs)]

mod asking;

use std::collections::BTreeSet;

use asking::{at, caller, comes_in, opened, password, sign_in};
use circle::{Account, Caller, Details, Due, NewCodes, Passkeys, SignIn};
use jiff::tz::TimeZone;
use store::{StoreError, values};
use testkit::{House, NAME, PASSWORD, houses};

/// What a browser's next page does: the key it holds afterwards.
fn turns_page(house: &House, key: &str, minutes: i64) -> String {
    let entered = house.door().enter(key, at(minutes)).unwrap().unwrap();
    let due = entered.due(true, at(minutes));
    let fresh = house.door().keep_up(&entered, due, at(minutes)).unwrap();
    fresh.map_or_else(|| key.to_owned(), |fresh| fresh.spelled())
}

#[test]
fn set_up_is_done_once_even_by_two_at_the_same_time() {
    for house in houses() {
        let owner = house.owner();
        let hash = password(PASSWORD).hash().unwrap();
        let set_up = |name: &str| {
            let details = Details { name: name.into(), language: None, zone: TimeZone::UTC, countries: Vec::new() };
            house.door().make_first_account(owner, &details, &hash, at(0)).unwrap()
        };
        let made: Vec<Option<Account>> = std::thread::scope(|scope| {
            let tries: Vec<_> = ["Elin", "Tomas", "Ada", "Maren"].map(|name| scope.spawn(move || set_up(name))).into();
            tries.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert_eq!(made.iter().flatten().count(), 1);
        assert_eq!(house.door().accounts().unwrap().len(), 1);
        assert!(set_up("Later").is_none());
    }
}

#[test]
fn the_right_name_and_password_let_in_and_nothing_else_does() {
    for house in houses() {
        house.account();
        for (name, said) in
            [(NAME, "an old red bicycle "), (NAME, ""), ("Nobody", PASSWORD), ("", ""), ("E\0lin", PASSWORD)]
        {
            assert!(matches!(sign_in(&house, name, said, 0), SignIn::Refused), "{name:?} {said:?}");
        }
        let session = opened(sign_in(&house, " elin ", PASSWORD, 5));
        let entered = house.door().enter(&session.key.spelled(), at(5)).unwrap().unwrap();
        assert_eq!(entered.viewer, house.owner());
        assert_eq!(entered.account.details.name, NAME);
    }
}

#[test]
fn a_session_that_was_revoked_or_is_over_lets_nobody_in() {
    for house in houses() {
        let (session, other) = (house.sign_in(), house.sign_in());
        let key = session.key.spelled();
        assert!(comes_in(&house, &key, 0));
        assert!(comes_in(&house, &key, 30 * 24 * 60), "for thirty days");
        assert!(!comes_in(&house, &key, 30 * 24 * 60 + 1), "and no longer while nobody uses it");
        for odd in ["", "1-", "2-AAAA", &key.replacen("1-", "2-", 1), &key[..key.len() - 1], "1-☃"] {
            assert!(!comes_in(&house, odd, 0), "{odd}");
        }
        let viewer = session.account.viewer;
        assert!(house.door().end_session(viewer, session.session).unwrap());
        assert!(!comes_in(&house, &key, 0));
        assert!(comes_in(&house, &other.key.spelled(), 0), "the other goes on");
        let left = house.door().sessions(viewer, at(0)).unwrap();
        assert_eq!(left.iter().map(|session| session.id).collect::<Vec<_>>(), [other.session]);
        assert_eq!((&*left[0].device.browser, &*left[0].device.system), ("Firefox", "Android"));
    }
}

#[test]
fn who_came_in_is_known_until_anything_is_written_and_never_when_their_session_was_ended() {
    for house in houses() {
        let (door, session) = (house.door(), house.sign_in());
        let key = session.key.spelled();
        let known = |minutes| door.enter_at_once(&key, at(minutes)).map(|entered| entered.viewer);
        assert_eq!(known(0), None, "nobody looked them up");
        assert!(door.enter(&key, at(0)).unwrap().is_some());
        if house.store.version_now().is_none() {
            assert_eq!(known(0), None, "a server is asked each time");
            continue;
        }
        assert_eq!(known(0), Some(house.owner()));
        assert_eq!(known(30 * 24 * 60 + 1), None, "its time is over, whatever is known");
        assert!(
            door.enter_at_once(&key.replacen("1-", "2-", 1), at(0)).is_none()
                && door.enter_at_once("", at(0)).is_none()
        );

        // Another process on the same database: neither tells the other.
        let elsewhere = circle::Door::new(std::sync::Arc::new(house.again()));
        let details = Details { name: "Elin B.".into(), ..session.account.details.clone() };
        assert!(elsewhere.change_details(house.owner(), &details).unwrap());
        assert_eq!(known(0), None, "something was written");
        assert_eq!(door.enter(&key, at(0)).unwrap().unwrap().account.details.name, "Elin B.");
        assert_eq!(known(0), Some(house.owner()));
        assert!(elsewhere.end_session(house.owner(), session.session).unwrap());
        assert_eq!(known(0), None, "at the very next request");
        assert!(door.enter(&key, at(0)).unwrap().is_none());
        assert_eq!(known(0), None);
    }
}

#[test]
fn nobody_ends_a_session_of_somebody_else() {
    for house in houses() {
        let (elins, marens) = (house.sign_in(), house.sign_in_other_owner());
        assert_ne!(elins.account.viewer, marens.account.viewer);
        assert!(!house.door().end_session(marens.account.viewer, elins.session).unwrap());
        assert!(comes_in(&house, &elins.key.spelled(), 0));
        let others = house.door().end_others(marens.account.viewer, marens.session).unwrap();
        assert_eq!(others, 0);
        assert!(comes_in(&house, &elins.key.spelled(), 0));
    }
}

#[test]
fn what_a_browser_holds_is_replaced_with_use_and_the_earlier_one_is_let_go() {
    for house in houses() {
        let first = house.sign_in().key.spelled();
        assert_eq!(turns_page(&house, &first, 59), first);
        let second = turns_page(&house, &first, 61);
        assert_ne!(second, first);
        assert!(comes_in(&house, &first, 62) && comes_in(&house, &second, 62), "requests are on their way");
        assert_eq!(turns_page(&house, &second, 63), second, "the new one is seen");
        assert!(comes_in(&house, &first, 63));
        assert!(!comes_in(&house, &first, 64), "a minute later the earlier one is over");
        assert!(comes_in(&house, &second, 64));
    }
}

#[test]
fn a_cookie_that_got_lost_on_its_way_signs_nobody_out() {
    for house in houses() {
        let first = house.sign_in().key.spelled();
        let lost = turns_page(&house, &first, 60);
        assert_eq!(turns_page(&house, &first, 60), first, "at the same moment only one is renewed");
        let third = turns_page(&house, &first, 90);
        assert!(third != first && third != lost);
        assert!(!comes_in(&house, &lost, 90), "nobody ever held it");
        assert_eq!(turns_page(&house, &third, 91), third);
        assert!(!comes_in(&house, &first, 93));
    }
}

#[test]
fn two_pages_at_the_same_moment_renew_once() {
    for house in houses() {
        let first = house.sign_in().key.spelled();
        let entered = || house.door().enter(&first, at(60)).unwrap().unwrap();
        let (one, two) = (entered(), entered());
        assert_eq!((one.due(true, at(60)), two.due(true, at(60))), (Due::Renew, Due::Renew));
        let renew = |entered| house.door().keep_up(entered, Due::Renew, at(60)).unwrap();
        assert!(renew(&one).is_some() && renew(&two).is_none());
    }
}

#[test]
fn another_password_ends_all_other_sessions_and_the_old_one_opens_nothing() {
    for house in houses() {
        let (here, elsewhere) = (house.sign_in(), house.sign_in());
        let entered = house.door().enter(&here.key.spelled(), at(0)).unwrap().unwrap();
        let new = password("a brand new blue one");
        let change =
            |known: &str| house.door().change_password(&entered, known, &new, &caller("192.0.2.1"), at(0)).unwrap();
        assert!(matches!(change("not the old one"), SignIn::Refused));
        assert!(comes_in(&house, &elsewhere.key.spelled(), 0));
        let goes_on = opened(change(PASSWORD));
        assert!(!comes_in(&house, &elsewhere.key.spelled(), 0));
        assert!(!comes_in(&house, &here.key.spelled(), 0), "under a new key");
        assert!(comes_in(&house, &goes_on.key.spelled(), 0));
        assert!(matches!(sign_in(&house, NAME, PASSWORD, 1), SignIn::Refused));
        opened(sign_in(&house, NAME, "a brand new blue one", 2));
    }
}

#[test]
fn passkeys_are_there_where_browsers_offer_them() {
    for (origin, there) in [
        ("https://photos.example", true),
        ("http://localhost:7878", true),
        ("http://photos.localhost:7878", true),
        ("http://nas.local:7878", false),
        ("http://127.0.0.1:7878", false),
        ("https://192.0.2.1", false),
    ] {
        assert_eq!(Passkeys::at(&origin.parse().unwrap()).is_some(), there, "{origin}");
    }
}

#[test]
fn details_are_kept_and_two_people_never_share_a_name_even_in_different_libraries() {
    for house in houses() {
        let (account, other) = (house.account(), house.sign_in_other_owner().account);
        let zone = TimeZone::get("Europe/Madrid").unwrap();
        let details = Details { name: "Élin".into(), language: Some("es".into()), zone, countries: vec!["ES".into()] };
        assert!(house.door().change_details(account.viewer, &details).unwrap());
        let kept = house.door().account_named("ÉLIN").unwrap().unwrap();
        assert_eq!(kept.details, details);
        assert!(!house.door().change_details(other.viewer, &details).unwrap());
    }
}

#[test]
fn nothing_that_lets_in_is_kept_readable() {
    let house = House::on_sqlite();
    let session = house.sign_in();
    let (key, known) = (session.key.spelled(), session.known.spelled());
    let viewer = house.owner();
    let door = house.door();
    let entered = door.enter(&key, at(0)).unwrap().unwrap();
    let NewCodes::Made(codes) = door.renew_recovery_codes(&entered, PASSWORD, at(0)).unwrap() else {
        panic!("refused")
    };
    let (_, token) = door.make_token(viewer, "Frame", &BTreeSet::new(), None, at(0)).unwrap();
    let mut kept = Vec::new();
    for entry in std::fs::read_dir(house.folder.path()).unwrap().flatten() {
        kept.extend(std::fs::read(entry.path()).unwrap_or_default());
    }
    let holds = |secret: &str| kept.windows(secret.len()).any(|part| part == secret.as_bytes());
    assert!(holds(NAME), "the files hold what is kept");
    for secret in
        [&key[2..], &known[2..], PASSWORD, &token[12..], &codes[0].spelled(), &codes[0].spelled().replace('-', "")]
    {
        assert!(!holds(secret), "{secret}");
    }
}

#[test]
fn a_session_that_a_browser_held_before_ends_when_somebody_signs_in_there() {
    for house in houses() {
        let before = house.sign_in().key.spelled();
        let again = Caller { session: Some(before.clone()), ..caller("192.0.2.1") };
        assert!(comes_in(&house, &before, 0));
        assert!(matches!(house.door().sign_in(NAME, "not the password", &again, at(0)).unwrap(), SignIn::Refused));
        assert!(comes_in(&house, &before, 0), "a wrong password ends nothing");
        let after = opened(house.door().sign_in(NAME, PASSWORD, &again, at(0)).unwrap());
        assert!(!comes_in(&house, &before, 0) && comes_in(&house, &after.key.spelled(), 0));
    }
}

#[test]
fn were_there_two_of_one_name_neither_would_be_guessed() {
    for house in houses() {
        house.account();
        let maren = house.sign_in_other_owner().account;
        opened(sign_in(&house, "Maren", PASSWORD, 0));
        let sql = "UPDATE accounts SET name_key = 'elin' WHERE library = ?1 AND id = ?2";
        let of_one_name = values![maren.viewer.library(), maren.id];
        house.store.write(|tx| tx.execute(sql, of_one_name).map(drop)).map_err(|e: StoreError| e).unwrap();
        assert!(house.door().sign_in(NAME, PASSWORD, &caller("192.0.2.1"), at(1)).is_err());
        assert!(house.door().account_named(NAME).is_err());
    }
}
