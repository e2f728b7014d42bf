//! The four people, with small libraries of today's day of earlier years.

use family::{Scene, Told, Who};
use jiff::ToSpan;
use jiff::civil::Date;

use super::{Answers, Is, Person, Seen};

/// The mother, the husband whose friend died, the one who is parted, and somebody who lost nobody; their memories return on `today`.
pub fn people(today: Date) -> [Person; 4] {
    [mother(today), friend(today), parted(today), nobody(today)]
}

/// A moment of some pictures, so many years ago today; each with the names that are written in it, and what it is.
fn moment(today: Date, years: i16, scene: Scene, pictures: &[(&'static [&'static str], Is)]) -> Vec<Seen> {
    let day = today.saturating_sub(years.years());
    taken(day, scene, pictures)
}

fn taken(day: Date, scene: Scene, pictures: &[(&'static [&'static str], Is)]) -> Vec<Seen> {
    let picture = |(at, (names, is)): (usize, &(&'static [&'static str], Is))| {
        let looks = [Who::Mother, Who::Son, Who::Daughter];
        let figures = names.iter().zip(looks).map(|(_, who)| (who, 30.0)).collect();
        let told = Told {
            path: format!("{day}/IMG_{at:04}.jpg"),
            time: day.at(14, (at * 4) as i8, 0, 0),
            position: None,
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            caption: None,
            scene,
            figures,
            seed: model::day_number(day) as u64 * 100 + at as u64,
        };
        Seen { told, is: *is }
    };
    pictures.iter().enumerate().map(picture).collect()
}

const CHILDREN: &[&str] = &["Ada Marsh", "Finn Marsh"];

/// Years that have nothing to do with it.
fn ordinary(today: Date) -> Vec<Seen> {
    let of = |names: &'static [&'static str]| (names, Is::Other);
    let mut all = moment(today, 3, Scene::Sea, &[of(CHILDREN), of(&["Ada Marsh"]), of(&[])]);
    all.extend(moment(today, 4, Scene::Garden, &[of(&["Finn Marsh"]), of(CHILDREN)]));
    all
}

/// She lost a pregnancy a year ago, and lay in hospital for some days.
fn mother(today: Date) -> Person {
    let mut pictures = ordinary(today);
    pictures.extend(moment(today, 1, Scene::HospitalRoom, &[(&[] as &'static [&'static str], Is::Hurting); 3]));
    let day = today.saturating_sub(1.years()).saturating_sub(2.days());
    pictures.extend(taken(
        day.saturating_sub(40.days()),
        Scene::Bump,
        &[(&[] as &'static [&'static str], Is::Hurting); 2],
    ));
    let answers = Answers::Says { kind: "A pregnancy or a baby", face: None, day };
    Person { name: "the mother", pictures, answers }
}

/// His friend died half a year ago.
fn friend(today: Date) -> Person {
    let mut pictures = ordinary(today);
    let with: &'static [&'static str] = &["Jonah Reyes", "Tomas Marsh"];
    pictures.extend(moment(today, 2, Scene::Mountains, &[(with, Is::Hurting), (&["Jonah Reyes"], Is::Hurting)]));
    let answers =
        Answers::Says { kind: "Somebody who died", face: Some("Jonah Reyes"), day: today.saturating_sub(190.days()) };
    Person { name: "the friend", pictures, answers }
}

/// They parted some months ago; the children are in the same pictures' moments.
fn parted(today: Date) -> Person {
    let mut pictures = ordinary(today);
    let (both, him): (&'static [&'static str], &'static [&'static str]) =
        (&["Jonas Lind", "Ada Marsh"], &["Jonas Lind"]);
    let children = (CHILDREN, Is::Dear);
    for years in [1, 2] {
        let of = [children, (both, Is::Hurting), children, (him, Is::Hurting), children, (&["Finn Marsh"], Is::Dear)];
        pictures.extend(moment(today, years, Scene::Party, &of));
    }
    let answers = Answers::Says {
        kind: "Somebody I parted from",
        face: Some("Jonas Lind"),
        day: today.saturating_sub(110.days()),
    };
    Person { name: "the parted one", pictures, answers }
}

fn nobody(today: Date) -> Person {
    Person { name: "who lost nobody", pictures: ordinary(today), answers: Answers::Nothing }
}
