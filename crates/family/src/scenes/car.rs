//! A journey, seen through the windscreen.

use super::Sitting;
use crate::paint::{Canvas, Finish, fir, hex, ridge, round_box, tree};

pub(super) fn paint(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    let horizon = 560.0;
    s.light.paint_sky(canvas, horizon, &mut s.moment);
    let (low, ground) = (s.light.sky()[2], s.light.ground());
    let far = s.place();
    ridge(canvas, horizon - 10.0, 120.0, 380.0, 1260.0, low.mix(hex(0x6F8FA6), 0.5), far);
    let near = s.place();
    ridge(canvas, horizon + 36.0, 40.0, 420.0, 1260.0, ground.mix(low, 0.25), near);
    canvas.wash_between(horizon + 70.0, 1201.0, &[(horizon + 70.0, ground.lighter(0.1)), (1200.0, ground.darker(0.1))]);
    let middle = s.moment.range(700.0, 900.0);
    canvas.polygon(
        &[(middle - 14.0, horizon + 60.0), (middle + 14.0, horizon + 60.0), (1500.0, 1260.0), (100.0, 1260.0)],
        hex(0x8E8A86),
    );
    let shift = s.take.part();
    for i in 0..7 {
        let t = ((i as f32 + shift) / 7.0).powf(2.2);
        let t2 = ((i as f32 + shift + 0.42) / 7.0).powf(2.2);
        let at = |t: f32| (middle + (800.0 - middle) * t, horizon + 60.0 + t * 600.0);
        canvas.line(at(t), at(t2), 3.0 + 16.0 * t, hex(0xF5ECD6));
    }
    for i in 0..12 {
        let t = ((i as f32 + shift) / 12.0).powf(1.8);
        let side = if i % 2 == 0 { -1.0 } else { 1.0 };
        let (x, y) = (middle + side * (60.0 + t * 1150.0), horizon + 64.0 + t * 420.0);
        if s.moment.odds(0.5) {
            fir(canvas, x, y, 60.0 + t * 520.0, hex(0x5F7F6A), false);
        } else {
            tree(canvas, x, y, 60.0 + t * 520.0, &s.light, &mut s.moment);
        }
    }
    dashboard(canvas);
    s.outdoors()
}

fn dashboard(canvas: &mut Canvas) {
    let dark = hex(0x3F3B42);
    canvas.blob(
        &[(-120.0, 1010.0), (400.0, 955.0), (1100.0, 950.0), (1720.0, 1010.0), (1800.0, 1300.0), (-200.0, 1300.0)],
        dark,
    );
    canvas.veil_curve(&[(-20.0, 1018.0), (400.0, 962.0), (1100.0, 957.0), (1640.0, 1012.0)], 5.0, hex(0xB9AFA6), 0.5);
    let wheel = tiny_skia::PathBuilder::from_circle(420.0, 1260.0, 250.0);
    canvas.stroke(wheel, 40.0, hex(0x2C292F), 1.0);
    canvas.veil_curve(&[(196.0, 1160.0), (300.0, 1040.0), (420.0, 1006.0), (560.0, 1048.0)], 5.0, hex(0x8B828A), 0.6);
    canvas.fill(round_box(960.0, 1040.0, 260.0, 110.0, 20.0), hex(0x5E7C86), 1.0);
    canvas.veil_curve(
        &[(985.0, 1120.0), (1060.0, 1080.0), (1120.0, 1100.0), (1195.0, 1062.0)],
        6.0,
        hex(0xE8D9A8),
        0.9,
    );
    canvas.polygon(&[(-10.0, -10.0), (110.0, -10.0), (-10.0, 700.0)], dark);
    canvas.polygon(&[(1610.0, -10.0), (1490.0, -10.0), (1610.0, 700.0)], dark);
    canvas.fill(round_box(680.0, -30.0, 300.0, 110.0, 40.0), dark, 1.0);
    canvas.fill(round_box(700.0, -20.0, 260.0, 84.0, 30.0), hex(0xA9BFC6), 1.0);
}
