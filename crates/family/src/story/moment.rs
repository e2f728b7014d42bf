//! A moment before it becomes pictures.

use jiff::civil::{Date, DateTime};

use crate::chance::Chance;
use crate::people::Family;
use crate::picture::upright_size;
use crate::stage::{self, Part};
use crate::{Kind, Named, Plan, Scene, Shot, Spot, Story, Who};

/// Photos that belong together.
#[derive(Clone, Debug)]
pub(super) struct Moment {
    pub(super) start: DateTime,
    pub(super) minutes: i32,
    pub(super) count: usize,
    /// The main scene first; others now and then.
    pub(super) scenes: Vec<Scene>,
    pub(super) spot: Spot,
    pub(super) people: Vec<Who>,
    pub(super) title: &'static str,
    pub(super) caption: &'static str,
    pub(super) story: Option<Story>,
    pub(super) burst: bool,
    pub(super) favourite: bool,
    pub(super) kind: Kind,
    /// Whether people are named in its pictures.
    pub(super) named: bool,
}

impl Moment {
    /// A moment of some pictures within two hours.
    pub(super) fn new(date: Date, hour: i8, count: usize, scenes: &[Scene], spot: Spot, people: &[Who]) -> Self {
        Self {
            start: date.at(hour, date.day() % 10 * 5 + 2, date.day() % 20 * 3, 0),
            minutes: 100,
            count,
            scenes: scenes.to_vec(),
            spot,
            people: people.to_vec(),
            title: "",
            caption: "",
            story: None,
            burst: false,
            favourite: false,
            kind: Kind::Photo,
            named: true,
        }
    }

    pub(super) fn words(self, title: &'static str, caption: &'static str) -> Self {
        Self { title, caption, ..self }
    }

    pub(super) fn part_of(self, story: Story) -> Self {
        Self { story: Some(story), ..self }
    }

    pub(super) fn loved(self) -> Self {
        Self { favourite: true, ..self }
    }

    pub(super) fn end(&self) -> DateTime {
        after(self.start, i64::from(self.minutes) * 60_000)
    }
}

fn after(time: DateTime, milliseconds: i64) -> DateTime {
    time.saturating_add(jiff::Span::new().milliseconds(milliseconds))
}

/// Takes the pictures of a moment. Paths and cameras come later, when all are in order.
pub(super) fn expand(moment: &Moment, number: u32, plan: &Plan, family: &Family, shots: &mut Vec<Shot>) {
    let day = moment.start.date();
    // The story is the same whatever the seed; only the ordinary weeks change with it.
    let dice = if moment.story.is_some() { 0 } else { plan.seed };
    let seed = Chance::of(&[dice, day.year() as u64, day.day_of_year() as u64, moment.scenes[0] as u64]).next();
    let present: Vec<Who> = moment.people.iter().copied().filter(|who| family.living(*who, day)).collect();
    for i in 0..moment.count {
        let mut chance = Chance::of(&[seed, i as u64, 31]);
        let in_burst = moment.burst && (3..9).contains(&i);
        let lived = time_of(moment, i, in_burst, &mut chance);
        let scene = scene_of(moment, i, in_burst);
        // A burst is over in two seconds: nobody comes or goes.
        let mut company = if in_burst { Chance::of(&[seed, 32]) } else { chance.clone() };
        let cast: Vec<Part> = who_is_in(scene, i, &present, &mut company)
            .into_iter()
            .map(|who| Part { who, age: family.age(who, day) })
            .collect();
        let mut shot = blank(moment, number, lived, scene, seed, plan);
        shot.take = i as u64;
        shot.cast = cast;
        shot.burst = in_burst.then_some(number);
        let upright = chance.odds(0.2) && moment.kind == Kind::Photo && !in_burst;
        shot.orientation = if !upright {
            1
        } else if chance.odds(0.8) {
            6
        } else {
            8
        };
        describe(&mut shot, moment, i, &mut chance);
        name_people(&mut shot, moment, family, plan, &mut chance);
        shots.push(shot);
    }
}

fn time_of(moment: &Moment, i: usize, in_burst: bool, chance: &mut Chance) -> DateTime {
    let step = i64::from(moment.minutes) * 60_000 / moment.count.max(1) as i64;
    if in_burst {
        return after(moment.start, 3 * step + (i as i64 - 3) * 340 + 120);
    }
    after(moment.start, i as i64 * step + (chance.part() * 0.8 * step as f32) as i64)
}

fn scene_of(moment: &Moment, i: usize, in_burst: bool) -> Scene {
    let others = moment.scenes.len() - 1;
    if in_burst || others == 0 || i % 3 != 2 { moment.scenes[0] } else { moment.scenes[1 + i / 3 % others] }
}

/// The mother mostly holds the camera; pictures without anybody are usual too.
fn who_is_in(scene: Scene, i: usize, present: &[Who], chance: &mut Chance) -> Vec<Who> {
    match scene {
        Scene::Bump => return vec![Who::Mother],
        Scene::Nursery => return if i.is_multiple_of(2) { vec![] } else { vec![Who::Father] },
        _ => {}
    }
    let mut people: Vec<Who> = present.to_vec();
    if i > 0 && people.len() > 1 && chance.odds(0.6) {
        people.retain(|who| *who != Who::Mother);
    }
    if i > 0 && chance.odds(0.5) {
        chance.shuffle(&mut people);
        let keep = if scene == Scene::Portrait { 1 } else { 1 + chance.below(people.len()) };
        people.truncate(keep);
    }
    if scene == Scene::Playground {
        // The first place is the swing.
        people.sort_by_key(|who| !matches!(who, Who::Daughter | Who::Son));
    }
    if let (Scene::Birthday, Some(whose)) = (scene, present.first()) {
        people.retain(|who| who != whose);
        people.insert(0, *whose);
    }
    if scene == Scene::Portrait {
        people.truncate(1);
    }
    let empty =
        matches!(scene, Scene::Sea | Scene::Hills | Scene::Woods | Scene::Mountains | Scene::Street | Scene::Garden);
    if empty && i > 0 && chance.odds(0.22) {
        people.clear();
    }
    people
}

fn blank(moment: &Moment, number: u32, lived: DateTime, scene: Scene, seed: u64, plan: &Plan) -> Shot {
    Shot {
        path: String::new(),
        time: lived,
        millisecond: (lived.subsec_nanosecond() / 1_000_000) as u16,
        offset: None,
        lived,
        position: None,
        spot: moment.spot,
        people: Vec::new(),
        title: None,
        caption: None,
        keywords: Vec::new(),
        rating: None,
        orientation: 1,
        camera: None,
        scene,
        moment: number,
        burst: None,
        kind: moment.kind,
        story: moment.story,
        sidecar: false,
        setting: moment.scenes[0],
        cast: Vec::new(),
        seed,
        take: 0,
        size: plan.size,
    }
}

fn describe(shot: &mut Shot, moment: &Moment, i: usize, chance: &mut Chance) {
    if moment.kind == Kind::Receipt {
        shot.keywords.push("receipt".to_owned());
    }
    if !moment.title.is_empty() && (i < 2 || chance.odds(0.3)) {
        shot.title = Some(moment.title.to_owned());
    }
    if i == 0 && !moment.caption.is_empty() {
        shot.caption = Some(moment.caption.to_owned());
    }
    if moment.named && chance.odds(0.25) {
        shot.keywords.push(moment.spot.name().to_owned());
        if shot.scene == Scene::Dog {
            shot.keywords.push("Biscuit".to_owned());
        }
    }
    shot.rating = match i {
        0 if moment.favourite => Some(5),
        _ if chance.odds(0.06) => Some(3 + chance.below(2) as u8),
        _ => None,
    };
    shot.sidecar = shot.kind == Kind::Photo && moment.named && chance.odds(0.08);
}

fn name_people(shot: &mut Shot, moment: &Moment, family: &Family, plan: &Plan, chance: &mut Chance) {
    if !moment.named || matches!(shot.kind, Kind::Messenger | Kind::Screenshot | Kind::Receipt) {
        return;
    }
    let upright = upright_size(shot, plan.size);
    for part in shot.cast.clone() {
        let region = stage::region_of(shot, part.who, upright);
        // Nobody names everybody: some faces stay without a name, some names without a face.
        if region.is_some() && chance.odds(0.85) || chance.odds(0.08) && shot.scene != Scene::Portrait {
            let name = family.person(part.who).name.clone();
            shot.people.push(Named { who: part.who, name, region });
        }
    }
}
