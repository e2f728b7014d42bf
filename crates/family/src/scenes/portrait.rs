//! A face near the camera, the place behind it out of focus.

use super::Sitting;
use crate::Scene;
use crate::paint::{Canvas, Finish, Hour, hex};

pub(super) fn paint(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    let (high, low, spots): (u32, u32, [u32; 4]) = match s.setting {
        Scene::Sea => (0xBCD3D8, 0xDCC9A4, [0x8FB4BE, 0xF3E6C8, 0xA9C6CC, 0xE9D5AC]),
        Scene::Snow => (0xC9D5DF, 0xF1F1EE, [0xFFFFFF, 0xB9C8D4, 0x8EA7A2, 0xE4E9EB]),
        Scene::Woods => (0xA9B27E, 0xB08A58, [0xD9A557, 0x8FA56A, 0xF1DFA0, 0xC98A4B]),
        Scene::Party | Scene::Camp => (0x2B3358, 0x4E4866, [0xFFC774, 0xE8A062, 0x6F7BA6, 0xFFE2A8]),
        Scene::Living | Scene::Kitchen | Scene::Meal => (0xDCCBB2, 0xB9967A, [0xF3E3C6, 0xC99A78, 0xE6D3B6, 0xA9A08A]),
        Scene::Birthday => (0xE3CBB2, 0xD0A68C, [0xE8C25A, 0xD9776A, 0x7FA7A0, 0xF3E8D3]),
        Scene::Street => (0xB9AFA8, 0x8F8791, [0xFFD68F, 0xC9B9A6, 0xD9A98C, 0x8D97A6]),
        _ => (0xB7CFC4, 0xA5B87E, [0x8FAE6B, 0xE9E2A8, 0x7FA28A, 0xC9D6A0]),
    };
    canvas.wash(&[(0.0, hex(high)), (560.0, hex(high).mix(hex(low), 0.5)), (1200.0, hex(low))]);
    for _ in 0..19 {
        let (x, y) = (s.moment.range(0.0, 1600.0), s.moment.range(0.0, 1200.0));
        let r = s.moment.range(60.0, 150.0);
        let colour = hex(*s.moment.pick(&spots));
        canvas.glow(x, y, r * 1.9, colour, s.moment.range(0.3, 0.6));
        canvas.veil_disc(x, y, r * 0.6, colour.lighter(0.15), 0.1);
    }
    canvas.glow(s.moment.range(100.0, 500.0), 160.0, 760.0, hex(0xFFF3D2), 0.4);
    s.people(canvas);
    canvas.glow(150.0, 60.0, 900.0, hex(0xFFEBC2), 0.16);
    match s.light.hour {
        Hour::Dusk | Hour::Night => s.in_light(hex(0xF3DCCB), 0.3),
        _ => s.in_light(hex(0xFFF8EC), 0.2),
    }
}
