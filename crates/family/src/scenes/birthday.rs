//! A birthday table: a cake, candles, paper garlands.

use super::Sitting;
use crate::chance::Chance;
use crate::paint::{Canvas, Finish, hex, room, table_front, window};

const PAPER: [u32; 5] = [0xD9776A, 0xE8C25A, 0x7FA7A0, 0xB491BF, 0xF3E8D3];

pub(super) fn paint(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    let wall = hex(*s.moment.pick(&[0xE9D6BE, 0xD5DCD0, 0xE6CFC2, 0xCFD8DC]));
    room(canvas, 900.0, wall, hex(0xA98262));
    window(canvas, (1180.0, 220.0, 300.0, 360.0), &s.light, &mut s.moment);
    for row in 0..2 {
        garland(canvas, 70.0 + row as f32 * 110.0, &mut s.moment);
    }
    for i in 0..6 {
        let x = [110.0, 210.0, 330.0, 1120.0, 1500.0, 1390.0][i] + s.moment.range(-30.0, 30.0);
        balloon(canvas, x, s.moment.range(300.0, 470.0), &mut s.moment);
    }
    canvas.glow(800.0, 760.0, 620.0, hex(0xFFDFA0), 0.4);
    s.people(canvas);
    table_front(canvas, 905.0, hex(*s.moment.pick(&[0xF0E4D0, 0xCFDCD6, 0xEBCFC2])));
    for _ in 0..70 {
        let (x, y) = (s.moment.range(0.0, 1600.0), s.moment.range(930.0, 1190.0));
        canvas.veil_oval(x, y, 6.0, 4.0, hex(*s.moment.pick(&PAPER)), 0.8);
    }
    presents(canvas, s);
    // Round numbers of grown-ups do not fit on a cake.
    let candles = s.first_age.round().clamp(1.0, 12.0) as usize;
    cake(canvas, candles, s);
    s.in_light(hex(0xFFEFD8), 0.26)
}

fn garland(canvas: &mut Canvas, y: f32, chance: &mut Chance) {
    let at = |t: f32| (t * 1600.0, y + 100.0 * (1.0 - (2.0 * t - 1.0) * (2.0 * t - 1.0)));
    canvas.curve(&[at(0.0), at(0.25), at(0.5), at(0.75), at(1.0)], 3.0, hex(0xA38C74));
    for i in 1..22 {
        let (x, top) = at(i as f32 / 22.0);
        canvas.polygon(&[(x - 24.0, top), (x + 24.0, top), (x, top + 58.0)], hex(*chance.pick(&PAPER)));
    }
}

fn balloon(canvas: &mut Canvas, x: f32, y: f32, chance: &mut Chance) {
    let colour = hex(*chance.pick(&PAPER[..4]));
    canvas.veil_curve(&[(x, y + 84.0), (x + 14.0, y + 190.0), (x - 8.0, y + 320.0)], 2.5, hex(0x8A7A6A), 0.7);
    canvas.oval(x, y, 68.0, 84.0, colour);
    canvas.polygon(&[(x - 10.0, y + 96.0), (x + 10.0, y + 96.0), (x, y + 80.0)], colour.darker(0.15));
    canvas.glow_wide(x - 22.0, y - 30.0, 40.0, 0.7, hex(0xFFF8EA), 0.6);
    canvas.glow_wide(x + 24.0, y + 34.0, 46.0, 0.8, colour.darker(0.4), 0.4);
}

fn presents(canvas: &mut Canvas, s: &mut Sitting) {
    for (x, w, h) in [(190.0, 170.0, 130.0), (360.0, 110.0, 84.0), (1240.0, 190.0, 110.0)] {
        let (paper, ribbon) = (hex(*s.moment.pick(&PAPER)), hex(*s.moment.pick(&PAPER)).darker(0.1));
        let y = 1110.0 - h;
        canvas.glow_wide(x + w / 2.0, 1110.0, 20.0, w / 36.0, hex(0x2A2433), 0.4);
        canvas.soft_rect(x, y, w, h, 6.0, paper.lighter(0.1), paper.darker(0.12));
        canvas.rect(x + w * 0.43, y, w * 0.14, h, ribbon);
        for side in [-1.0, 1.0] {
            canvas.blob(
                &[(x + w * 0.5, y), (x + w * (0.5 + side * 0.26), y - 38.0), (x + w * (0.5 + side * 0.3), y - 6.0)],
                ribbon,
            );
        }
    }
}

fn cake(canvas: &mut Canvas, candles: usize, s: &mut Sitting) {
    let icing = hex(*s.moment.pick(&[0xF7E9D7, 0xE9A9A0, 0xF3DDA8, 0xD5C3DF]));
    let sponge = hex(*s.moment.pick(&[0xC98F5C, 0x8A5A44]));
    let (x, y) = (800.0, 1090.0);
    canvas.glow_wide(x, y + 20.0, 46.0, 6.5, hex(0x2A2433), 0.4);
    canvas.oval(x, y + 6.0, 250.0, 44.0, hex(0xFBF7EE));
    canvas.soft_rect(x - 190.0, y - 130.0, 380.0, 140.0, 30.0, sponge.lighter(0.1), sponge.darker(0.1));
    canvas.oval(x, y - 2.0, 190.0, 32.0, sponge.darker(0.1));
    canvas.rect(x - 190.0, y - 76.0, 380.0, 14.0, icing);
    let mut drips = vec![(x - 186.0, y - 136.0)];
    for i in 0..=12 {
        drips
            .push((x - 192.0 + i as f32 * 32.0, y - if i % 2 == 0 { 112.0 } else { 84.0 } + s.moment.range(-8.0, 8.0)));
    }
    drips.push((x + 186.0, y - 136.0));
    canvas.blob(&drips, icing);
    canvas.oval(x, y - 134.0, 192.0, 36.0, icing.lighter(0.25));
    for i in 0..candles {
        let t = (i as f32 + 0.5) / candles as f32 * 2.0 - 1.0;
        let (cx, cy) = (x + t * 150.0, y - 130.0 + (1.0 - t * t) * if i % 2 == 0 { 16.0 } else { -14.0 });
        canvas.line((cx, cy), (cx, cy - 66.0), 11.0, hex(PAPER[i % 4]).lighter(0.2));
        let flicker = s.take.range(-3.0, 3.0);
        canvas.glow(cx, cy - 92.0, 66.0, hex(0xFFDF95), 0.75);
        canvas.blob(
            &[(cx + flicker, cy - 112.0), (cx + 8.0, cy - 86.0), (cx, cy - 74.0), (cx - 8.0, cy - 86.0)],
            hex(0xFFF3CE),
        );
    }
}
