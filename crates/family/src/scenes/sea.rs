//! An afternoon by the sea.

use super::Sitting;
use crate::paint::{Canvas, Finish, Hour, dog_running, hex, ridge};

pub(super) fn paint(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    let horizon = s.moment.range(430.0, 520.0);
    s.light.paint_sky(canvas, horizon, &mut s.moment);
    let low = s.light.sky()[2];
    let deep = match s.light.hour {
        Hour::Night => hex(0x27395C),
        Hour::Dusk => hex(0x54698A),
        _ => hex(0x5C93A3),
    };
    if s.moment.odds(0.6) {
        let seed = s.place();
        ridge(canvas, horizon + 4.0, 74.0, 520.0, horizon + 30.0, low.mix(hex(0x6F8CA0), 0.5), seed);
    }
    let shore = s.moment.range(760.0, 830.0);
    canvas.wash_between(
        horizon,
        shore + 60.0,
        &[(horizon, deep.mix(low, 0.45)), (horizon + 70.0, deep), (shore, deep.lighter(0.42))],
    );
    if s.moment.odds(0.7) {
        rock(canvas, s.moment.range(250.0, 1350.0), horizon + 40.0, s.moment.range(120.0, 230.0));
    }
    glitter(canvas, s, horizon, shore);
    beach(canvas, s, shore);
    s.people(canvas);
    if s.moment.odds(0.4) {
        dog_running(canvas, s.take.range(300.0, 520.0), 1090.0, 190.0, s.take.range(-1.0, 1.0));
    }
    s.outdoors()
}

/// A tall rock in the surf, as that coast has.
fn rock(canvas: &mut Canvas, x: f32, y: f32, size: f32) {
    let stone = hex(0x5E6A70);
    let outline =
        [(-0.85, 0.0), (-0.7, -0.42), (-0.36, -0.86), (-0.05, -1.02), (0.22, -0.8), (0.52, -0.52), (0.82, 0.0)];
    let points = outline.map(|(dx, dy)| (x + dx * size, y + dy * size));
    let path = crate::paint::flowing_shape(&points);
    canvas.fill_fading(path, (x, y - size, stone.lighter(0.22).at(1.0)), (x, y, stone.darker(0.16).at(1.0)));
    canvas.veil_oval(x, y + 4.0, size * 1.05, 12.0, hex(0xF3F6F2), 0.75);
}

fn glitter(canvas: &mut Canvas, s: &mut Sitting, horizon: f32, shore: f32) {
    let shine = if s.light.hour == Hour::Night { hex(0x8EA3C8) } else { hex(0xFFF6DF) };
    for _ in 0..120 {
        let depth = s.take.part();
        let y = horizon + 6.0 + (shore - horizon - 20.0) * depth * depth;
        let long = 10.0 + 70.0 * depth;
        let x = s.take.range(0.0, 1600.0);
        canvas.veil_curve(
            &[(x, y), (x + long * 0.5, y - 2.0 * depth), (x + long, y)],
            1.5 + 3.0 * depth,
            shine,
            s.take.range(0.12, 0.5),
        );
    }
}

fn beach(canvas: &mut Canvas, s: &mut Sitting, shore: f32) {
    let sand = match s.light.hour {
        Hour::Night => hex(0x6D6A78),
        Hour::Dusk => hex(0xB99C8C),
        _ => hex(0xE5CDA2),
    };
    let seed = s.place();
    let reach = s.take.range(-14.0, 14.0);
    ridge(canvas, shore + reach - 12.0, 24.0, 420.0, 1260.0, hex(0xF6F3EA), seed);
    ridge(canvas, shore + reach + 8.0, 24.0, 420.0, 1260.0, sand.darker(0.2).mix(hex(0x7FA0A8), 0.25), seed);
    ridge(canvas, shore + 62.0, 26.0, 430.0, 1260.0, sand, seed ^ 5);
    canvas.glow_wide(800.0, 1180.0, 240.0, 4.0, sand.lighter(0.5), 0.5);
    for _ in 0..36 {
        let (x, y) = (s.moment.range(0.0, 1600.0), s.moment.range(shore + 110.0, 1190.0));
        canvas.veil_oval(x, y, s.moment.range(4.0, 16.0), s.moment.range(1.5, 4.0), sand.darker(0.35), 0.35);
    }
}
