//! What strangers do slows strangers: whoever was let in before is let in again meanwhile; on both engines.
#![allow(clippy::unwrap_used, missing_docs)]

mod asking;

use asking::{at, at_second, caller, opened, password, sign_in};
use circle::{Caller, Code, MaySetUp, NewCodes, Passkeys, SignIn};
use jiff::SignedDuration;
use testkit::{House, NAME, PASSWORD, houses};

const SECOND: SignedDuration = SignedDuration::from_secs(1);

/// Her own browser: somebody signed in there once.
fn her_browser(house: &House) -> Caller {
    Caller { known: Some(house.sign_in().known.spelled()), ..caller("192.0.2.1") }
}

fn attempt(house: &House, name: &str, from: &Caller, second: i64) -> SignIn {
    house.door().sign_in(name, "not the password", from, at_second(second)).unwrap()
}

/// How long somebody has to wait before a password is even looked at.
fn waits(answer: &SignIn) -> Option<SignedDuration> {
    if let SignIn::Wait(wait) = answer { Some(*wait) } else { None }
}

#[test]
fn a_stranger_with_fifteen_addresses_keeps_nobody_from_signing_in_at_a_device_of_theirs() {
    for house in houses() {
        let hers = her_browser(&house);
        let (mut looked_at, mut came_in) = (0, 0);
        for second in 0..150 {
            for n in 0..3 {
                let from = caller(&format!("198.51.100.{}", (second * 3 + n) % 15));
                looked_at += usize::from(waits(&attempt(&house, NAME, &from, second)).is_none());
            }
            if second % 5 == 4 {
                let elsewhere = house.door().sign_in(NAME, PASSWORD, &caller("192.0.2.77"), at_second(second)).unwrap();
                assert!(second < 10 || !matches!(elsewhere, SignIn::Refused), "it is the right one");
                let here = house.door().sign_in(NAME, PASSWORD, &hers, at_second(second)).unwrap();
                came_in += usize::from(matches!(here, SignIn::In(_)));
            }
        }
        assert_eq!(came_in, 30, "thirty right tries of thirty");
        assert!(looked_at < 30, "and few of theirs were looked at: {looked_at}");
    }
}

#[test]
fn attempts_in_vain_make_strangers_wait_a_little_whether_the_name_is_known_or_not() {
    for house in houses() {
        house.account();
        for (name, network) in [(NAME, "192.0.2"), ("Nobody", "198.51.100")] {
            let from = |n: i64| caller(&format!("{network}.{n}"));
            for n in 0..5 {
                assert!(matches!(attempt(&house, name, &from(n), 0), SignIn::Refused), "{name} {n}");
            }
            assert_eq!(waits(&attempt(&house, name, &from(6), 0)), Some(SECOND), "{name}, from another address too");
        }
        assert!(matches!(sign_in(&house, NAME, PASSWORD, 0), SignIn::Wait(_)), "it is not even looked at");
        opened(sign_in(&house, NAME, PASSWORD, 1));
        opened(sign_in(&house, NAME, PASSWORD, 2));
    }
}

#[test]
fn a_good_attempt_is_forgiven_and_those_of_others_are_not() {
    for house in houses() {
        house.account();
        for n in 0..4 {
            attempt(&house, NAME, &caller(&format!("198.51.100.{n}")), 0);
        }
        opened(sign_in(&house, NAME, PASSWORD, 0));
        opened(sign_in(&house, NAME, PASSWORD, 0));
        assert_eq!(waits(&attempt(&house, NAME, &caller("198.51.100.9"), 0)), None, "the fifth in vain");
        assert_eq!(waits(&attempt(&house, NAME, &caller("198.51.100.9"), 0)), Some(SECOND));
    }
}

#[test]
fn a_known_device_is_bounded_on_its_own_and_for_its_own_account_alone() {
    for house in houses() {
        let hers = her_browser(&house);
        house.sign_in_other_owner();
        for n in 0..5 {
            assert!(matches!(attempt(&house, NAME, &hers, 0), SignIn::Refused), "{n}");
        }
        assert_eq!(waits(&attempt(&house, NAME, &hers, 0)), Some(SECOND), "whoever found her phone waits");
        assert_eq!(waits(&attempt(&house, NAME, &caller("198.51.100.1"), 0)), None, "and nobody waits for that");
        for n in 0..5 {
            attempt(&house, "Maren", &caller(&format!("198.51.100.{n}")), 0);
        }
        assert_eq!(waits(&attempt(&house, "Maren", &hers, 0)), Some(SECOND), "for others it is a stranger's");
        let planted =
            Caller { known: Some("1-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA".to_owned()), ..caller("192.0.2.9") };
        for n in 0..5 {
            attempt(&house, NAME, &caller(&format!("203.0.113.{n}")), 60);
        }
        assert!(waits(&attempt(&house, NAME, &planted, 60)).is_some(), "what nobody was given is nobody's");
        let after = opened(house.door().sign_in(NAME, PASSWORD, &planted, at(30)).unwrap());
        assert_ne!(Some(after.known.spelled()), planted.known, "and is not taken on");
    }
}

#[test]
fn a_browser_that_two_of_a_library_share_is_known_for_both() {
    for house in houses() {
        let hers = her_browser(&house);
        house.sign_in_partner();
        let his = opened(house.door().sign_in("Tomas", PASSWORD, &hers, at(0)).unwrap());
        assert_eq!(Some(his.known.spelled()), hers.known);
        for n in 0..10 {
            attempt(&house, NAME, &caller(&format!("198.51.100.{n}")), 0);
            attempt(&house, "Tomas", &caller(&format!("203.0.113.{n}")), 0);
        }
        for name in [NAME, "Tomas"] {
            opened(house.door().sign_in(name, PASSWORD, &hers, at(0)).unwrap());
        }
        house.sign_in_other_owner();
        let marens = opened(house.door().sign_in("Maren", PASSWORD, &hers, at(0)).unwrap());
        assert_ne!(Some(marens.known.spelled()), hers.known, "another library has keys of its own");
    }
}

#[test]
fn so_many_devices_are_known_and_each_for_its_time() {
    for house in houses() {
        let first = her_browser(&house);
        for n in 1..=30 {
            opened(house.door().sign_in(NAME, PASSWORD, &caller("192.0.2.1"), at(n)).unwrap());
        }
        let known = |from: &Caller, minutes| house.door().knows(NAME, from, at(minutes)).unwrap();
        assert!(!known(&first, 30), "the one not used for the longest made room");
        let last = opened(house.door().sign_in(NAME, PASSWORD, &caller("192.0.2.1"), at(31)).unwrap());
        let last = Caller { known: Some(last.known.spelled()), ..caller("192.0.2.1") };
        let year = 365 * 24 * 60;
        assert!(known(&last, 31) && known(&last, year) && !known(&last, year * 2));
    }
}

#[test]
fn strangers_on_a_name_keep_no_one_from_recovering_or_changing_what_is_theirs() {
    for house in houses() {
        let session = house.sign_in();
        let entered = house.door().enter(&session.key.spelled(), at(0)).unwrap().unwrap();
        for n in 0..30 {
            attempt(&house, NAME, &caller(&format!("198.51.100.{n}")), 0);
        }
        assert!(matches!(sign_in(&house, NAME, PASSWORD, 0), SignIn::Wait(_)));
        let NewCodes::Made(codes) = house.door().renew_recovery_codes(&entered, PASSWORD, at(0)).unwrap() else {
            panic!("whoever is signed in waits for nobody")
        };
        let new = password("a brand new blue one");
        opened(house.door().change_password(&entered, PASSWORD, &new, &caller("192.0.2.1"), at(0)).unwrap());
        let code = codes[0].spelled();
        opened(house.door().recover(NAME, &code, &new, &caller("192.0.2.99"), at(0)).unwrap());
    }
}

#[test]
fn a_clock_that_was_ahead_keeps_nobody_waiting() {
    for house in houses() {
        house.account();
        let a_year = 365 * 24 * 3_600;
        while waits(&attempt(&house, NAME, &caller("192.0.2.1"), a_year)).is_none() {}
        assert!(
            waits(&attempt(&house, NAME, &caller("192.0.2.1"), a_year)).is_some(),
            "it waits while the clock is ahead"
        );
        opened(sign_in(&house, NAME, PASSWORD, 0));
    }
}

#[test]
fn one_address_that_tries_many_names_waits_and_its_whole_network_with_it() {
    for house in houses() {
        for n in 0..10 {
            let from = caller(&format!("2001:db8::{n}"));
            assert_eq!(waits(&attempt(&house, &format!("name {n}"), &from, 0)), None, "{n}");
        }
        assert!(waits(&attempt(&house, "another", &caller("2001:db8::77"), 0)).is_some());
        assert_eq!(waits(&attempt(&house, "another", &caller("2001:db8:0:1::1"), 0)), None);
        assert_eq!(
            waits(&attempt(&house, "another", &caller("2001:db8::77"), 60)),
            None,
            "nobody is shut out for good"
        );
        let guess = |n: i64, second| {
            let code = Code::fresh().unwrap().spelled();
            house.door().may_set_up(&code, &caller(&format!("203.0.113.{n}")), at_second(second)).unwrap()
        };
        while guess(1, 0) == MaySetUp::Refused {}
        assert_eq!((guess(1, 0), guess(2, 0)), (MaySetUp::Wait(SECOND), MaySetUp::Refused), "codes for set-up too");
    }
}

#[test]
fn questions_of_strangers_take_the_place_of_no_other() {
    let passkeys = Passkeys::at(&"http://localhost:7878".parse().unwrap()).unwrap();
    for house in houses() {
        let hers = her_browser(&house);
        let ask = |from: &Caller| house.door().ask_to_sign_in(&passkeys, from, at(0)).unwrap();
        let kept = |whose: &str| {
            let sql = format!("SELECT COUNT(*) FROM passkey_questions WHERE {whose}");
            house.store.read(|tx| tx.one(&sql, &[], |row| row.get::<i64>(0))).map_err(|e: store::StoreError| e).unwrap()
        };
        ask(&hers);
        ask(&caller("192.0.2.50"));
        assert_eq!((kept("library = 1"), kept("library = 0")), (1, 1));
        (0..201).for_each(|_| drop(ask(&caller("198.51.100.1"))));
        assert_eq!((kept("library = 1"), kept("library = 0")), (1, 6), "five of one address, whoever else asks");
        // Two hundred and fifty addresses with five questions each are more than are kept.
        for n in 0..250 {
            (0..5).for_each(|_| drop(ask(&caller(&format!("203.0.113.{n}")))));
        }
        assert_eq!((kept("library = 1"), kept("library = 0")), (1, 1_000), "they never fill the disk");
        let quiet =
            "library = 0 AND asker NOT IN (SELECT asker FROM passkey_questions GROUP BY asker HAVING COUNT(*) > 1)";
        assert_eq!(kept(quiet), 1, "whoever asked once is not in their way");
        let session = house.sign_in();
        let entered = house.door().enter(&session.key.spelled(), at(0)).unwrap().unwrap();
        (0..9).for_each(|_| drop(house.door().ask_to_make(&passkeys, &entered, at(0)).unwrap()));
        assert_eq!(kept("session IS NOT NULL"), 5, "of one session, too");
        ask(&Caller { ..hers });
        assert_eq!(kept("library = 1 AND session IS NULL"), 2);
    }
}
