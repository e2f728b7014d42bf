//! From a story to the pictures that were taken: ordinary weeks, birthdays and feasts, and what belongs to the story alone.

use family::{Scene, Told, Who};
use jiff::ToSpan;
use jiff::civil::Date;
use model::Position;

use super::{Moment, Someone, Story};
use crate::chance::Chance;

/// A picture with the truth about it.
pub(super) struct Picture {
    pub(super) told: Told,
    /// Which moment it is of, counted through.
    pub(super) moment: usize,
    /// Who is in it, whether its file says so or not.
    pub(super) with: Vec<&'static str>,
    /// Who was there.
    pub(super) there: Vec<&'static str>,
    pub(super) tag: &'static str,
    /// Whether its moment is a joy where nothing in it hurts.
    pub(super) dear: bool,
}

const HOME: (f64, f64) = (45.5262, -122.6340);
/// How often somebody who is there is in any one picture, and is named in its file where they are.
const IN_PICTURE: f64 = 0.45;
const FOUND: f64 = 0.85;
/// How often a picture tells where it was taken.
const LOCATED: f64 = 0.6;
const FEASTS: [(i8, i8); 3] = [(12, 24), (12, 25), (12, 31)];

/// All pictures of a story, in the order of time. The same story gives the same pictures.
pub(super) fn pictures(story: &Story) -> Vec<Picture> {
    let mut moments = ordinary(story);
    moments.extend(birthdays(story));
    moments.extend(story.moments.iter().cloned());
    moments.retain(|moment| story.from <= moment.day && moment.day < story.joins);
    moments.sort_by_key(|moment| moment.day);
    let mut pictures = Vec::new();
    for (number, moment) in moments.iter().enumerate() {
        develop(story, number, moment, &mut pictures);
    }
    pictures
}

fn ordinary(story: &Story) -> Vec<Moment> {
    let mut chance = Chance::of(&[story.seed, 1]);
    let mut found = Vec::new();
    let mut on = story.from;
    while on < story.joins {
        let feast = FEASTS.contains(&(on.month(), on.day()));
        if feast && chance.odds(0.6) {
            found.push(together(story, &mut chance, on, Scene::Party, 2));
        } else if chance.odds(story.a_week / 7.0) {
            let (scene, sort) = [
                (Scene::Living, 0),
                (Scene::Kitchen, 0),
                (Scene::Garden, 1),
                (Scene::Woods, 1),
                (Scene::Sea, 1),
                (Scene::Meal, 0),
            ][chance.weighed(&[0.25, 0.15, 0.2, 0.15, 0.1, 0.15])];
            found.push(together(story, &mut chance, on, scene, sort));
        }
        on = on.saturating_add(1.days());
    }
    found
}

/// Whoever is around, as often as they are.
fn together(story: &Story, chance: &mut Chance, on: Date, scene: Scene, sort: usize) -> Moment {
    let there: Vec<&'static str> = story
        .around
        .iter()
        .filter(|someone| someone.from <= on && on < someone.until && chance.odds(someone.often[sort]))
        .map(|someone| someone.name)
        .collect();
    let dear = chance.odds(match (there.is_empty(), sort) {
        (true, _) => 0.3,
        (_, 2) => 0.85,
        _ => 0.7,
    });
    let photos = 1 + chance.weighed(&[0.4, 0.35, 0.25]);
    Moment { day: on, scene, photos, there, tag: "", caption: None, at: None, dear }
}

fn birthdays(story: &Story) -> Vec<Moment> {
    let mut chance = Chance::of(&[story.seed, 2]);
    let mut found = Vec::new();
    for year in story.from.year()..=story.joins.year() {
        for whose in &story.around {
            let Ok(on) = Date::new(year, whose.birthday.0, whose.birthday.1) else { continue };
            // Only of the household, and of others now and then.
            let photographed = chance.odds(if whose.often[0] > 0.4 { 0.8 } else { 0.25 });
            if photographed && whose.from <= on && on < whose.until {
                let mut party = together(story, &mut chance, on, Scene::Birthday, 2);
                if !party.there.contains(&whose.name) {
                    party.there.insert(0, whose.name);
                }
                party.photos = 3;
                found.push(Moment { dear: true, ..party });
            }
        }
    }
    found
}

fn develop(story: &Story, number: usize, moment: &Moment, pictures: &mut Vec<Picture>) {
    let mut chance = Chance::of(&[story.seed, 3, number as u64]);
    let (latitude, longitude) = moment.at.unwrap_or(HOME);
    let hour = 9 + chance.whole((0, 9)) as i8;
    for at in 0..moment.photos {
        let with: Vec<&'static str> = moment.there.iter().copied().filter(|_| chance.odds(IN_PICTURE)).collect();
        let named = with.iter().filter(|_| story.named && chance.odds(FOUND)).map(|name| (*name).to_owned());
        let names: Vec<String> = named.collect();
        let mut off = || chance.range((-0.0004, 0.0004));
        let here = Position { latitude: latitude + off(), longitude: longitude + off() };
        let looks = |name: &str| story.around.iter().find(|someone| someone.name == name).map(Someone::drawn);
        let figures: Vec<(Who, f32)> = with.iter().filter_map(|name| looks(name)).collect();
        let told = Told {
            path: format!("{}/IMG_{number:05}_{at}.jpg", moment.day.year()),
            time: moment.day.at(hour, (at * 7) as i8, chance.whole((0, 59)) as i8, 0),
            position: Some(here).filter(|_| chance.odds(LOCATED)),
            names,
            caption: moment.caption.map(str::to_owned),
            scene: moment.scene,
            figures,
            seed: chance.next(),
        };
        let Moment { ref there, tag, dear, .. } = *moment;
        pictures.push(Picture { told, moment: number, with, there: there.clone(), tag, dear });
    }
}

impl Someone {
    fn drawn(&self) -> (Who, f32) {
        let age = match self.look {
            Who::Daughter | Who::Son => 6.0,
            Who::Grandmother => 68.0,
            _ => 36.0,
        };
        (self.look, age)
    }
}

impl Story {
    /// Whether a picture hurts on a day.
    pub(super) fn hurts_on(&self, picture: &Picture, day: Date) -> bool {
        self.hurts.iter().enumerate().any(|(at, hurt)| {
            let touches = match hurt.what {
                super::What::Sight(name) => picture.with.contains(&name),
                super::What::There(name) => picture.there.contains(&name) && !picture.with.contains(&name),
                super::What::Tag(tag) => picture.tag == tag,
                super::What::Eve(of, days) => {
                    let taken = picture.told.time.date();
                    of.saturating_sub(days.days()) <= taken && taken < of
                }
            };
            let luck = || Chance::of(&[self.seed, 4, picture.moment as u64, at as u64]).odds(hurt.part);
            touches && hurt.from <= day && day < hurt.until && luck()
        })
    }
}
