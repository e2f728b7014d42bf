//! Codes and tokens: what else lets in; on both engines.
#![allow(clippy::unwrap_used, missing_docs)]

mod asking;

use std::collections::BTreeSet;

use asking::{at, caller, comes_in, opened, password, sign_in};
use circle::{Code, Details, MaySetUp, NewCodes, Scope, SignIn, Viewer};
use jiff::tz::TimeZone;
use testkit::{House, NAME, PASSWORD, houses};

fn new_codes(house: &House, known: &str) -> Vec<Code> {
    let session = house.sign_in().key.spelled();
    let entered = house.door().enter(&session, at(0)).unwrap().unwrap();
    match house.door().renew_recovery_codes(&entered, known, at(0)).unwrap() {
        NewCodes::Made(codes) => codes,
        NewCodes::Refused | NewCodes::Wait(_) => panic!("not made"),
    }
}

#[test]
fn a_recovery_code_works_once_for_its_owner_alone() {
    for house in houses() {
        let session = house.sign_in();
        let viewer = session.account.viewer;
        let codes = new_codes(&house, PASSWORD);
        let spelled: BTreeSet<String> = codes.iter().map(Code::spelled).collect();
        assert_eq!(spelled.len(), 10);
        house.sign_in_other_owner();
        let new = password("found it again at last");
        let recover = |name: &str, code: &str, minutes: i64| {
            house.door().recover(name, code, &new, &caller("192.0.2.1"), at(minutes)).unwrap()
        };
        let code = codes[3].spelled();
        assert!(matches!(recover("Maren", &code, 0), SignIn::Refused), "it is Elin's");
        assert!(matches!(recover(NAME, "0000-0000-0000-0000", 0), SignIn::Refused));
        assert!(comes_in(&house, &session.key.spelled(), 0));
        let back = opened(recover(NAME, &code.to_lowercase(), 1));
        assert!(comes_in(&house, &back.key.spelled(), 1) && !comes_in(&house, &session.key.spelled(), 1));
        assert!(matches!(recover(NAME, &code, 2), SignIn::Refused), "a second time");
        assert_eq!(house.door().recovery_codes_left(viewer).unwrap(), 9);
        opened(sign_in(&house, NAME, "found it again at last", 3));
        new_codes(&house, "found it again at last");
        assert!(matches!(recover(NAME, &codes[4].spelled(), 4), SignIn::Refused), "new ones void the earlier");
        assert_eq!(house.door().recovery_codes_left(viewer).unwrap(), 10);
    }
}

#[test]
fn new_recovery_codes_are_for_whoever_knows_the_password() {
    for house in houses() {
        let session = house.sign_in();
        let viewer = session.account.viewer;
        let entered = house.door().enter(&session.key.spelled(), at(0)).unwrap().unwrap();
        let renew = |said: &str, minutes| house.door().renew_recovery_codes(&entered, said, at(minutes)).unwrap();
        let left = || house.door().recovery_codes_left(viewer).unwrap();
        assert!(matches!(renew("not the password", 0), NewCodes::Refused));
        assert_eq!(left(), 0);
        assert!(matches!(renew(PASSWORD, 0), NewCodes::Made(codes) if codes.len() == 10));
        assert_eq!(left(), 10);
        while !matches!(renew("not the password", 1), NewCodes::Wait(_)) {}
        assert!(matches!(renew(PASSWORD, 1), NewCodes::Wait(_)), "it is not even looked at");
    }
}

#[test]
fn a_printed_code_opens_the_door_once_and_not_for_ever() {
    for house in houses() {
        let account = house.account();
        let make = || house.door().make_once_code(&account, at(0)).unwrap();
        let come = |code: &Code, minutes| {
            house.door().open_by_once_code(&code.spelled(), &caller("127.0.0.1"), at(minutes)).unwrap()
        };
        let (code, late) = (make(), make());
        assert!(comes_in(&house, &come(&code, 29).unwrap().key.spelled(), 29));
        assert!(come(&code, 29).is_none(), "a second time");
        assert!(come(&late, 30).is_none(), "too late");
        let set_up = house.door().make_set_up_code(at(0)).unwrap();
        assert!(come(&set_up, 0).is_none(), "a code for set-up signs nobody in");
        let may = |code: &Code| house.door().may_set_up(&code.spelled(), &caller("192.0.2.1"), at(0)).unwrap();
        assert_eq!((may(&make()), may(&set_up)), (MaySetUp::Refused, MaySetUp::Yes), "nor the other way round");
    }
}

#[test]
fn a_token_is_good_for_its_scopes_until_it_ends_or_is_revoked() {
    for house in houses() {
        let viewer = house.account().viewer;
        let other = house.sign_in_other_owner().account.viewer;
        let scopes = BTreeSet::from([Scope::Read, Scope::Import]);
        let make = |until| house.door().make_token(viewer, "Frame", &scopes, until, at(0)).unwrap();
        let enters = |spelled: &str, minutes| house.door().enter_by_token(spelled, at(minutes)).unwrap();
        let ((id, spelled), (_, short)) = (make(None), make(Some(at(10))));
        let by = enters(&spelled, 0).unwrap();
        assert_eq!((by.viewer, &by.scopes, by.to_be_noted), (viewer, &scopes, true));
        house.door().token_used(&by, at(0)).unwrap();
        assert!(!enters(&spelled, 4).unwrap().to_be_noted && enters(&spelled, 6).unwrap().to_be_noted);
        assert!(enters(&short, 9).is_some() && enters(&short, 10).is_none());
        assert!(!comes_in(&house, &spelled, 0), "a token is no session");
        assert!(enters(&house.sign_in().key.spelled(), 0).is_none(), "nor the other way round");
        let revoke = |viewer: Viewer| house.door().revoke_token(viewer, id).unwrap();
        assert!(!revoke(other) && enters(&spelled, 0).is_some());
        assert_eq!(house.door().tokens(viewer).unwrap().len(), 2);
        assert!(revoke(viewer) && enters(&spelled, 0).is_none());
    }
}

#[test]
fn another_password_takes_all_tokens_back_however_it_is_set() {
    for house in houses() {
        let session = house.sign_in();
        let (door, viewer) = (house.door(), session.account.viewer);
        let other = house.sign_in_other_owner().account.viewer;
        let scopes = BTreeSet::from([Scope::Read]);
        let make = |viewer| door.make_token(viewer, "Frame", &scopes, None, at(0)).unwrap().1;
        let good = |spelled: &str| door.enter_by_token(spelled, at(0)).unwrap().is_some();
        let others = make(other);

        let (changed, entered) = (make(viewer), door.enter(&session.key.spelled(), at(0)).unwrap().unwrap());
        assert!(good(&changed));
        let new = password("a brand new blue one");
        opened(door.change_password(&entered, PASSWORD, &new, &caller("192.0.2.1"), at(0)).unwrap());
        assert!(!good(&changed), "by whoever knew the earlier one");

        let (recovered, codes) = (make(viewer), new_codes(&house, "a brand new blue one"));
        assert!(good(&recovered));
        let new = password("found it again at last");
        opened(door.recover(NAME, &codes[0].spelled(), &new, &caller("192.0.2.1"), at(0)).unwrap());
        assert!(!good(&recovered), "by a recovery code");

        let reset = make(viewer);
        assert!(good(&reset));
        door.replace_password(viewer, &password("set at the machine itself")).unwrap();
        assert!(!good(&reset), "at the machine");
        assert!(good(&others), "nobody else's");
    }
}

#[test]
fn whoever_sets_up_too_late_or_by_no_good_code_leaves_nothing_behind() {
    for house in houses() {
        let (door, owner) = (house.door(), house.owner());
        let hash = password(PASSWORD).hash().unwrap();
        let details =
            |name: &str| Details { name: name.into(), language: None, zone: TimeZone::UTC, countries: Vec::new() };
        let set_up = |name: &str, code: Option<&str>| {
            door.set_up(owner, &details(name), &hash, code, &caller("192.0.2.1"), at(0)).unwrap()
        };
        assert!(set_up(NAME, Some("0000-0000-0000-0000")).is_none() && !door.is_set_up().unwrap());
        let code = door.make_set_up_code(at(0)).unwrap().spelled();
        let (session, codes) = set_up(NAME, Some(&code)).unwrap();
        assert!(comes_in(&house, &session.key.spelled(), 0) && codes.len() == 10);
        assert!(set_up("Tomas", Some(&code)).is_none() && set_up("Tomas", None).is_none());
        assert_eq!(door.accounts().unwrap().len(), 1);
        assert_eq!(door.recovery_codes_left(owner).unwrap(), 10, "the first one's, all of them");
        assert_eq!(door.sessions(owner, at(0)).unwrap().len(), 1);
    }
}
