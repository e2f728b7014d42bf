//! People who lost nobody.

use family::Who;

use super::Story;
use super::around::{child, friend, friends, household, parent, partner, sibling};

pub(super) fn stories() -> [Story; 4] {
    [
        Story::new("nothing lost, a family", "A family with two children; friends come and go.", 21)
            .with(household())
            .with(friends())
            .with([parent("Ruth Adler", (1, 22)), parent("Walter Marsh", (10, 27))]),
        Story::new(
            "nothing lost, on their own",
            "Somebody in their twenties whose friends change every two years.",
            22,
        )
        .with(friends())
        .with([
            friend("Bea Olsson", Who::Joanna, (3, 8)).often(2.0).until("2020-08-01"),
            friend("Kofi Mensah", Who::Sam, (9, 1)).often(2.5).from("2020-02-01").until("2022-11-01"),
            friend("Yuki Tanaka", Who::Priya, (11, 11)).often(2.0).from("2022-06-01"),
            sibling("Marta Olsson", (6, 6)),
        ]),
        Story::new("nothing lost, new parents", "A couple with a baby; the grandparents live far away.", 23)
            .with([
                partner("Ben Carver", (7, 7)),
                child("Juno Carver", Who::Daughter, (4, 21)).from("2024-04-21"),
                parent("Hilde Carver", (12, 1)).often(0.5),
                parent("Arne Carver", (8, 19)).often(0.5),
            ])
            .with(friends()),
        Story::new("nothing lost, grown up", "Their children moved out three years ago and are well.", 24)
            .with([
                partner("Tomas Marsh", (11, 2)),
                child("Ada Marsh", Who::Daughter, (9, 25)).until("2022-09-01"),
                child("Finn Marsh", Who::Son, (6, 3)).until("2023-09-01"),
            ])
            .with(friends()),
    ]
}
