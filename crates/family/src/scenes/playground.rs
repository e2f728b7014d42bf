//! The playground in the park.

use super::Sitting;
use crate::paint::{Canvas, Finish, Pose, grass, hex, ridge, tree};

pub(super) fn paint(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    s.light.paint_sky(canvas, 640.0, &mut s.moment);
    let ground = s.light.ground();
    let seed = s.place();
    ridge(canvas, 650.0, 40.0, 500.0, 840.0, ground.mix(s.light.sky()[2], 0.4), seed);
    for i in 0..5 {
        let (x, size) = (i as f32 * 380.0 + s.moment.range(-70.0, 70.0), s.moment.range(320.0, 460.0));
        tree(canvas, x, 780.0, size, &s.light, &mut s.moment);
    }
    let near = s.place();
    ridge(canvas, 800.0, 14.0, 700.0, 1260.0, ground, near);
    grass(canvas, 820.0, 1190.0, 90, ground.darker(0.1), &mut s.moment);
    canvas.oval(800.0, 1050.0, 760.0, 120.0, hex(0xE3CDA0));
    slide(canvas, 1240.0, 1030.0);
    swing(canvas, s);
    s.people(canvas);
    s.outdoors()
}

fn swing(canvas: &mut Canvas, s: &mut Sitting) {
    let red = hex(0xB9604C);
    for x in [430.0, 850.0] {
        canvas.line((x, 480.0), (x - 80.0, 1060.0), 17.0, red);
        canvas.line((x, 480.0), (x + 80.0, 1060.0), 17.0, red.darker(0.12));
    }
    canvas.line((430.0, 480.0), (850.0, 480.0), 19.0, red.lighter(0.1));
    // Where nobody swings, an empty seat hangs; the other carries whoever sits.
    let seat = s.figures.iter().find(|f| f.pose == Pose::Sit).map_or((640.0, 880.0), |f| (f.x, f.y - 14.0));
    for side in [-1.0, 1.0] {
        canvas.line((640.0 + side * 44.0, 480.0), (seat.0 + side * 44.0, seat.1), 4.0, hex(0x6F6A66));
    }
    canvas.line((seat.0 - 54.0, seat.1), (seat.0 + 54.0, seat.1), 15.0, hex(0x5F5148));
}

fn slide(canvas: &mut Canvas, x: f32, y: f32) {
    let wood = hex(0xA97F55);
    for side in [-60.0, 60.0] {
        canvas.line((x + side, y), (x + side, y - 360.0), 15.0, wood);
    }
    for step in 0..5 {
        let at = y - 50.0 - step as f32 * 60.0;
        canvas.line((x - 60.0, at), (x + 60.0, at), 11.0, wood.darker(0.1));
    }
    canvas.polygon(&[(x - 96.0, y - 400.0), (x, y - 500.0), (x + 96.0, y - 400.0)], hex(0x6F93A0));
    canvas.curve(
        &[(x + 60.0, y - 300.0), (x + 150.0, y - 220.0), (x + 230.0, y - 60.0), (x + 320.0, y - 10.0)],
        46.0,
        hex(0xE0A94C),
    );
    canvas.veil_curve(
        &[(x + 60.0, y - 304.0), (x + 150.0, y - 224.0), (x + 230.0, y - 64.0), (x + 320.0, y - 14.0)],
        20.0,
        hex(0xF6D58C),
        0.8,
    );
}
