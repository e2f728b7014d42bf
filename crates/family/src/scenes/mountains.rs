//! Mountains over a lake.

use super::Sitting;
use crate::chance::drift;
use crate::paint::{Canvas, Finish, Rgb, Season, fir, flowers, grass, hex, ridge, ridge_at};

pub(super) fn paint(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    s.light.paint_sky(canvas, 620.0, &mut s.moment);
    let low = s.light.sky()[2];
    let top = s.moment.range(560.0, 1040.0);
    peak(canvas, s.moment.range(120.0, 360.0), 330.0, 620.0, hex(0x8DA3B8).mix(low, 0.4), s.place());
    peak(canvas, s.moment.range(1260.0, 1500.0), 360.0, 620.0, hex(0x8DA3B8).mix(low, 0.34), s.place());
    peak(canvas, top, 170.0, 640.0, hex(0x71879F).mix(low, 0.15), s.place());
    let wood = s.place();
    ridge(canvas, 610.0, 40.0, 360.0, 760.0, hex(0x5F7F74).mix(low, 0.25), wood);
    for i in 0..34 {
        let x = i as f32 * 49.0 + s.moment.range(-16.0, 16.0);
        let foot = ridge_at(x, 610.0, 40.0, 360.0, wood) + 26.0;
        fir(
            canvas,
            x,
            foot,
            s.moment.range(50.0, 100.0),
            hex(0x4F7064).mix(low, 0.2),
            s.light.season == Season::Winter,
        );
    }
    lake(canvas, s, top, low);
    let ground = s.light.ground();
    let shore = s.place();
    ridge(canvas, 860.0, 40.0, 520.0, 1260.0, ground, shore);
    grass(canvas, 890.0, 1200.0, 150, ground.darker(0.1), &mut s.moment);
    if s.light.season == Season::Summer {
        flowers(canvas, 920.0, 1190.0, 60, &mut s.moment);
    }
    super::hills::path(canvas, s.moment.range(-90.0, 90.0), hex(0xE2D2B0).mix(ground, 0.2));
    s.people(canvas);
    s.outdoors()
}

/// A snow-topped mountain, its light side to the left.
fn peak(canvas: &mut Canvas, x: f32, top: f32, foot: f32, stone: Rgb, seed: u32) {
    let half = (foot - top) * 1.25;
    let edge = |t: f32, side: f32| {
        let rough = drift(t * 7.0 + side * 40.0, seed) * 26.0 * (t * 4.0).min(1.0);
        (x + side * half * t + rough, top + (foot - top) * t)
    };
    let down = |side: f32| (0..=10).map(move |i| (i as f32 / 10.0, side));
    let left: Vec<(f32, f32)> = down(-1.0).map(|(t, side)| edge(t, side)).collect();
    let right: Vec<(f32, f32)> = down(1.0).map(|(t, side)| edge(t, side)).collect();
    let whole: Vec<(f32, f32)> = left.iter().rev().chain(right.iter()).copied().collect();
    canvas.polygon(&whole, stone.lighter(0.16));
    let spine =
        [(x, top), (x + 26.0, top + (foot - top) * 0.3), (x - 14.0, top + (foot - top) * 0.6), (x + 30.0, foot)];
    let shade: Vec<(f32, f32)> = spine.iter().rev().copied().chain(right.iter().copied()).collect();
    canvas.polygon(&shade, stone.darker(0.1));
    let snow: Vec<(f32, f32)> = left[..4].iter().rev().chain(right[..4].iter()).copied().collect();
    let mut cap = snow.clone();
    let (last, first) = (snow[snow.len() - 1], snow[0]);
    for i in 1..6 {
        let t = i as f32 / 6.0;
        let zig = if i % 2 == 0 { 44.0 } else { -18.0 };
        cap.push((last.0 + (first.0 - last.0) * t, last.1 + zig));
    }
    canvas.polygon(&cap, hex(0xF6F4EF));
    canvas.veil_polygon(
        &[spine[0], spine[1], (right[3].0 - 20.0, right[3].1), right[3], right[2], right[1]],
        hex(0xA9B9CD),
        0.55,
    );
}

fn lake(canvas: &mut Canvas, s: &mut Sitting, top: f32, low: Rgb) {
    let water = hex(0x7FA5B3).mix(low, 0.3);
    canvas.wash_between(660.0, 880.0, &[(660.0, water.lighter(0.2)), (880.0, water.darker(0.12))]);
    canvas.veil_polygon(&[(top - 300.0, 662.0), (top, 860.0), (top + 300.0, 662.0)], hex(0xF3F0E8), 0.22);
    for _ in 0..50 {
        let (x, y) = (s.take.range(0.0, 1600.0), s.take.range(668.0, 870.0));
        canvas.veil_curve(&[(x, y), (x + 40.0, y - 1.0), (x + 90.0, y)], 2.0, hex(0xFBF6E8), 0.35);
    }
}
