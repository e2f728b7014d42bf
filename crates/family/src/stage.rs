//! Who stands where: what both the picture and its face regions are made from.

use crate::chance::Chance;
use crate::paint::{Facing, Figure, HairStyle, Light, Look, Pose, Rgb, Season, View, head_of, hex};
use crate::{Region, Scene, Shot, Who};

/// Somebody who is in a picture, named in it or not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Part {
    pub(crate) who: Who,
    pub(crate) age: f32,
}

/// How the camera is held for a shot.
pub(crate) fn view_of(shot: &Shot, upright: (u32, u32)) -> View {
    let mut steady = Chance::of(&[shot.seed, shot.burst.map_or(shot.take, u64::from), 11]);
    let mut hand = Chance::of(&[shot.seed, shot.take, 12]);
    let shake = |hand: &mut Chance| hand.range(-0.03, 0.03);
    View {
        size: upright,
        zoom: steady.range(1.0, 1.13) + shake(&mut hand) * 0.2,
        pan: steady.range(-0.8, 0.8) * if upright.1 > upright.0 { 0.22 } else { 1.0 } + shake(&mut hand),
        tilt: steady.range(-0.8, 0.8) + shake(&mut hand),
    }
}

/// The light of a shot.
pub(crate) fn light_of(shot: &Shot) -> Light {
    let grey = Chance::of(&[shot.seed, 13]).odds(0.22);
    Light::at(shot.lived.month(), shot.lived.hour(), grey)
}

/// Everybody in a shot, those further back first.
pub(crate) fn figures(shot: &Shot) -> Vec<Figure> {
    let slots = slots(shot.scene);
    let mut hand = Chance::of(&[shot.seed, shot.take, 14]);
    let mut moment = Chance::of(&[shot.seed, shot.burst.map_or(shot.take / 3, u64::from), 15]);
    let season = light_of(shot).season;
    let cold = matches!(shot.setting, Scene::Snow) || season == Season::Winter && outdoors(shot.setting);
    let aside = moment.range(-26.0, 26.0);
    let mut figures: Vec<Figure> = std::iter::zip(&shot.cast, slots)
        .map(|(part, slot)| {
            let look = look_of(part, shot.seed, cold, season == Season::Summer && outdoors(shot.setting));
            let lively = !matches!(slot.pose, Pose::AtTable | Pose::Sit | Pose::Hold);
            let pose = if lively && part.age < 12.0 && moment.odds(0.3) { Pose::ArmsUp } else { slot.pose };
            let baby = part.age < 0.9 && !matches!(slot.pose, Pose::AtTable | Pose::Hold);
            let figure = Figure {
                x: slot.x + aside + hand.range(-9.0, 9.0),
                y: slot.y,
                scale: slot.scale,
                age: part.age,
                pose: if baby { Pose::Sit } else { pose },
                facing: slot.facing,
                look,
                sway: hand.range(-1.0, 1.0),
            };
            match (shot.scene, slot.pose) {
                (Scene::Portrait, _) => figure.framed(185.0, 560.0),
                (_, Pose::AtTable) => figure.seated(slot.y),
                _ => figure,
            }
        })
        .collect();
    figures.sort_by(|a, b| a.y.total_cmp(&b.y));
    figures
}

/// Where a person's face is in the upright picture, if it is turned to the camera and wholly inside.
pub(crate) fn region_of(shot: &Shot, who: Who, upright: (u32, u32)) -> Option<Region> {
    let index = shot.cast.iter().position(|part| part.who == who)?;
    // Figures are sorted by depth afterwards, so find this one by its look and place again.
    let slot = slots(shot.scene).get(index)?;
    let age = shot.cast[index].age;
    let figure = figures(shot).into_iter().find(|f| f.age == age && (f.x - slot.x).abs() < 40.0)?;
    if figure.facing == Facing::Away {
        return None;
    }
    let (x, y, r) = head_of(&figure);
    let view = view_of(shot, upright);
    let ((x0, y0), (x1, y1)) = (view.place(x - r * 1.1, y - r * 1.2), view.place(x + r * 1.1, y + r * 1.15));
    let inside = x0 >= 0.0 && y0 >= 0.0 && x1 <= 1.0 && y1 <= 1.0;
    inside.then_some(Region { x: x0, y: y0, width: x1 - x0, height: y1 - y0 })
}

fn outdoors(scene: Scene) -> bool {
    use Scene::*;
    matches!(scene, Sea | Hills | Woods | Snow | Garden | Street | Camp | Playground | Mountains | School)
}

struct Slot {
    x: f32,
    y: f32,
    scale: f32,
    pose: Pose,
    facing: Facing,
}

const fn slot(x: f32, y: f32, scale: f32, pose: Pose, facing: Facing) -> Slot {
    Slot { x, y, scale, pose, facing }
}

/// The places in a scene, the best first. All of the first three lie within an upright picture's narrower view.
fn slots(scene: Scene) -> &'static [Slot] {
    use Facing::{Away, Front, Left, Right};
    use Pose::{AtTable, Hold, Reach, Sit, Stand, Walk};
    match scene {
        Scene::Sea => {
            const {
                &[
                    slot(700.0, 1010.0, 430.0, Walk, Front),
                    slot(900.0, 1040.0, 440.0, Stand, Front),
                    slot(1060.0, 1000.0, 430.0, Reach, Left),
                    slot(480.0, 960.0, 400.0, Walk, Right),
                    slot(1240.0, 950.0, 390.0, Stand, Away),
                ]
            }
        }
        Scene::Hills | Scene::Mountains => {
            const {
                &[
                    slot(760.0, 1060.0, 430.0, Walk, Front),
                    slot(920.0, 1075.0, 440.0, Walk, Front),
                    slot(620.0, 1030.0, 420.0, Walk, Right),
                    slot(1060.0, 1010.0, 400.0, Stand, Left),
                ]
            }
        }
        Scene::Woods => {
            const {
                &[
                    slot(740.0, 1040.0, 420.0, Walk, Front),
                    slot(890.0, 1060.0, 430.0, Walk, Front),
                    slot(1010.0, 1000.0, 400.0, Reach, Left),
                    slot(640.0, 980.0, 390.0, Walk, Away),
                ]
            }
        }
        Scene::Snow => {
            const {
                &[
                    slot(660.0, 1060.0, 460.0, Stand, Front),
                    slot(830.0, 1080.0, 470.0, Reach, Right),
                    slot(1130.0, 1040.0, 450.0, Stand, Left),
                    slot(500.0, 1000.0, 430.0, Walk, Right),
                ]
            }
        }
        Scene::Garden => {
            const {
                &[
                    slot(640.0, 1020.0, 500.0, Stand, Front),
                    slot(860.0, 1050.0, 510.0, Sit, Front),
                    slot(1060.0, 1010.0, 490.0, Reach, Left),
                    slot(440.0, 990.0, 470.0, Stand, Right),
                ]
            }
        }
        Scene::Street => {
            const {
                &[
                    slot(740.0, 1110.0, 420.0, Walk, Front),
                    slot(890.0, 1120.0, 430.0, Walk, Front),
                    slot(1030.0, 1080.0, 410.0, Walk, Away),
                    slot(600.0, 1060.0, 400.0, Stand, Right),
                ]
            }
        }
        Scene::Living => {
            const {
                &[
                    slot(700.0, 950.0, 560.0, Sit, Front),
                    slot(900.0, 950.0, 560.0, Sit, Front),
                    slot(1060.0, 950.0, 560.0, Sit, Left),
                    slot(520.0, 1120.0, 580.0, Sit, Right),
                ]
            }
        }
        Scene::Kitchen => {
            const {
                &[
                    slot(690.0, 1010.0, 700.0, AtTable, Front),
                    slot(930.0, 980.0, 700.0, AtTable, Front),
                    slot(480.0, 990.0, 690.0, AtTable, Right),
                    slot(1160.0, 990.0, 690.0, AtTable, Left),
                ]
            }
        }
        Scene::Meal => {
            const {
                &[
                    slot(560.0, 980.0, 680.0, AtTable, Front),
                    slot(800.0, 950.0, 660.0, AtTable, Front),
                    slot(1040.0, 980.0, 680.0, AtTable, Front),
                    slot(300.0, 1040.0, 720.0, AtTable, Right),
                    slot(1310.0, 1040.0, 720.0, AtTable, Left),
                ]
            }
        }
        Scene::Birthday => {
            const {
                &[
                    slot(800.0, 970.0, 740.0, AtTable, Front),
                    slot(550.0, 950.0, 700.0, AtTable, Right),
                    slot(1050.0, 950.0, 700.0, AtTable, Left),
                    slot(330.0, 930.0, 690.0, AtTable, Right),
                    slot(1270.0, 930.0, 690.0, AtTable, Left),
                ]
            }
        }
        Scene::Camp => {
            const {
                &[
                    slot(980.0, 1050.0, 420.0, Sit, Left),
                    slot(600.0, 1050.0, 420.0, Sit, Right),
                    slot(1130.0, 1080.0, 430.0, Sit, Left),
                    slot(470.0, 1080.0, 430.0, Sit, Right),
                ]
            }
        }
        Scene::Car => const { &[] },
        Scene::Playground => {
            const {
                &[
                    slot(640.0, 930.0, 400.0, Sit, Front),
                    slot(880.0, 1080.0, 460.0, Stand, Front),
                    slot(1090.0, 1040.0, 450.0, Stand, Left),
                ]
            }
        }
        Scene::School => {
            const {
                &[
                    slot(740.0, 1080.0, 500.0, Stand, Front),
                    slot(920.0, 1085.0, 500.0, Stand, Front),
                    slot(1080.0, 1050.0, 490.0, Stand, Left),
                ]
            }
        }
        Scene::Party => {
            const {
                &[
                    slot(660.0, 1120.0, 500.0, Stand, Front),
                    slot(850.0, 1140.0, 510.0, Reach, Front),
                    slot(1030.0, 1110.0, 500.0, Stand, Left),
                    slot(480.0, 1090.0, 480.0, Stand, Right),
                    slot(1210.0, 1080.0, 470.0, Stand, Left),
                    slot(330.0, 1050.0, 450.0, Stand, Right),
                ]
            }
        }
        Scene::Portrait => {
            const { &[slot(720.0, 2140.0, 1780.0, Stand, Front), slot(1090.0, 2230.0, 1740.0, Stand, Left)] }
        }
        Scene::Dog => const { &[] },
        Scene::Nursery => const { &[slot(560.0, 1090.0, 620.0, Reach, Right)] },
        Scene::Bump => const { &[slot(820.0, 1230.0, 1000.0, Hold, Left)] },
        _ => &[],
    }
}

/// How somebody looks: the same hair and skin always, clothes that change from day to day.
fn look_of(part: &Part, moment: u64, cold: bool, warm: bool) -> Look {
    use HairStyle::*;
    let who = part.who;
    let mut chance = Chance::of(&[moment, who as u64, 16]);
    let (skin, hair, style, tops, bottoms): (u32, u32, HairStyle, [u32; 4], [u32; 2]) = match who {
        Who::Mother => (0xF1CDB0, 0x7B4A32, Long, [0x5E7F73, 0xC9826B, 0xE3D3B8, 0x6E7FA0], [0x4C5A72, 0x7A6A5C]),
        Who::Father => (0xE3B48E, 0x3B2C28, Short, [0x3F5873, 0x7D8A6A, 0xA65F4C, 0xD8CDB9], [0x4A4A55, 0x6B5D4C]),
        Who::Daughter => (0xF0C8A8, 0x9C5A34, Bob, [0xE0A33E, 0xD9776A, 0x7FA7A0, 0xB491BF], [0x5B6E8C, 0x8C5E66]),
        Who::Son => (0xF2CFB0, 0xC99B5F, Tousled, [0x4F86A6, 0xC95F4B, 0x7BA05B, 0xE8C25A], [0x5A6273, 0x7B6A50]),
        Who::Grandmother => (0xF0D2BC, 0xCFCBC6, Bun, [0x8E7FA3, 0x9DB0A0, 0xB97C7C, 0x6F8494], [0x5F5B6B, 0x6E6358]),
        Who::Priya => (0xB98058, 0x2B2023, Long, [0xB84A5A, 0xE1A94C, 0x3F7F7A, 0x6F5A94], [0x4A4458, 0x39505E]),
        Who::Joanna => (0xF4D6BF, 0xD9B46C, Bob, [0x86A7B8, 0xCF8F7F, 0xA9B97F, 0xE9DCC6], [0x60708A, 0x8B7460]),
        Who::Sam => (0x80543C, 0x231B1A, Curls, [0xD08F3E, 0x4F7A68, 0x7D4F4A, 0xC9C2AE], [0x3F4656, 0x5A5045]),
    };
    let style = if part.age < 1.3 { Wisp } else { style };
    let dress = matches!(who, Who::Grandmother | Who::Daughter) || who == Who::Mother && warm;
    let hat: Rgb = hex(*chance.pick(&[0xB85C4A, 0x5F7F8C, 0xD9A84E, 0x8A6F93]));
    Look {
        skin: hex(skin),
        hair: hex(hair),
        style,
        top: hex(*chance.pick(&tops)),
        bottom: hex(*chance.pick(&bottoms)),
        dress: dress && !cold && chance.odds(0.75),
        beard: who == Who::Father,
        glasses: who == Who::Grandmother,
        winter: cold.then_some(hat),
    }
}
