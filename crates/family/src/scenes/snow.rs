//! First snow.

use super::Sitting;
use crate::paint::{Canvas, Finish, Hour, Rgb, fir, hex, ridge, ridge_at, snowfall};

pub(super) fn paint(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    let night = matches!(s.light.hour, Hour::Night | Hour::Dusk);
    let (high, low) = if night { (hex(0x4A5878), hex(0xB59CA8)) } else { (hex(0xB4C6D4), hex(0xF1E7DC)) };
    canvas.wash(&[(0.0, high), (640.0, low)]);
    canvas.glow(s.moment.range(500.0, 1100.0), 420.0, 520.0, hex(0xFFF3DC), 0.6);
    let snow = hex(0xF3F3F1);
    for layer in 0..3 {
        let seed = s.place();
        let depth = layer as f32 / 2.0;
        let y = 560.0 + depth * 190.0;
        let colour = snow.mix(hex(0xA9BBCB), 0.5 - depth * 0.38);
        ridge(canvas, y, 76.0 - depth * 20.0, 560.0, 930.0, colour, seed);
        for _ in 0..9 - layer * 2 {
            let x = s.moment.range(0.0, 1600.0);
            let size = s.moment.range(90.0, 150.0) * (0.7 + depth);
            fir(
                canvas,
                x,
                ridge_at(x, y, 76.0 - depth * 20.0, 560.0, seed) + 12.0,
                size,
                hex(0x5E7B74).mix(low, 0.45 - depth * 0.35),
                true,
            );
        }
    }
    let seed = s.place();
    ridge(canvas, 880.0, 34.0, 640.0, 1260.0, snow, seed);
    for _ in 0..9 {
        let (x, y) = (s.moment.range(0.0, 1600.0), s.moment.range(940.0, 1180.0));
        canvas.glow_wide(x, y, 26.0, 6.0, hex(0xB5C4D6), 0.4);
    }
    snowman(canvas, 1010.0, 1050.0, s.moment.range(250.0, 290.0), s.moment.odds(0.5));
    s.people(canvas);
    snowfall(canvas, 130, &mut s.take);
    s.in_light(if night { hex(0xC3C6DE) } else { hex(0xFFFBF6) }, 0.14)
}

fn snowman(canvas: &mut Canvas, x: f32, y: f32, size: f32, bucket: bool) {
    let shade = |canvas: &mut Canvas, cy: f32, r: f32| {
        canvas.disc(x, cy, r, hex(0xFAFAF8));
        canvas.glow_wide(x + r * 0.45, cy + r * 0.4, r * 0.75, 0.8, hex(0xA9BACD), 0.5);
    };
    canvas.glow_wide(x, y, size * 0.07, 5.0, hex(0x6F83A0), 0.55);
    shade(canvas, y - size * 0.24, size * 0.26);
    shade(canvas, y - size * 0.6, size * 0.19);
    let (hx, hy, r) = (x, y - size * 0.88, size * 0.135);
    shade(canvas, hy, r);
    let coal: Rgb = hex(0x3B3538);
    for side in [-1.0, 1.0] {
        canvas.disc(hx + side * r * 0.36, hy - r * 0.16, r * 0.11, coal);
        canvas.curve(
            &[
                (x + side * size * 0.17, y - size * 0.62),
                (x + side * size * 0.32, y - size * 0.7),
                (x + side * size * 0.4, y - size * 0.8),
            ],
            size * 0.018,
            hex(0x6B4F3F),
        );
    }
    canvas.polygon(&[(hx, hy), (hx + r * 0.85, hy + r * 0.22), (hx, hy + r * 0.24)], hex(0xDB8A45));
    for i in 0..3 {
        canvas.disc(x, y - size * (0.68 - 0.1 * i as f32), size * 0.016, coal);
    }
    canvas.line((x - r * 0.9, hy + r * 0.98), (x + r * 0.9, hy + r * 0.98), r * 0.36, hex(0xB85C4A));
    if bucket {
        canvas.polygon(
            &[
                (hx - r * 0.75, hy - r * 0.7),
                (hx - r * 0.55, hy - r * 1.7),
                (hx + r * 0.55, hy - r * 1.7),
                (hx + r * 0.75, hy - r * 0.7),
            ],
            hex(0x6E8797),
        );
    }
}
