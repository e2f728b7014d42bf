//! Who is let in, and who is not; on both engines.
#![allow(clippy::unwrap_used, missing_docs)]

use std::collections::BTreeSet;
use std::net::IpAddr;

use circle::{
    Account, Caller, Code, Details, Device, Due, NewCodes, Opened, Passkeys, Password, Scope, SignIn, Viewer,
    begin_attempt, end_session, enter, enter_by_token, keep_up,
};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use testkit::{House, NAME, PASSWORD, houses, now};

const MINUTE: SignedDuration = SignedDuration::from_mins(1);

fn at(minutes: i64) -> Timestamp {
    now().timestamp() + MINUTE * i32::try_from(minutes).unwrap()
}

fn caller(address: &str) -> Caller {
    Caller { address: address.parse().unwrap(), device: Device::of("curl/8") }
}

fn sign_in(house: &House, name: &str, password: &str, minutes: i64) -> SignIn {
    circle::sign_in(&house.store, name, password, &caller("192.0.2.1"), at(minutes)).unwrap()
}

fn opened(answer: SignIn) -> Opened {
    match answer {
        SignIn::In(opened) => *opened,
        SignIn::Refused => panic!("refused"),
        SignIn::Wait(wait) => panic!("to wait for {wait}"),
    }
}

fn comes_in(house: &House, key: &str, minutes: i64) -> bool {
    house.store.read(|tx| enter(tx, key, at(minutes))).unwrap().is_some()
}

/// What a browser's next page does: the key it holds afterwards.
fn turns_page(house: &House, key: &str, minutes: i64) -> String {
    let entered = house.store.read(|tx| enter(tx, key, at(minutes))).unwrap().unwrap();
    let due = entered.due(true, at(minutes));
    let fresh = house.store.write(|tx| keep_up(tx, &entered, due, at(minutes))).unwrap();
    fresh.map_or_else(|| key.to_owned(), |fresh| fresh.spelled())
}

fn password(said: &str) -> Password {
    Password::new(said).ok().unwrap()
}

#[test]
fn set_up_is_done_once_even_by_two_at_the_same_time() {
    for house in houses() {
        let owner = house.owner();
        let hash = password(PASSWORD).hash().unwrap();
        let set_up = |name: &str| {
            let details = Details { name: name.into(), language: None, zone: TimeZone::UTC, countries: Vec::new() };
            house.store.write(|tx| circle::set_up(tx, owner, &details, &hash, at(0))).unwrap()
        };
        let made: Vec<Option<Account>> = std::thread::scope(|scope| {
            let tries: Vec<_> = ["Elin", "Tomas", "Ada", "Maren"].map(|name| scope.spawn(move || set_up(name))).into();
            tries.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert_eq!(made.iter().flatten().count(), 1);
        assert_eq!(house.store.read(circle::accounts).unwrap().len(), 1);
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
        let entered = house.store.read(|tx| enter(tx, &session.key.spelled(), at(5))).unwrap().unwrap();
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
        assert!(house.store.write(|tx| end_session(tx, viewer, session.session)).unwrap());
        assert!(!comes_in(&house, &key, 0));
        assert!(comes_in(&house, &other.key.spelled(), 0), "the other goes on");
        let left = house.store.read(|tx| circle::sessions(tx, viewer, at(0))).unwrap();
        assert_eq!(left.iter().map(|session| session.id).collect::<Vec<_>>(), [other.session]);
        assert_eq!((&*left[0].device.browser, &*left[0].device.system), ("Firefox", "Android"));
    }
}

#[test]
fn nobody_ends_a_session_of_somebody_else() {
    for house in houses() {
        let (elins, marens) = (house.sign_in(), house.sign_in_other_owner());
        assert_ne!(elins.account.viewer, marens.account.viewer);
        assert!(!house.store.write(|tx| end_session(tx, marens.account.viewer, elins.session)).unwrap());
        assert!(comes_in(&house, &elins.key.spelled(), 0));
        let others = house.store.write(|tx| circle::end_others(tx, marens.account.viewer, marens.session)).unwrap();
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
        let entered = || house.store.read(|tx| enter(tx, &first, at(60))).unwrap().unwrap();
        let (one, two) = (entered(), entered());
        assert_eq!((one.due(true, at(60)), two.due(true, at(60))), (Due::Renew, Due::Renew));
        let renew = |entered| house.store.write(|tx| keep_up(tx, entered, Due::Renew, at(60))).unwrap();
        assert!(renew(&one).is_some() && renew(&two).is_none());
    }
}

#[test]
fn another_password_ends_all_other_sessions_and_the_old_one_opens_nothing() {
    for house in houses() {
        let (here, elsewhere) = (house.sign_in(), house.sign_in());
        let entered = house.store.read(|tx| enter(tx, &here.key.spelled(), at(0))).unwrap().unwrap();
        let new = password("a brand new blue one");
        let change = |known: &str| {
            circle::change_password(&house.store, &entered, known, &new, &caller("192.0.2.1"), at(0)).unwrap()
        };
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
fn a_recovery_code_works_once_for_its_owner_alone() {
    for house in houses() {
        let session = house.sign_in();
        let viewer = session.account.viewer;
        let codes = house.store.write(|tx| circle::make_recovery_codes(tx, viewer)).unwrap();
        let spelled: BTreeSet<String> = codes.iter().map(Code::spelled).collect();
        assert_eq!(spelled.len(), 10);
        house.sign_in_other_owner();
        let new = password("found it again at last");
        let recover = |name: &str, code: &str, minutes: i64| {
            circle::recover(&house.store, name, code, &new, &caller("192.0.2.1"), at(minutes)).unwrap()
        };
        let code = codes[3].spelled();
        assert!(matches!(recover("Maren", &code, 0), SignIn::Refused), "it is Elin's");
        assert!(matches!(recover(NAME, "0000-0000-0000-0000", 0), SignIn::Refused));
        assert!(comes_in(&house, &session.key.spelled(), 0));
        let back = opened(recover(NAME, &code.to_lowercase(), 1));
        assert!(comes_in(&house, &back.key.spelled(), 1) && !comes_in(&house, &session.key.spelled(), 1));
        assert!(matches!(recover(NAME, &code, 2), SignIn::Refused), "a second time");
        assert_eq!(house.store.read(|tx| circle::recovery_codes_left(tx, viewer)).unwrap(), 9);
        opened(sign_in(&house, NAME, "found it again at last", 3));
        house.store.write(|tx| circle::make_recovery_codes(tx, viewer)).unwrap();
        assert!(matches!(recover(NAME, &codes[4].spelled(), 4), SignIn::Refused), "new ones void the earlier");
        assert_eq!(house.store.read(|tx| circle::recovery_codes_left(tx, viewer)).unwrap(), 10);
    }
}

#[test]
fn attempts_in_vain_make_everybody_wait_a_little_whether_the_name_is_known_or_not() {
    for house in houses() {
        house.account();
        for (name, network) in [(NAME, "192.0.2"), ("Nobody", "198.51.100")] {
            let from = |n: i64| format!("{network}.{n}").parse::<IpAddr>().unwrap();
            let attempt = |n| house.store.write(|tx| begin_attempt(tx, Some(name), from(n), at(0))).unwrap();
            for n in 0..5 {
                assert_eq!(attempt(n), None, "{name} {n}");
            }
            assert_eq!(attempt(6), Some(SignedDuration::from_secs(1)), "{name}, from another address too");
        }
        assert!(matches!(sign_in(&house, NAME, PASSWORD, 0), SignIn::Wait(_)), "it is not even looked at");
        opened(sign_in(&house, NAME, PASSWORD, 1));
        let again = house.store.write(|tx| begin_attempt(tx, Some(NAME), "192.0.2.9".parse().unwrap(), at(1))).unwrap();
        assert_eq!(again, None, "a good one is forgiven");
    }
}

#[test]
fn whoever_only_keeps_a_name_waiting_is_slowed_down_at_their_own_address() {
    for house in houses() {
        let address: IpAddr = "203.0.113.9".parse().unwrap();
        let attempt = |name: &str| house.store.write(|tx| begin_attempt(tx, Some(name), address, at(0))).unwrap();
        for n in 0..5 {
            assert_eq!(attempt(NAME), None, "{n}");
        }
        for n in 0..5 {
            assert_eq!(attempt(NAME), Some(SignedDuration::from_secs(1)), "{n}");
        }
        assert_eq!(
            attempt("Somebody else"),
            Some(SignedDuration::from_secs(1)),
            "the address waits, whatever the name"
        );
    }
}

#[test]
fn a_clock_that_was_ahead_keeps_nobody_waiting() {
    for house in houses() {
        house.account();
        let address: IpAddr = "192.0.2.1".parse().unwrap();
        let attempt = |minutes| house.store.write(|tx| begin_attempt(tx, Some(NAME), address, at(minutes))).unwrap();
        let a_year = 365 * 24 * 60;
        while attempt(a_year).is_none() {}
        assert!(attempt(a_year).is_some(), "it waits while the clock is ahead");
        assert_eq!(attempt(0), None);
        opened(sign_in(&house, NAME, PASSWORD, 0));
    }
}

#[test]
fn new_recovery_codes_are_for_whoever_knows_the_password() {
    for house in houses() {
        let session = house.sign_in();
        let viewer = session.account.viewer;
        let entered = house.store.read(|tx| enter(tx, &session.key.spelled(), at(0))).unwrap().unwrap();
        let renew = |said: &str, minutes| {
            circle::renew_recovery_codes(&house.store, &entered, said, &caller("192.0.2.1"), at(minutes)).unwrap()
        };
        let left = || house.store.read(|tx| circle::recovery_codes_left(tx, viewer)).unwrap();
        assert!(matches!(renew("not the password", 0), NewCodes::Refused));
        assert_eq!(left(), 0);
        assert!(matches!(renew(PASSWORD, 0), NewCodes::Made(codes) if codes.len() == 10));
        assert_eq!(left(), 10);
        while !matches!(renew("not the password", 1), NewCodes::Wait(_)) {}
        assert!(matches!(renew(PASSWORD, 1), NewCodes::Wait(_)), "it is not even looked at");
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
fn questions_before_the_door_never_fill_the_disk() {
    let passkeys = Passkeys::at(&"http://localhost:7878".parse().unwrap()).unwrap();
    for house in houses() {
        let ask = |second: i64| {
            let now = at(0) + SignedDuration::from_secs(second);
            house.store.write(|tx| passkeys.ask_to_sign_in(tx, now)).unwrap();
        };
        (0..230).for_each(ask);
        let sql = "SELECT COUNT(*), MIN(until_ms) FROM passkey_questions WHERE library = 0";
        let kept = house.store.read(|tx| tx.one(sql, &[], |row| Ok((row.get::<i64>(0)?, row.get::<i64>(1)?))));
        let oldest = at(10) + SignedDuration::from_secs(30);
        assert_eq!(kept.map_err(|e: store::StoreError| e).unwrap(), (200, oldest.as_millisecond()));
    }
}

#[test]
fn one_address_that_tries_many_names_waits() {
    for house in houses() {
        let address = "203.0.113.9".parse().unwrap();
        let attempt = |n: i64, minutes| {
            house.store.write(|tx| begin_attempt(tx, Some(&format!("name {n}")), address, at(minutes))).unwrap()
        };
        for n in 0..10 {
            assert_eq!(attempt(n, 0), None, "{n}");
        }
        assert!(attempt(11, 0).is_some());
        let elsewhere = "203.0.113.10".parse().unwrap();
        assert_eq!(house.store.write(|tx| begin_attempt(tx, Some("x"), elsewhere, at(0))).unwrap(), None);
        assert_eq!(attempt(11, 1), None, "nobody is shut out for good");
    }
}

#[test]
fn a_printed_code_opens_the_door_once_and_not_for_ever() {
    for house in houses() {
        let account = house.account();
        let make = || house.store.write(|tx| circle::make_once_code(tx, &account, at(0))).unwrap();
        let come = |code: &Code, minutes| {
            let device = Device::default();
            house.store.write(|tx| circle::open_by_once_code(tx, code, &device, at(minutes))).unwrap()
        };
        let (code, late) = (make(), make());
        assert!(comes_in(&house, &come(&code, 29).unwrap().key.spelled(), 29));
        assert!(come(&code, 29).is_none(), "a second time");
        assert!(come(&late, 30).is_none(), "too late");
        let set_up = house.store.write(|tx| circle::make_set_up_code(tx, at(0))).unwrap();
        assert!(come(&set_up, 0).is_none(), "a code for set-up signs nobody in");
        let take = |code: &Code| house.store.write(|tx| circle::take_set_up_code(tx, code, at(0))).unwrap();
        assert!(!take(&make()), "and the other way round");
        assert!(take(&set_up) && !take(&set_up));
    }
}

#[test]
fn a_token_is_good_for_its_scopes_until_it_ends_or_is_revoked() {
    for house in houses() {
        let viewer = house.account().viewer;
        let other = house.sign_in_other_owner().account.viewer;
        let scopes = BTreeSet::from([Scope::Read, Scope::Import]);
        let make =
            |until| house.store.write(|tx| circle::make_token(tx, viewer, "Frame", &scopes, until, at(0))).unwrap();
        let enters = |spelled: &str, minutes| house.store.read(|tx| enter_by_token(tx, spelled, at(minutes))).unwrap();
        let ((id, spelled), (_, short)) = (make(None), make(Some(at(10))));
        let by = enters(&spelled, 0).unwrap();
        assert_eq!((by.viewer, &by.scopes, by.to_be_noted), (viewer, &scopes, true));
        house.store.write(|tx| circle::token_used(tx, &by, at(0))).unwrap();
        assert!(!enters(&spelled, 4).unwrap().to_be_noted && enters(&spelled, 6).unwrap().to_be_noted);
        assert!(enters(&short, 9).is_some() && enters(&short, 10).is_none());
        assert!(!comes_in(&house, &spelled, 0), "a token is no session");
        assert!(enters(&house.sign_in().key.spelled(), 0).is_none(), "nor the other way round");
        let revoke = |viewer: Viewer| house.store.write(|tx| circle::revoke_token(tx, viewer, id)).unwrap();
        assert!(!revoke(other) && enters(&spelled, 0).is_some());
        assert_eq!(house.store.read(|tx| circle::tokens(tx, viewer)).unwrap().len(), 2);
        assert!(revoke(viewer) && enters(&spelled, 0).is_none());
    }
}

#[test]
fn details_are_kept_and_two_people_never_share_a_name() {
    for house in houses() {
        let (account, other) = (house.account(), house.sign_in_other_owner().account);
        let zone = TimeZone::get("Europe/Madrid").unwrap();
        let details = Details { name: "Élin".into(), language: Some("es".into()), zone, countries: vec!["ES".into()] };
        assert!(house.store.write(|tx| circle::change_details(tx, account.viewer, &details)).unwrap());
        let kept = house.store.read(|tx| circle::account_named(tx, "ÉLIN")).unwrap().unwrap();
        assert_eq!(kept.details, details);
        assert!(!house.store.write(|tx| circle::change_details(tx, other.viewer, &details)).unwrap());
    }
}

#[test]
fn nothing_that_lets_in_is_kept_readable() {
    let house = House::on_sqlite();
    let key = house.sign_in().key.spelled();
    let viewer = house.owner();
    let (codes, token) = house
        .store
        .write(|tx| {
            let codes = circle::make_recovery_codes(tx, viewer)?;
            let (_, token) = circle::make_token(tx, viewer, "Frame", &BTreeSet::new(), None, at(0))?;
            Ok::<_, circle::CircleError>((codes, token))
        })
        .unwrap();
    let mut kept = Vec::new();
    for entry in std::fs::read_dir(house.folder.path()).unwrap().flatten() {
        kept.extend(std::fs::read(entry.path()).unwrap_or_default());
    }
    let holds = |secret: &str| kept.windows(secret.len()).any(|part| part == secret.as_bytes());
    assert!(holds(NAME), "the files hold what is kept");
    for secret in [&key[2..], PASSWORD, &token[12..], &codes[0].spelled(), &codes[0].spelled().replace('-', "")] {
        assert!(!holds(secret), "{secret}");
    }
}
