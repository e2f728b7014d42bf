//! What is decided, for all that strangers may do.

use std::collections::HashMap;

use proptest::prelude::*;

use super::*;

/// The counts, as the database keeps them, and a clock.
#[derive(Default)]
struct World {
    now: i64,
    counts: HashMap<Subject, (u32, i64)>,
    /// How many passwords were looked at.
    looked_at: usize,
}

impl World {
    /// Somebody tries, in vain; answers how long they have to wait.
    fn attempt(&mut self, lane: &Lane) -> Option<SignedDuration> {
        let subjects = lane.subjects();
        let count = |subject: &Subject| {
            let (failures, last) = self.counts.get(subject).copied().unwrap_or((0, self.now));
            Count { failures, ago: SignedDuration::from_secs(self.now - last) }
        };
        let counts: Vec<_> = subjects.iter().map(|(kind, subject)| (*kind, count(subject))).collect();
        let decision = decide(&counts);
        for ((_, subject), (_, count)) in subjects.iter().zip(&counts).take(decision.counts) {
            self.counts.insert(subject.clone(), (count.and_one().failures, self.now));
        }
        self.looked_at += usize::from(decision.wait.is_none());
        decision.wait
    }
}

fn stranger(name: &str, network: u8, host: u8) -> Lane {
    Lane::Strangers { name: Some(name.to_owned()), address: [198, 51, network, host].into() }
}

#[test]
fn the_wait_grows_is_capped_and_is_forgotten() {
    use Kind::{Address, Everybody, Name, Own};
    let secs = SignedDuration::from_secs;
    for (kind, failures, ago, wait) in [
        (Name, 0, 0, 0),
        (Name, 4, 0, 0),
        (Name, 5, 0, 1),
        (Name, 6, 0, 2),
        (Name, 8, 0, 8),
        (Name, 8, 5, 3),
        (Name, 8, 8, 0),
        (Name, 11, 0, 60),
        (Name, 1_000_000, 0, 60),
        (Name, 1_000_000, 60, 0),
        (Name, 10, 3_600, 0),
        (Own, 4, 0, 0),
        (Own, 1_000_000, 0, 60),
        (Address, 9, 0, 0),
        (Address, 10, 0, 1),
        (Address, 14, 0, 16),
        (Address, 20, 0, 900),
        (Address, u32::MAX, 0, 900),
        (Address, 20, 900, 0),
        (Everybody, 199, 0, 0),
        (Everybody, 200, 0, 1),
        (Everybody, u32::MAX, 0, 2),
        // A clock that went back makes nobody wait longer.
        (Name, 8, -100, 8),
    ] {
        assert_eq!(wait_after(kind, Count { failures, ago: secs(ago) }), secs(wait), "{kind:?} {failures} {ago}");
    }
    let remembered = |failures, hours| Count { failures, ago: SignedDuration::from_hours(hours) }.remembered();
    assert_eq!(remembered(40, 2), 10, "half are forgotten each hour");
    assert_eq!(remembered(u32::MAX, 40), 0);
}

#[test]
fn whoever_only_keeps_a_name_waiting_is_slowed_down_at_their_own_address() {
    let mut world = World::default();
    for n in 0..5 {
        assert_eq!(world.attempt(&stranger("Elin", 100, 9)), None, "{n}");
    }
    for n in 0..5 {
        assert_eq!(world.attempt(&stranger("Elin", 100, 9)), Some(SignedDuration::from_secs(1)), "{n}");
    }
    let elsewhere = world.attempt(&stranger("Somebody else", 100, 9));
    assert_eq!(elsewhere, Some(SignedDuration::from_secs(1)), "the address waits, whatever the name");
    assert_eq!(world.attempt(&stranger("Somebody else", 100, 10)), None, "and no other address");
}

proptest! {
    /// The owner, at a device that they signed in from before, is looked at whatever strangers do, and slows down nobody.
    #[test]
    fn what_strangers_do_keeps_no_known_device_waiting(
        tries in prop::collection::vec((0..3_u8, 0..3_u8, 0..250_u8, 0..20_i64), 0..400)
    ) {
        let mut world = World::default();
        for (name, network, host, later) in tries {
            world.now += later;
            world.attempt(&stranger(["Elin", "Tomas", "Ada"][usize::from(name)], network, host));
        }
        let before = world.counts.clone();
        for n in 0..5 {
            prop_assert_eq!(world.attempt(&Lane::Own(b"her phone".to_vec())), None, "{}", n);
        }
        prop_assert!(world.attempt(&Lane::Own(b"her phone".to_vec())).is_some(), "it is bounded, too");
        prop_assert_eq!(world.attempt(&Lane::Own(b"her laptop".to_vec())), None, "each on its own");
        prop_assert!(before.iter().all(|(subject, count)| world.counts[subject] == *count));
    }

    /// However many addresses strangers have, they come to look at few passwords: one name's, and all names' together.
    #[test]
    fn strangers_look_at_few_passwords_in_all(addresses in 1..250_u8, names in 1..40_usize, hour_of in 0..3_i64) {
        let mut world = World { now: hour_of * 3_600, ..World::default() };
        let began = world.now;
        for second in 0..3_600 {
            world.now = began + second;
            for nth in 0..3 {
                let (host, name) = ((second * 3 + nth) % i64::from(addresses), (second * 3 + nth) as usize % names);
                world.attempt(&stranger(&format!("name {name}"), 100, u8::try_from(host).unwrap()));
            }
        }
        let on_each_name = 5 + 6 + 60;
        prop_assert!(world.looked_at <= names * on_each_name, "{} on {} names", world.looked_at, names);
        prop_assert!(world.looked_at <= 200 + 1 + 1_800, "{} in all", world.looked_at);
        let from_each_address = 10 + 10 + 4;
        prop_assert!(world.looked_at <= usize::from(addresses) * from_each_address, "{}", world.looked_at);
    }
}
