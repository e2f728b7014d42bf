//! A street: facades by day, lit windows at dusk.

use super::Sitting;
use crate::chance::Chance;
use crate::paint::{Canvas, Finish, Hour, hex};

pub(super) fn paint(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    s.light.paint_sky(canvas, 700.0, &mut s.moment);
    let late = matches!(s.light.hour, Hour::Dusk | Hour::Night);
    for side in [-1.0, 1.0] {
        for house in 0..4 {
            facade(canvas, side, house, late, &mut s.moment);
        }
    }
    let road = if late { hex(0x4B4C63) } else { hex(0xC9BCA8) };
    canvas.polygon(&[(-500.0, 1260.0), (740.0, 800.0), (860.0, 800.0), (2100.0, 1260.0)], road);
    canvas.veil_polygon(&[(200.0, 1260.0), (760.0, 800.0), (840.0, 800.0), (1400.0, 1260.0)], road.lighter(0.35), 0.5);
    if late {
        for i in 0..14 {
            let x = s.moment.range(250.0, 1350.0);
            canvas.glow_wide(x, s.moment.range(900.0, 1180.0), 60.0, 0.35, hex(0xFFC983), 0.25 + 0.01 * i as f32);
        }
    }
    for (x, foot, size) in
        [(330.0, 1020.0, 460.0), (1290.0, 1020.0, 460.0), (600.0, 880.0, 230.0), (1010.0, 880.0, 230.0)]
    {
        lantern(canvas, x, foot, size, late);
    }
    if s.moment.odds(0.5) {
        bunting(canvas, &mut s.moment);
    }
    s.people(canvas);
    let tint = if late { hex(0xE9DDE6) } else { hex(0xFFFAF0) };
    s.in_light(tint, 0.2)
}

/// One house of a row that runs into the distance, on the left (−1) or on the right (1).
fn facade(canvas: &mut Canvas, side: f32, house: usize, late: bool, chance: &mut Chance) {
    let walls = [0xE3C7A0, 0xD9A98C, 0xC9B9A6, 0xB7C2BC, 0xE8D9BE, 0xCF9A83, 0xA9B6C4];
    let mut wall = hex(*chance.pick(&walls));
    if late {
        wall = wall.mix(hex(0x3B3F63), 0.62);
    }
    let edge = [0.0, 0.42, 0.66, 0.82];
    let at = |t: f32| (800.0 + side * (820.0 - t * 780.0), 1140.0 - t * 330.0);
    let ((near_x, near_y), (far_x, far_y)) = (at(edge[house]), at(edge.get(house + 1).copied().unwrap_or(0.95)));
    let tall = chance.range(0.78, 1.0);
    let height = |y: f32| (y - 760.0) * 2.9 * tall + 60.0;
    let (top_near, top_far) = (near_y - height(near_y), far_y - height(far_y));
    let fade = house as f32 * 0.07;
    let colour = wall.mix(hex(if late { 0x6F6586 } else { 0xE9E2D2 }), fade);
    canvas.polygon(&[(near_x, near_y), (near_x, top_near), (far_x, top_far), (far_x, far_y)], colour);
    for floor in 0..4 {
        for column in 0..3 {
            let (u0, u1) = ((column as f32 + 0.24) / 3.0, (column as f32 + 0.72) / 3.0);
            let (v0, v1) = ((floor as f32 + 0.22) / 4.2, (floor as f32 + 0.74) / 4.2);
            let corner = |u: f32, v: f32| {
                let (top, foot) = (top_near + (top_far - top_near) * u, near_y + (far_y - near_y) * u);
                (near_x + (far_x - near_x) * u, top + (foot - top) * v)
            };
            let lit = late && chance.odds(0.55);
            let glass = if lit {
                hex(0xFFD68F)
            } else if late {
                hex(0x39405E)
            } else {
                hex(0x7E98A3)
            };
            canvas.polygon(&[corner(u0, v0), corner(u1, v0), corner(u1, v1), corner(u0, v1)], glass);
            if lit && house < 2 {
                let (x, y) = corner((u0 + u1) / 2.0, (v0 + v1) / 2.0);
                canvas.glow(x, y, 90.0 - 30.0 * house as f32, hex(0xFFC774), 0.35);
            }
        }
    }
}

fn lantern(canvas: &mut Canvas, x: f32, foot: f32, size: f32, lit: bool) {
    canvas.line((x, foot), (x, foot - size), size * 0.018, hex(0x3C3F49));
    let head = foot - size;
    canvas.round_rect(
        x - size * 0.04,
        head - size * 0.09,
        size * 0.08,
        size * 0.1,
        5.0,
        if lit { hex(0xFFEBC0) } else { hex(0xDADCD4) },
    );
    canvas.line(
        (x - size * 0.05, head - size * 0.09),
        (x + size * 0.05, head - size * 0.09),
        size * 0.02,
        hex(0x3C3F49),
    );
    if lit {
        canvas.glow(x, head - size * 0.04, size * 0.42, hex(0xFFD890), 0.75);
    }
}

/// Little flags across the street.
fn bunting(canvas: &mut Canvas, chance: &mut Chance) {
    let flags = [0xD9776A, 0xE8C25A, 0x7FA7A0, 0xF3E8D3];
    for row in 0..2 {
        let (y, sag) = (200.0 + row as f32 * 170.0, 90.0 - 20.0 * row as f32);
        let at = |t: f32| (t * 1600.0, y + sag * (1.0 - (2.0 * t - 1.0) * (2.0 * t - 1.0)));
        canvas.curve(&[at(0.0), at(0.25), at(0.5), at(0.75), at(1.0)], 2.5, hex(0x8A7A6A));
        for i in 1..26 {
            let (x, fy) = at(i as f32 / 26.0);
            canvas.polygon(&[(x - 15.0, fy), (x + 15.0, fy), (x, fy + 36.0)], hex(*chance.pick(&flags)));
        }
    }
}
