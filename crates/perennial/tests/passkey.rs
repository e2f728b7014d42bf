//! A passkey, and what an open page may still ask for, in a real browser.
#![allow(clippy::unwrap_used, missing_docs)]

mod home;

use home::Home;

#[test]
fn a_passkey_is_made_in_the_settings_and_signs_in() {
    let home = Home::empty();
    let Some(page) = home.browser() else { return };
    home::set_up(&page);
    page.with_authenticator();
    page.open("/settings/passkeys");
    page.press("Make a passkey");
    page.sees("The passkey is there.");
    page.open("/settings");
    page.press("Sign out");
    page.press("Sign in with a passkey");
    page.sees("No photos yet");
}

#[test]
fn an_open_page_no_longer_gets_a_picture_that_was_put_away_in_another_tab() {
    let home = Home::with_family();
    let Some(page) = home.browser() else { return };
    home::set_up(&page);
    page.until_photos_are_in();
    let photo = page.way_to("{photo}");
    page.open(&photo);
    let picture = format!("{photo}/large.jpg");
    assert_eq!(page.status_of(&picture), 200);

    let first = page.another_tab();
    page.open(&photo);
    page.press("Put it away");
    page.press("Never");
    page.sees("The photo is put away");
    page.turn_to(first);
    assert_eq!(page.path(), photo, "it is still open");
    assert_eq!(page.status_of(&picture), 404);
}
