//! The four people of the story come for the first time, in a real browser on a phone: what hurts is in no answer before they were asked,
//! and saying it takes a few taps.
#![allow(clippy::unwrap_used, missing_docs)]

use std::path::Path;

use lives::first_visit::{Walked, people, walk};

/// Walks through the first visit of one of the four, where there is a browser.
fn walked(who: usize) -> Option<Walked> {
    let folder = tempfile::tempdir().unwrap();
    let people = people(jiff::Zoned::now().date());
    match walk(&people[who], Path::new(env!("CARGO_BIN_EXE_perennial")), folder.path()) {
        Ok(walked) => Some(walked.unwrap()),
        Err(missing) => {
            testkit::skip(&format!("a first visit in a real browser: {missing}"));
            None
        }
    }
}

#[test]
fn the_mother_says_it_in_three_taps_and_a_date_and_never_meets_the_hospital_bed() {
    let Some(walked) = walked(0) else { return };
    assert_eq!(walked.seen_before, [""; 0], "before she was asked");
    assert!(walked.hurting_otherwise > 0, "there was something to meet");
    assert_eq!(walked.hurting, 0);
    assert!(walked.taps <= 4 && walked.letters <= 16, "{walked:?}");
    assert!(walked.other.1 > 0 && walked.other.0 == walked.other.1, "what has nothing to do with it comes: {walked:?}");
}

#[test]
fn the_friend_taps_a_face_and_is_not_met_by_it() {
    let Some(walked) = walked(1) else { return };
    assert_eq!(walked.seen_before, [""; 0], "before he was asked");
    assert!(walked.hurting_otherwise > 0, "there was something to meet");
    assert_eq!(walked.hurting, 0);
    assert!(walked.taps <= 4 && walked.letters <= 16, "{walked:?}");
    assert_eq!(walked.other.0, walked.other.1, "{walked:?}");
}

#[test]
fn who_is_parted_keeps_the_children_s_pictures() {
    let Some(walked) = walked(2) else { return };
    assert_eq!(walked.seen_before, [""; 0], "before they were asked");
    assert!(walked.hurting_otherwise > 0, "there was something to meet");
    assert_eq!(walked.hurting, 0);
    assert!(walked.dear.1 >= 6 && walked.dear.0 * 10 >= walked.dear.1 * 9, "{walked:?}");
    assert_eq!(walked.other.0, walked.other.1, "{walked:?}");
}

#[test]
fn who_lost_nobody_taps_once_and_meets_everything_and_no_card() {
    let Some(walked) = walked(3) else { return };
    assert_eq!(walked.seen_before, [""; 0], "before they were asked");
    assert_eq!((walked.taps, walked.letters, walked.card), (1, 0, false));
    assert!(walked.other.1 > 0 && walked.other.0 == walked.other.1, "{walked:?}");
}
