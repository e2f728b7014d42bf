//! A room that is being made ready: half the wall is painted.

use super::Sitting;
use crate::paint::{Canvas, Finish, hex, pot_plant, room, sunbeam, window};

pub(super) fn paint(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    let paint = hex(0xA9BFAE);
    room(canvas, 880.0, hex(0xF1E7D6), hex(0xC49E77));
    // The paint ends in brush strokes where they stopped for the day.
    let done = s.moment.range(980.0, 1100.0) + s.take.range(0.0, 60.0);
    let mut edge = vec![(-20.0, -20.0), (done, -20.0)];
    for i in 0..14 {
        let y = i as f32 * 64.0;
        edge.push((done + if i % 2 == 0 { 36.0 } else { -28.0 } + s.moment.range(-14.0, 14.0), y));
    }
    edge.push((done, 862.0));
    edge.push((-20.0, 862.0));
    let shape = crate::paint::flowing_shape(&edge);
    canvas.fill_fading(shape, (0.0, 0.0, paint.lighter(0.15).at(1.0)), (0.0, 860.0, paint.darker(0.04).at(1.0)));
    canvas.rect(0.0, 864.0, 1600.0, 18.0, hex(0xFAF4E8));
    let pane = (190.0, 150.0, 330.0, 380.0);
    window(canvas, pane, &s.light, &mut s.moment);
    sunbeam(canvas, pane, 880.0, 0.3);
    crib(canvas);
    mobile(canvas, s);
    pot_plant(canvas, 1500.0, 930.0, 230.0, &mut s.moment);
    canvas.soft_rect(600.0, 1060.0, 110.0, 96.0, 10.0, hex(0xE8E4DA), hex(0xC4BEB2));
    canvas.oval(655.0, 1062.0, 55.0, 14.0, paint);
    s.people(canvas);
    s.indoors()
}

fn crib(canvas: &mut Canvas) {
    let wood = hex(0xE3C9A2);
    canvas.glow_wide(1090.0, 1040.0, 34.0, 10.0, hex(0x2A2433), 0.4);
    canvas.soft_rect(860.0, 800.0, 460.0, 90.0, 20.0, hex(0xFBF6EC), hex(0xEADFCB));
    for i in 0..12 {
        canvas.round_rect(858.0 + i as f32 * 40.0, 660.0, 13.0, 330.0, 6.0, wood);
    }
    for y in [650.0, 970.0] {
        canvas.round_rect(836.0, y, 508.0, 26.0, 12.0, wood.darker(0.05));
    }
    for x in [832.0, 1322.0] {
        canvas.round_rect(x, 610.0, 28.0, 440.0, 12.0, wood.darker(0.1));
    }
}

fn mobile(canvas: &mut Canvas, s: &mut Sitting) {
    canvas.veil_curve(&[(1090.0, 0.0), (1090.0, 260.0)], 3.0, hex(0x8A7A6A), 0.8);
    canvas.curve(&[(960.0, 280.0), (1090.0, 258.0), (1220.0, 280.0)], 6.0, hex(0xC9A87C));
    for (i, colour) in [0xEBC46F, 0xF7F1E6, 0xD9A08C, 0x9DB6C4].into_iter().enumerate() {
        let x = 965.0 + i as f32 * 83.0;
        let y = 380.0 + if i % 2 == 0 { 0.0 } else { 46.0 } + s.take.range(-5.0, 5.0);
        canvas.veil_curve(&[(x, 276.0), (x, y)], 2.0, hex(0x8A7A6A), 0.7);
        canvas.disc(x, y + 24.0, 25.0, hex(colour));
        canvas.glow(x - 7.0, y + 16.0, 18.0, hex(0xFFFFFF), 0.5);
    }
}
