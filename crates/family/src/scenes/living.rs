//! The living room: window light by day, a lamp in the evening, a tree in December.

use super::Sitting;
use crate::chance::Chance;
use crate::paint::{
    Canvas, Finish, Hour, curtains, dog_lying, hex, lamp, pot_plant, room, sunbeam, wall_picture, window,
};

pub(super) fn paint(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    let late = matches!(s.light.hour, Hour::Dusk | Hour::Night);
    let wall = hex(*s.moment.pick(&[0xE6D8C1, 0xD9DDCF, 0xE8D3C0, 0xD7DCDD]));
    room(canvas, 860.0, wall, hex(0xB98E68));
    let pane = (170.0, 190.0, 340.0, 400.0);
    window(canvas, pane, &s.light, &mut s.moment);
    curtains(canvas, pane, hex(*s.moment.pick(&[0xC8907A, 0x9DB0A0, 0xD9C08C])));
    wall_picture(canvas, 720.0, 210.0, 170.0, 210.0, &mut s.moment);
    wall_picture(canvas, 930.0, 250.0, 130.0, 150.0, &mut s.moment);
    if !late {
        sunbeam(canvas, pane, 860.0, 0.3);
    }
    canvas.oval(820.0, 1060.0, 640.0, 110.0, hex(*s.moment.pick(&[0xD6B99A, 0xC9A79A, 0xA9B5A6])));
    canvas.oval(820.0, 1056.0, 580.0, 94.0, hex(0xE9DAC2));
    sofa(canvas, hex(*s.moment.pick(&[0x6F8A86, 0x8C7A94, 0xA67B5B])));
    if s.month == 12 {
        christmas_tree(canvas, 1360.0, 980.0, &mut s.moment);
    } else {
        pot_plant(canvas, 1400.0, 940.0, 330.0, &mut s.moment);
        lamp(canvas, 1250.0, 900.0, late);
    }
    s.people(canvas);
    if s.moment.odds(0.5) {
        dog_lying(canvas, 1010.0, 1130.0, 330.0);
    }
    if late { s.in_light(hex(0xF3DFC9), 0.3) } else { s.indoors() }
}

fn sofa(canvas: &mut Canvas, cloth: crate::paint::Rgb) {
    canvas.glow_wide(820.0, 1000.0, 60.0, 9.0, hex(0x2A2433), 0.4);
    canvas.soft_rect(430.0, 610.0, 780.0, 330.0, 60.0, cloth.lighter(0.14), cloth);
    for x in [440.0, 700.0, 950.0] {
        canvas.soft_rect(x + 14.0, 640.0, 240.0, 230.0, 44.0, cloth.lighter(0.2), cloth.lighter(0.02));
    }
    canvas.soft_rect(420.0, 850.0, 800.0, 130.0, 44.0, cloth.lighter(0.1), cloth.darker(0.16));
    for x in [370.0, 1160.0] {
        canvas.soft_rect(x, 740.0, 110.0, 250.0, 50.0, cloth.lighter(0.16), cloth.darker(0.12));
    }
}

fn christmas_tree(canvas: &mut Canvas, x: f32, y: f32, chance: &mut Chance) {
    crate::paint::fir(canvas, x, y, 760.0, hex(0x54785F), false);
    let colours = [0xD9776A, 0xE8C25A, 0xF3E8D3, 0xB85C4A];
    for i in 0..34 {
        let height = (i as f32 + 0.5) / 34.0;
        let (bx, by) = (x + chance.range(-1.0, 1.0) * 165.0 * (1.0 - height), y - 90.0 - height * 600.0);
        if i % 3 == 0 {
            canvas.glow(bx, by, 46.0, hex(0xFFE6A8), 0.7);
            canvas.disc(bx, by, 5.0, hex(0xFFF6D6));
        } else {
            canvas.disc(bx, by, 12.0, hex(*chance.pick(&colours)));
        }
    }
    for (dx, w, colour) in [(-120.0, 110.0, 0xC9826B), (10.0, 130.0, 0x7FA7A0), (130.0, 80.0, 0xE8C25A)] {
        canvas.rect(x + dx, y - 50.0, w, 82.0, hex(colour));
        canvas.rect(x + dx + w * 0.44, y - 50.0, w * 0.12, 82.0, hex(0xFBF3E2));
    }
}
