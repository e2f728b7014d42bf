//! Every number that a life and its owner are made of, in one place, each with its source or marked as *assumed*.
//!
//! An assumed number is a guess that somebody who has not read the policies would call fair; none was changed to make a
//! policy look better or worse. Where guesses were possible in both directions, the one that favours the policies of
//! others was taken, and that is said.
//!
//! Sources, short: *Mixbook 2023* (OnePoll survey of 2,000 adults in the US for Mixbook, September 2023); *YFCC100M*
//! (Thomee et al., Communications of the ACM 59(2), 2016); *Gold 2010* (Gold, Sen, Hayward, Pediatrics 125(5)); *Bardos
//! 2015* (Obstetrics & Gynecology 125(6)); *Lundorff 2020* (Journal of Psychiatric Research 129); *Sas & Whittaker 2013*
//! (CHI ’13); *Pinter 2019* (Proc. ACM HCI 3, CSCW); *Konrad 2017* and *Konrad 2016* (meanings of what is recorded change
//! with time); *Andalibi 2021* (pregnancy loss and machines); *Goode 2021* (WIRED, on a wedding that was called off);
//! *Spool 2011* ("Do users change their settings?", UIE); *Klass 1996* (Continuing Bonds).

use crate::life::{LossKind, MomentKind, Role, Way};

// ---- Photos -----------------------------------------------------------------------------------------------------------

/// Years of photos in a library: the issue's own range.
pub(crate) const YEARS: (f64, f64) = (10.0, 20.0);
/// The part of those years that passed before the program was there (a library is imported whole). *Assumed.*
pub(crate) const JOINED_AFTER: (f64, f64) = (0.05, 0.5);
/// Moments a year, in the middle. Mixbook 2023: six photos a day are taken and 2,795 are in the camera roll, so most are not
/// kept; with these numbers a library grows by some 600 a year that a memory could pick. *Assumed* from these.
pub(crate) const MOMENTS_A_YEAR: f64 = 150.0;
/// How libraries differ in size: standard deviation of the logarithm. *Assumed.*
pub(crate) const MOMENTS_SPREAD: f64 = 0.5;
/// Photos of a moment, by mean; what is more than a memory could pick is not simulated. Mixbook 2023 says 23 for an event;
/// everyday moments have one to three. *Assumed.*
pub(crate) const PHOTOS_A_MOMENT: [(MomentKind, f64); 7] = [
    (MomentKind::Home, 3.0),
    (MomentKind::Outing, 5.0),
    (MomentKind::Party, 10.0),
    (MomentKind::Trip, 8.0),
    (MomentKind::Things, 2.0),
    (MomentKind::Work, 2.0),
    (MomentKind::Tender, 3.0),
];
/// What everyday moments are: at home, out, things, at work. Mixbook 2023: 69 % name family, 66 % friends, 52 % pets and 43 %
/// scenery among what they photograph. Shares *assumed* from these.
pub(crate) const EVERYDAY: [(MomentKind, f64); 4] =
    [(MomentKind::Home, 0.42), (MomentKind::Outing, 0.27), (MomentKind::Things, 0.24), (MomentKind::Work, 0.07)];
/// Journeys a year and days of one. *Assumed.*
pub(crate) const JOURNEYS_A_YEAR: f64 = 1.8;
/// See [`JOURNEYS_A_YEAR`].
pub(crate) const JOURNEY_DAYS: (i64, i64) = (2, 12);
/// Feasts of fixed date on which pictures are taken, as month × 100 + day, and how often. *Assumed.*
pub(crate) const FEASTS: [(i64, f64); 4] = [(1224, 0.6), (1225, 0.6), (1231, 0.4), (501, 0.15)];
/// How often a birthday in the household, or of another relative, is photographed. *Assumed.*
pub(crate) const BIRTHDAY_PARTIES: (f64, f64) = (0.75, 0.3);

// ---- What is missing --------------------------------------------------------------------------------------------------

/// Part of the owners whose camera writes positions, and how often it does for them and for others. YFCC100M: 48 of 100
/// million are geotagged; here 53 %.
pub(crate) const LOCATED: (f64, f64, f64) = (0.6, 0.85, 0.05);
/// How often a face finder knows somebody of that role, whether or not the owner gave them a name. *Assumed*, in favour of
/// those who hide people.
pub(crate) fn known(role: Role) -> f64 {
    match role {
        Role::Partner | Role::Child => 0.97,
        Role::Parent | Role::Sibling => 0.92,
        Role::InLaw => 0.85,
        Role::Friend => 0.75,
        Role::Colleague => 0.5,
    }
}
/// How often somebody who is known is found in a picture they are in: faces turned away, in the dark, small, of babies and
/// of the very old are missed. *Assumed*, in favour of those who hide people.
pub(crate) const FOUND: f64 = 0.85;
/// How often somebody is found where they are not. *Assumed.*
pub(crate) const MISTAKEN: f64 = 0.004;
/// How often a photo has a caption or keyword of its own. *Assumed*; few people write any.
pub(crate) const CAPTIONED: f64 = 0.03;
/// How often a moment lies in an album or folder with a name, for journeys and parties. *Assumed.*
pub(crate) const IN_AN_ALBUM: f64 = 0.3;
/// How often a moment that belongs to a loss has a word for it in caption, album, folder or keyword. *Assumed.*
pub(crate) const TENDER_WORDS: f64 = 0.15;
/// How often a word of illness or burial stands with something harmless ("hospital" on a birth, "church", "ashes"). *Assumed.*
pub(crate) const HARMLESS_WORDS: f64 = 0.002;
/// How often a moment has the wrong date: a camera's clock, a picture sent on. *Assumed.*
pub(crate) const MISDATED: f64 = 0.02;
/// Part of the birthdays of family and friends that a library knows. *Assumed.*
pub(crate) const BIRTHDAYS_KNOWN: (f64, f64) = (0.6, 0.2);

// ---- People -----------------------------------------------------------------------------------------------------------

/// How often somebody of a role is at a moment of a kind, before closeness. *Assumed.*
pub(crate) fn there(kind: MomentKind, role: Role) -> f64 {
    let row = match kind {
        MomentKind::Home => [0.55, 0.60, 0.05, 0.03, 0.02, 0.02, 0.0],
        MomentKind::Outing => [0.45, 0.45, 0.06, 0.04, 0.03, 0.07, 0.01],
        MomentKind::Party => [0.80, 0.80, 0.45, 0.35, 0.25, 0.20, 0.03],
        MomentKind::Trip => [0.75, 0.70, 0.06, 0.05, 0.03, 0.06, 0.0],
        MomentKind::Work => [0.0, 0.0, 0.0, 0.0, 0.0, 0.02, 0.40],
        MomentKind::Things | MomentKind::Tender => [0.0; 7],
    };
    row[role as usize]
}
/// How often somebody who is there is in any one picture. *Assumed*; whoever holds the camera is not.
pub(crate) const IN_PICTURE: f64 = 0.4;
/// Part of the owners who begin with a partner, and the years after which others find one (again). *Assumed.*
pub(crate) const PARTNERED: (f64, f64) = (0.65, 6.0);
/// Parents and grandparents, siblings, a partner's family, friends at a time, colleagues at a time: fewest and most. *Assumed.*
pub(crate) const FAMILY: [(i64, i64); 5] = [(2, 4), (0, 3), (2, 4), (4, 9), (2, 5)];
/// For how many years a friend and a colleague stay in the pictures, on average: most people drift out of them without
/// anything having happened. *Assumed.*
pub(crate) const DRIFT: (f64, f64) = (8.0, 3.0);
/// Part of a couple's friends who came with the partner. *Assumed*; Pinter 2019 shows them to be what hurts later.
pub(crate) const SHARED_FRIENDS: f64 = 0.3;
/// For how many years one lives in a home, on average. *Assumed.*
pub(crate) const HOME_YEARS: f64 = 7.0;

// ---- Losses -----------------------------------------------------------------------------------------------------------

/// How many losses a life has: none, one, two, three. The range; shares *assumed*.
pub(crate) const LOSSES: [f64; 4] = [0.25, 0.40, 0.25, 0.10];
/// How they are shared out, in the order of [`LossKind::ALL`]. Deaths of parents and grandparents are what nearly all meet;
/// Gold 2010: 43 % of first marriages end within 15 years, 18 % of pregnancies are lost; Bardos 2015: 15 % of adults report a
/// miscarriage of their own or their partner's. Shares *assumed* from these.
pub(crate) const KINDS: [f64; 5] = [0.45, 0.20, 0.12, 0.13, 0.10];
/// Who dies: partner, child, parent, sibling, partner's family, friend. *Assumed.*
pub(crate) const WHO_DIES: [(Role, f64); 6] = [
    (Role::Parent, 0.62),
    (Role::InLaw, 0.12),
    (Role::Friend, 0.10),
    (Role::Sibling, 0.06),
    (Role::Partner, 0.07),
    (Role::Child, 0.03),
];
/// How often a separated partner of somebody with children is still in pictures, rarely (graduations, birthdays). *Assumed.*
pub(crate) const STILL_SEEN: f64 = 0.5;
/// How often a photo at home or of things, without anybody in it, shows something of somebody's: their garden, their cat, their
/// chair. Of partner and children, of others; only while they are there to be photographed. *Assumed*; Pinter 2019 for
/// objects.
pub(crate) const THEIR_THINGS: (f64, f64) = (0.08, 0.015);
/// The chance that photos were taken at all of the bad days themselves. *Assumed*; the founder's story, Meyer 2014.
pub(crate) const TENDER_TAKEN: f64 = 0.7;

/// How grief goes: its share of the bereaved, and after how many years it is half. Shares of death: Lundorff 2020 (low 64.4 %,
/// recovering 8.4 %, moderate and stable 20.4 %, prolonged 6.8 %); of pregnancy loss: Bardos 2015 (37 % felt that they had lost
/// a child). Half-lives, and the others' shares, *assumed*.
pub(crate) fn courses(kind: LossKind) -> [(f64, f64); 4] {
    match kind {
        LossKind::Death => [(0.644, 1.0), (0.084, 2.5), (0.204, 6.0), (0.068, f64::INFINITY)],
        LossKind::Pregnancy => [(0.63, 0.75), (0.15, 2.5), (0.15, 6.0), (0.07, f64::INFINITY)],
        LossKind::Separation | LossKind::Other => [(0.60, 0.75), (0.25, 2.0), (0.12, 5.0), (0.03, f64::INFINITY)],
        LossKind::Illness => [(0.65, 0.75), (0.20, 2.0), (0.12, 5.0), (0.03, f64::INFINITY)],
    }
}
/// How much more slowly pictures of the loss itself lose their sting. *Assumed.*
pub(crate) const EVENTS_LAST: f64 = 3.0;
/// Around a day that returns grief is as much stronger, for as many days. *Assumed*; anniversary reactions are well described,
/// their size is not.
pub(crate) const ANNIVERSARY: (f64, i64) = (1.6, 3);
/// The chance that something unrelated hurts on the very day that returns, at full grief. *Assumed*, low.
pub(crate) const ON_THE_DAY: f64 = 0.05;

/// The chance that a photo hurts at full grief, for somebody to whom its [`Way`] means as much as to most. *Assumed*; that the
/// periphery hurts, by places, companions and objects, is Pinter 2019's finding, and that pregnancy loss has no face Andalibi 2021's.
pub(crate) fn stings(kind: LossKind, way: Way) -> f64 {
    // Face, there, thing, place, companion, event, eve, echo.
    let row = match kind {
        LossKind::Death => [0.60, 0.25, 0.45, 0.15, 0.08, 0.90, 0.25, 0.0],
        LossKind::Pregnancy => [0.0, 0.0, 0.80, 0.25, 0.0, 0.95, 0.60, 0.35],
        LossKind::Separation => [0.75, 0.35, 0.45, 0.30, 0.20, 0.85, 0.25, 0.0],
        LossKind::Illness => [0.35, 0.15, 0.45, 0.15, 0.0, 0.80, 0.10, 0.0],
        LossKind::Other => [0.60, 0.25, 0.40, 0.35, 0.10, 0.85, 0.15, 0.0],
    };
    row[way as usize]
}
/// The part of people to whom a [`Way`] means anything, in the order of [`Way::ALL`]. *Assumed.*
pub(crate) const MEANS_SOMETHING: [f64; 8] = [0.9, 0.6, 0.75, 0.55, 0.5, 0.95, 0.6, 0.6];
/// To those, how much: from this to that times as much as to most. *Assumed.*
pub(crate) const MEANS: (f64, f64) = (0.6, 1.3);

// ---- Joy --------------------------------------------------------------------------------------------------------------

/// How often a moment that returns is a joy; others leave one cold. *Assumed.*
pub(crate) fn joy(kind: MomentKind) -> f64 {
    match kind {
        MomentKind::Home => 0.65,
        MomentKind::Outing => 0.70,
        MomentKind::Party | MomentKind::Trip => 0.85,
        MomentKind::Things => 0.15,
        MomentKind::Work => 0.30,
        MomentKind::Tender => 0.0,
    }
}
/// Once it no longer hurts, how much of that joy is (again) in a photo that touches a loss: of the dead nearly all (Klass
/// 1996), of a former partner little (Sas & Whittaker 2013: 12 of 24 delete, 8 keep). *Assumed* from these; Konrad 2017.
pub(crate) fn dear_again(kind: LossKind) -> f64 {
    match kind {
        LossKind::Death => 0.95,
        LossKind::Pregnancy => 0.5,
        LossKind::Separation => 0.33,
        LossKind::Illness | LossKind::Other => 0.6,
    }
}

/// The part of its photos that must be seen for a memory to be kept: a birthday without the one whose it was is another
/// memory. *Assumed.*
pub(crate) const KEPT: f64 = 0.5;

// ---- The owner --------------------------------------------------------------------------------------------------------

/// Who uses a program's controls: before the first anniversary, only after being hurt, never. Spool 2011 found fewer than 5 %
/// who change any setting; people in grief have more reason to, and Goode 2021 tells what work it is. *Assumed.*
pub(crate) const WILLING: [f64; 3] = [0.15, 0.55, 0.30];
/// The part of the owners who answer the first question truly where it is asked: few, most, nearly all. *Assumed*; what each makes of
/// the figures is reported, and tables that say nothing else take the second.
pub const ANSWER: [f64; 3] = [0.3, 0.6, 0.9];
/// Days after the loss, or after joining, at which the first do so. *Assumed.*
pub(crate) const SAYS_AFTER: (i64, i64) = (10, 300);
/// The chance that one more hurt makes the second turn to the controls. *Assumed.*
pub(crate) const ENOUGH: f64 = 0.3;
/// The chance that whoever has used the controls does something about a hurt that came all the same. *Assumed.*
pub(crate) const AGAIN: f64 = 0.5;
/// The chance that a veil is opened when nothing behind it would hurt, and when something would (the years are said, and
/// people know their dates). *Assumed.*
pub(crate) const OPENS: (f64, f64) = (0.7, 0.3);
/// After opening something dear, the chance of "welcome from now on"; after opening something that hurt, of "keep away".
/// *Assumed.*
pub(crate) const THEN: (f64, f64) = (0.25, 0.4);
/// Where a veil is left closed and something behind it would hurt: the chances of "not this year" and of "keep away". *Assumed.*
pub(crate) const CLOSED: (f64, f64) = (0.1, 0.05);
