//! The story of a first evening, start to end, against the whole program in a real browser: with a pointer, without
//! JavaScript, and by keyboard alone.
#![allow(clippy::unwrap_used, missing_docs)]

mod home;

use browser::Browser;
use home::Home;
use jiff::ToSpan;

#[test]
fn a_first_evening_by_pointer() {
    let home = Home::empty();
    let Some(page) = home.browser() else { return };
    first_evening(&home, &page.phone());
}

#[test]
fn a_first_evening_without_javascript() {
    let home = Home::empty();
    let Some(page) = home.browser() else { return };
    first_evening(&home, &page.phone().without_scripts());
}

#[test]
fn a_first_evening_by_keyboard_alone() {
    let home = Home::empty();
    let Some(page) = home.browser() else { return };
    first_evening(&home, &page.desk().by_keyboard());
}

fn first_evening(home: &Home, page: &Browser) {
    home::set_up(page);
    photos_come_in(home, page);
    not_this_and_back(page);
    let moment = look_at_a_moment(page);
    let photo = correct_a_date(page);
    find(page);
    let person = two_are_one(page);
    leave(page, &[&person, &moment, &photo, &format!("{photo}/large.jpg")]);
}

fn photos_come_in(home: &Home, page: &Browser) {
    page.open("/today");
    page.sees("No photos yet");
    page.press("Bring photos in");
    page.fill("Look into one more folder", &home.photos.display().to_string());
    page.press("Look here");
    page.sees("Looked into from now on");
    page.until_photos_are_in();
}

fn not_this_and_back(page: &Browser) {
    page.open("/today");
    assert!(page.heads("One year ago"), "{}", page.outline());
    page.press("Not this one");
    page.press("Not this year");
    page.sees("The moment is put away");
    assert!(!page.heads("One year ago"), "{}", page.outline());
    page.press("Undo");
    page.sees("It is back.");
    assert!(page.heads("One year ago"), "{}", page.outline());
}

/// The first memory's moment; answers with its path.
fn look_at_a_moment(page: &Browser) -> String {
    page.press("See the photos");
    page.sees("Put this moment away");
    page.path()
}

/// A photo of the moment had a wrong date; with the right one it returns on another day. Answers with its path.
fn correct_a_date(page: &Browser) -> String {
    page.press("A photo");
    page.sees("Correct the date");
    let photo = page.path();
    let other_day = jiff::Zoned::now().date().checked_sub(40.days()).unwrap();
    let right = other_day.checked_sub(4.years()).unwrap();
    page.open(&format!("/today/{other_day}"));
    assert!(!page.leads_to(&photo), "not before its date is known");

    page.open(&photo);
    page.press("Correct the date");
    page.fill("When was it?", &format!("{right} 16:30"));
    page.press("Keep this date");
    page.sees("The date is kept.");
    page.open(&format!("/today/{other_day}"));
    assert!(page.heads("Four years ago") && page.leads_to(&photo), "{}", page.outline());
    photo
}

/// Somebody in a year is found by a few words, and the answer has an address to keep.
fn find(page: &Browser) {
    let year = jiff::Zoned::now().date().year() - 1;
    page.open("/search");
    page.fill("Words, people, places, years", &format!("Ada {year}"));
    page.press("Find");
    page.sees("Choose photos");
    assert_eq!(page.path(), format!("/search?q=Ada+{year}"));
    assert!(!page.says("Nothing found") && page.offers("A photo"), "{}", page.outline());
}

/// Two names turn out to be one person's; that can be taken back and done again. Answers with the path of the person.
fn two_are_one(page: &Browser) -> String {
    page.open("/people");
    page.press("Ada Marsh");
    page.sees("What you know");
    let person = page.path();
    make_them_one(page);
    page.press("Undo");
    page.until("nothing was undone", || page.path().ends_with("done=undone"));
    page.open("/people");
    page.sees("Finn Marsh");
    page.open(&person);
    make_them_one(page);
    assert!(page.says("Also known as") && page.says("Finn Marsh"), "{}", page.outline());
    page.open("/people");
    assert!(page.says("Ada Marsh") && !page.says("Finn Marsh"), "{}", page.outline());
    person
}

fn make_them_one(page: &Browser) {
    page.press("The same person as somebody else");
    page.choose("The same as", "Finn Marsh");
    page.press("Make them one");
    page.sees("They are one person now.");
}

/// After signing out nothing can be read that could be read before.
fn leave(page: &Browser, before: &[&str]) {
    for path in before {
        page.open(path);
        assert!(!page.heads("Sign in"), "{path} can be seen: {}", page.outline());
    }
    page.open("/settings");
    page.press("Sign out");
    // Settings speak of signing in, too: only the heading tells that the other page is there.
    page.until("nobody was signed out", || page.heads("Sign in"));
    for path in before.iter().chain(&["/today", "/library", "/people", "/search?q=Ada", "/api/v1/today", "/settings"]) {
        page.open(path);
        let shown = page.text();
        assert!(page.heads("Sign in") || shown.contains("without signing in"), "{path}: {shown}");
        assert!(!shown.contains("ago") && !shown.contains("Marsh"), "{path}: {shown}");
    }
}
