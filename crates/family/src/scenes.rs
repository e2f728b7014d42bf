//! The scenes, a file each. Every one paints the whole sheet (1600 by 1200 units) and says how it is finished.

mod birthday;
mod camp;
mod car;
mod dog;
mod garden;
mod hills;
mod hospital;
mod hospital_things;
mod kitchen;
mod living;
mod mountains;
mod nursery;
mod papers;
mod party;
mod playground;
mod portrait;
mod school;
mod sea;
mod snow;
mod street;
mod waiting;
mod woods;

use crate::chance::Chance;
use crate::paint::{Canvas, Figure, Finish, Light, Rgb, draw_figure, hex};
use crate::{Scene, Shot, stage};

/// What a scene is painted from.
pub(crate) struct Sitting {
    pub(crate) light: Light,
    pub(crate) figures: Vec<Figure>,
    /// The same for all shots of a moment: where the hills and windows are.
    pub(crate) moment: Chance,
    /// Another for each shot or burst: waves, falling snow.
    pub(crate) take: Chance,
    /// Where a portrait was taken.
    pub(crate) setting: Scene,
    pub(crate) month: i8,
    /// How old the first of those in the picture is: candles on a cake.
    pub(crate) first_age: f32,
    pub(crate) grain: u32,
}

impl Sitting {
    pub(crate) fn of(shot: &Shot) -> Self {
        Self {
            light: stage::light_of(shot),
            figures: stage::figures(shot),
            moment: Chance::of(&[shot.seed, 21]),
            take: Chance::of(&[shot.seed, shot.burst.map_or(shot.take, u64::from), 22]),
            setting: shot.setting,
            month: shot.lived.month(),
            first_age: shot.cast.first().map_or(6.0, |part| part.age),
            grain: (shot.seed ^ shot.take.wrapping_mul(977)) as u32,
        }
    }

    /// Draws everybody.
    pub(crate) fn people(&self, canvas: &mut Canvas) {
        for figure in &self.figures {
            draw_figure(canvas, figure);
        }
    }

    /// A number that is the same for all shots of the moment.
    pub(crate) fn place(&mut self) -> u32 {
        self.moment.next() as u32
    }

    /// Indoors by day: warm and clear.
    pub(crate) fn indoors(&self) -> Finish {
        Finish { tint: hex(0xFFF8EC), corners: 0.2, grain: 3.0, seed: self.grain }
    }

    /// Whatever the light outside does.
    pub(crate) fn outdoors(&self) -> Finish {
        self.light.finish(self.grain)
    }

    /// In a light of one's own.
    pub(crate) fn in_light(&self, tint: Rgb, corners: f32) -> Finish {
        Finish { tint, corners, grain: 3.0, seed: self.grain }
    }
}

/// Paints a scene.
pub(crate) fn paint(canvas: &mut Canvas, s: &mut Sitting, scene: Scene) -> Finish {
    match scene {
        Scene::Sea => sea::paint(canvas, s),
        Scene::Hills => hills::paint(canvas, s),
        Scene::Woods => woods::paint(canvas, s),
        Scene::Snow => snow::paint(canvas, s),
        Scene::Garden => garden::paint(canvas, s),
        Scene::Street => street::paint(canvas, s),
        Scene::Living => living::paint(canvas, s),
        Scene::Kitchen => kitchen::paint(canvas, s),
        Scene::Meal => kitchen::meal(canvas, s),
        Scene::Birthday => birthday::paint(canvas, s),
        Scene::Camp => camp::paint(canvas, s),
        Scene::Car => car::paint(canvas, s),
        Scene::Playground => playground::paint(canvas, s),
        Scene::Mountains => mountains::paint(canvas, s),
        Scene::School => school::paint(canvas, s),
        Scene::Party => party::paint(canvas, s),
        Scene::Dog => dog::paint(canvas, s),
        Scene::Portrait => portrait::paint(canvas, s),
        Scene::Nursery => nursery::paint(canvas, s),
        Scene::Ultrasound => waiting::ultrasound(canvas, s),
        Scene::Bump => waiting::bump(canvas, s),
        Scene::HospitalRoom => hospital::room_at_night(canvas, s),
        Scene::HospitalWindow => hospital::window_at_night(canvas, s),
        Scene::HospitalHands => hospital_things::hands(canvas, s),
        Scene::HospitalHat => hospital_things::hat(canvas, s),
        Scene::Candle => hospital_things::candle(canvas, s),
        Scene::Screen => papers::screen(canvas, s),
        Scene::Receipt => papers::receipt(canvas, s),
        Scene::Print => papers::print(canvas, s),
    }
}
