//! An evening with friends under strings of light.

use super::Sitting;
use crate::paint::{Canvas, Finish, fir, hex, ridge, stars};

pub(super) fn paint(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    canvas.wash(&[(0.0, hex(0x18223F)), (420.0, hex(0x2E3A60)), (760.0, hex(0x5A557C))]);
    stars(canvas, 520.0, &mut s.moment);
    if s.moment.odds(0.7) {
        let (x, y) = (s.take.range(380.0, 1220.0), s.take.range(150.0, 260.0));
        firework(canvas, s, x, y);
    }
    let seed = s.place();
    ridge(canvas, 700.0, 50.0, 400.0, 1260.0, hex(0x2C3550), seed);
    for i in 0..9 {
        let x = i as f32 * 195.0 + s.moment.range(-60.0, 60.0);
        fir(canvas, x, 800.0, s.moment.range(180.0, 320.0), hex(0x2B3F4C), false);
    }
    canvas.wash_between(790.0, 1201.0, &[(790.0, hex(0x3D4452)), (1200.0, hex(0x5E5A58))]);
    canvas.glow_wide(800.0, 1080.0, 300.0, 2.6, hex(0xFFC981), 0.4);
    long_table(canvas);
    for row in 0..3 {
        string_of_lights(canvas, 250.0 + row as f32 * 120.0, 120.0, row as f32 * 0.13);
    }
    s.people(canvas);
    for figure in &s.figures {
        canvas.glow(figure.x, figure.y - 300.0, 260.0, hex(0xFFCB8A), 0.1);
    }
    s.in_light(hex(0xFFEEDC), 0.28)
}

fn string_of_lights(canvas: &mut Canvas, y: f32, sag: f32, shift: f32) {
    let at = |t: f32| (t * 1600.0, y + sag * (1.0 - (2.0 * t - 1.0) * (2.0 * t - 1.0)) - 60.0 * t);
    canvas.curve(&[at(0.0), at(0.25), at(0.5), at(0.75), at(1.0)], 2.5, hex(0x1B2033));
    for i in 0..15 {
        let (x, y) = at((i as f32 + 0.5 + shift) / 15.0);
        canvas.glow(x, y + 14.0, 70.0, hex(0xFFC774), 0.6);
        canvas.oval(x, y + 14.0, 8.0, 11.0, hex(0xFFF0C6));
    }
}

fn long_table(canvas: &mut Canvas) {
    canvas.polygon(&[(260.0, 900.0), (1340.0, 900.0), (1420.0, 960.0), (180.0, 960.0)], hex(0xC7A98A));
    canvas.rect(180.0, 960.0, 1240.0, 26.0, hex(0x8C6E58));
    for i in 0..9 {
        let x = 300.0 + i as f32 * 124.0;
        if i % 2 == 0 {
            canvas.soft_rect(x, 868.0, 26.0, 62.0, 6.0, hex(0xE9D9B4), hex(0xC9A46A));
        } else {
            canvas.line((x, 930.0), (x, 900.0), 15.0, hex(0xF5ECDA));
            canvas.glow(x, 880.0, 60.0, hex(0xFFD58A), 0.7);
            canvas.oval(x, 884.0, 5.0, 11.0, hex(0xFFF3CE));
        }
    }
}

fn firework(canvas: &mut Canvas, s: &mut Sitting, x: f32, y: f32) {
    let colour = hex(*s.take.pick(&[0xF3C77A, 0xE8A79A, 0xB9C9E6]));
    canvas.glow(x, y, 260.0, colour, 0.35);
    for ray in 0..26 {
        let angle = ray as f32 * 0.2417 + s.take.range(-0.05, 0.05);
        let reach = s.take.range(90.0, 175.0);
        let (dx, dy) = (angle.cos(), angle.sin());
        let end = (x + dx * reach, y + dy * reach + 26.0);
        canvas.veil_curve(
            &[(x + dx * 36.0, y + dy * 36.0), (x + dx * reach * 0.7, y + dy * reach * 0.7 + 6.0), end],
            2.5,
            colour,
            0.65,
        );
        canvas.veil_disc(end.0, end.1, 4.0, hex(0xFFF6E0), 0.9);
    }
}
