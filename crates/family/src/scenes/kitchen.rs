//! In the kitchen, and around the table.

use super::Sitting;
use crate::paint::{Canvas, Finish, Hour, hex, pot_plant, room, table_front, wall_picture, window};

/// Baking and cooking.
pub(super) fn paint(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    let wall = hex(*s.moment.pick(&[0xE3E0CF, 0xDCE3DD, 0xEBDCC4]));
    room(canvas, 900.0, wall, hex(0xB08A66));
    tiles(canvas, wall.lighter(0.3));
    window(canvas, (610.0, 150.0, 400.0, 330.0), &s.light, &mut s.moment);
    shelf(canvas, s, 130.0, 330.0);
    shelf(canvas, s, 1150.0, 330.0);
    pot_plant(canvas, 940.0, 496.0, 110.0, &mut s.moment);
    canvas.glow(810.0, 330.0, 560.0, hex(0xFFF0CC), 0.35);
    s.people(canvas);
    table_front(canvas, 900.0, hex(0xC99F73));
    baking(canvas, s);
    s.indoors()
}

fn tiles(canvas: &mut Canvas, colour: crate::paint::Rgb) {
    for row in 0..3 {
        for column in 0..21 {
            let (x, y) = (column as f32 * 78.0, 590.0 + row as f32 * 78.0);
            canvas.veil_rect(x + 3.0, y + 3.0, 72.0, 72.0, colour, 0.6);
        }
    }
}

fn shelf(canvas: &mut Canvas, s: &mut Sitting, x: f32, y: f32) {
    canvas.rect(x, y, 330.0, 16.0, hex(0x9A7352));
    canvas.veil_rect(x, y + 16.0, 330.0, 8.0, hex(0x2A2433), 0.14);
    let jars = [0xD9A557, 0xC46F52, 0x8FA07A, 0xE9DCC6, 0x7F95A3];
    let mut at = x + 14.0;
    while at < x + 280.0 {
        let (w, h) = (s.moment.range(34.0, 58.0), s.moment.range(50.0, 110.0));
        let colour = hex(*s.moment.pick(&jars));
        canvas.soft_rect(at, y - h, w, h, 9.0, colour.lighter(0.2), colour.darker(0.08));
        canvas.round_rect(at + 3.0, y - h - 8.0, w - 6.0, 13.0, 4.0, hex(0xF1E6D0));
        at += w + s.moment.range(8.0, 22.0);
    }
}

fn baking(canvas: &mut Canvas, s: &mut Sitting) {
    let bowl = hex(*s.moment.pick(&[0x7FA0A8, 0xD98B74, 0xE6DCC8]));
    canvas.glow_wide(800.0, 1075.0, 34.0, 6.0, hex(0x2A2433), 0.4);
    let shape = [
        (620.0, 945.0),
        (650.0, 1030.0),
        (730.0, 1078.0),
        (870.0, 1078.0),
        (950.0, 1030.0),
        (980.0, 945.0),
        (800.0, 930.0),
    ];
    canvas.blob(&shape, bowl);
    canvas.oval(800.0, 946.0, 180.0, 34.0, bowl.darker(0.14));
    canvas.oval(800.0, 950.0, 160.0, 26.0, hex(0xF6E7C6));
    canvas.line((880.0, 945.0), (1010.0, 800.0), 15.0, hex(0xA9794E));
    for i in 0..6 {
        let (x, y) = (1110.0 + (i % 3) as f32 * 92.0, 1020.0 + (i / 3) as f32 * 74.0);
        canvas.oval(x, y + 5.0, 36.0, 20.0, hex(0x9A7352));
        canvas.oval(x, y, 36.0, 20.0, hex(0xE3B877));
    }
    for _ in 0..60 {
        let (x, y) = (s.moment.range(330.0, 1200.0), s.moment.range(960.0, 1180.0));
        canvas.veil_oval(x, y, s.moment.range(3.0, 22.0), s.moment.range(2.0, 6.0), hex(0xFDF8EC), 0.45);
    }
    canvas.oval(430.0, 1050.0, 60.0, 16.0, hex(0x9A7352));
    for (dx, dy) in [(-26.0, 0.0), (22.0, 4.0), (0.0, -16.0)] {
        canvas.oval(430.0 + dx, 1040.0 + dy, 27.0, 20.0, hex(0xF1DFC4));
    }
}

/// A meal together.
pub(super) fn meal(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    let late = matches!(s.light.hour, Hour::Dusk | Hour::Night | Hour::Golden);
    let wall = hex(*s.moment.pick(&[0xD8C5AE, 0xC9CDBF, 0xD9C2B4]));
    room(canvas, 880.0, wall, hex(0x9A7355));
    window(canvas, (1090.0, 170.0, 330.0, 360.0), &s.light, &mut s.moment);
    wall_picture(canvas, 260.0, 220.0, 230.0, 180.0, &mut s.moment);
    canvas.line((800.0, 0.0), (800.0, 150.0), 5.0, hex(0x6B5443));
    canvas.polygon(&[(740.0, 150.0), (860.0, 150.0), (930.0, 250.0), (670.0, 250.0)], hex(0xC9735A));
    canvas.glow(800.0, 300.0, 640.0, hex(0xFFE1A6), if late { 0.6 } else { 0.3 });
    s.people(canvas);
    table_front(canvas, 920.0, hex(*s.moment.pick(&[0xE8DCC6, 0xC7A27A, 0xBFC9C0])));
    for i in 0..4 {
        let x = 340.0 + i as f32 * 306.0;
        plate(canvas, x, 1030.0 + if i % 2 == 0 { 26.0 } else { 0.0 }, s);
    }
    canvas.glow_wide(800.0, 990.0, 26.0, 5.0, hex(0x2A2433), 0.4);
    canvas.oval(800.0, 965.0, 120.0, 34.0, hex(0x8E5A46));
    canvas.oval(800.0, 952.0, 112.0, 26.0, hex(0xE3B45F));
    for _ in 0..16 {
        let colour = hex(*s.moment.pick(&[0xD1604A, 0x8BA35E, 0xF1D48A]));
        canvas.oval(800.0 + s.moment.range(-86.0, 86.0), 950.0 + s.moment.range(-14.0, 14.0), 12.0, 7.0, colour);
    }
    if late { s.in_light(hex(0xFBE3C8), 0.3) } else { s.indoors() }
}

fn plate(canvas: &mut Canvas, x: f32, y: f32, s: &mut Sitting) {
    canvas.oval(x, y + 7.0, 104.0, 32.0, hex(0x8A7866));
    canvas.oval(x, y, 104.0, 31.0, hex(0xFBF7EE));
    canvas.oval(x, y + 1.0, 76.0, 21.0, hex(0xEFE6D6));
    for _ in 0..5 {
        let colour = hex(*s.moment.pick(&[0xD98B54, 0x8BA35E, 0xE9C878]));
        canvas.oval(x + s.moment.range(-42.0, 42.0), y + s.moment.range(-8.0, 8.0), 18.0, 8.0, colour);
    }
    canvas.soft_rect(x + 124.0, y - 74.0, 44.0, 78.0, 8.0, hex(0xE9F1F0), hex(0xBFD0D2));
}
