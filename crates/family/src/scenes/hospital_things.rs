//! What was held that night, and the candle of the years after.

use super::Sitting;
use crate::chance::Chance;
use crate::paint::{Canvas, Finish, Rgb, flowing_shape, hex};

/// Two hands, one in the other, on a blanket.
pub(super) fn hands(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    blanket(canvas, &mut s.moment);
    let (his, hers) = (hex(0xB08C7E), hex(0xC7A79A));
    let breath = s.take.range(-6.0, 6.0);
    // His arm comes from the left and lies underneath, hers from the right lies in his palm.
    limb(canvas, &[(430.0, 740.0), (600.0, 690.0), (720.0, 668.0 + breath)], 138.0, his);
    limb(canvas, &[(-60.0, 900.0), (240.0, 800.0), (520.0, 716.0)], 190.0, hex(0x3F4B69));
    for (i, (dx, dy)) in [(250.0, -46.0), (278.0, 2.0), (266.0, 50.0), (226.0, 92.0)].into_iter().enumerate() {
        let start = (700.0, 640.0 + 26.0 * i as f32 + breath);
        limb(
            canvas,
            &[start, (start.0 + dx * 0.55, start.1 + dy * 0.4 - 14.0), (700.0 + dx, 680.0 + dy + breath)],
            46.0,
            his.darker(0.03 * i as f32),
        );
    }
    limb(canvas, &[(1220.0, 610.0), (1060.0, 622.0), (930.0, 640.0 + breath)], 106.0, hers);
    limb(canvas, &[(1660.0, 560.0), (1400.0, 590.0), (1150.0, 620.0)], 160.0, hex(0x8E9BB6));
    for i in 0..4 {
        let y = 604.0 + 30.0 * i as f32 + breath;
        limb(
            canvas,
            &[(960.0, y), (840.0, y - 8.0), (752.0 + 9.0 * (i as f32 - 1.5).abs(), y + 18.0)],
            35.0,
            hers.darker(0.035 * i as f32),
        );
    }
    limb(canvas, &[(640.0, 620.0 + breath), (730.0, 566.0 + breath), (836.0, 588.0 + breath)], 50.0, his.lighter(0.06));
    canvas.glow(860.0, 560.0, 380.0, hex(0xF0D2A2), 0.16);
    s.in_light(hex(0xE4E4F2), 0.4)
}

/// A part of an arm or a finger: a soft round line with light above and shade below.
fn limb(canvas: &mut Canvas, points: &[(f32, f32)], width: f32, colour: Rgb) {
    let moved = |by: f32| points.iter().map(|(x, y)| (*x, *y + by)).collect::<Vec<_>>();
    canvas.veil_curve(&moved(width * 0.12), width * 1.04, hex(0x1B2038), 0.32);
    canvas.curve(points, width, colour.darker(0.14));
    canvas.veil_curve(&moved(-width * 0.07), width * 0.8, colour, 0.9);
    canvas.veil_curve(&moved(-width * 0.17), width * 0.42, colour.lighter(0.14), 0.5);
}

/// A very small knitted hat on a folded blanket.
pub(super) fn hat(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    blanket(canvas, &mut s.moment);
    let wool = hex(0xDDE0DC);
    let (x, y) = (800.0, 700.0);
    canvas.glow_wide(x, y + 96.0, 90.0, 2.9, hex(0x171C34), 0.6);
    let dome = [
        (-186.0, 92.0),
        (-182.0, -20.0),
        (-112.0, -134.0),
        (0.0, -176.0),
        (112.0, -134.0),
        (182.0, -20.0),
        (186.0, 92.0),
        (0.0, 116.0),
    ];
    let shape = flowing_shape(&dome.map(|(dx, dy)| (x + dx, y + dy)));
    canvas.fill_fading(
        shape,
        (x - 180.0, y - 160.0, wool.lighter(0.3).at(1.0)),
        (x + 180.0, y + 120.0, wool.darker(0.3).at(1.0)),
    );
    // Stitches: small strokes in pairs, row by row, each row as wide as the hat is there.
    for row in 0..10 {
        let py = y - 132.0 + row as f32 * 20.0;
        let rise = ((py - y + 176.0) / 268.0).clamp(0.0, 1.0);
        let columns = (176.0 * (rise * (2.0 - rise)).sqrt() / 20.0) as i32;
        for column in -columns..=columns {
            let (px, sag) = (x + column as f32 * 19.0, (column * column) as f32 * -0.12);
            for side in [-1.0, 1.0] {
                let stitch = [(px + side * 7.5, py + sag - 7.0), (px, py + sag + 6.0)];
                canvas.veil_curve(&stitch, 4.5, hex(0x8F98A8), 0.34);
            }
        }
    }
    brim(canvas, x, y);
    canvas.glow(x - 90.0, y - 110.0, 300.0, hex(0xF3DDB4), 0.2);
    s.in_light(hex(0xE8E7F3), 0.42)
}

/// The turned-up edge, ribbed.
fn brim(canvas: &mut Canvas, x: f32, y: f32) {
    let edge =
        [(-196.0, 54.0), (-100.0, 72.0), (0.0, 78.0), (100.0, 72.0), (196.0, 54.0), (204.0, 92.0), (192.0, 124.0)];
    let under = [(100.0, 142.0), (0.0, 148.0), (-100.0, 142.0), (-192.0, 124.0), (-204.0, 92.0)];
    let band: Vec<(f32, f32)> = edge.into_iter().chain(under).map(|(dx, dy)| (x + dx, y + dy)).collect();
    let (light, dark) = (hex(0xC9D6DA).at(1.0), hex(0x8FA2B1).at(1.0));
    canvas.fill_fading(flowing_shape(&band), (x - 200.0, y + 50.0, light), (x + 180.0, y + 150.0, dark));
    for rib in -11..=11 {
        let t = rib as f32 / 11.5;
        let (px, sag) = (x + t * 196.0, -22.0 * t * t);
        canvas.veil_curve(&[(px, y + 84.0 + sag), (px + t * 3.0, y + 138.0 + sag)], 5.0, hex(0x6F8496), 0.4);
    }
}

/// Folds of a blanket in the blue of the night.
fn blanket(canvas: &mut Canvas, chance: &mut Chance) {
    canvas.wash(&[(0.0, hex(0x2B3552)), (500.0, hex(0x4A597B)), (1200.0, hex(0x59698C))]);
    for _ in 0..13 {
        let (x, y) = (chance.range(0.0, 1600.0), chance.range(200.0, 1180.0));
        let (high, long) = (chance.range(40.0, 84.0), chance.range(3.0, 5.5));
        canvas.glow_wide(x, y, high, long, hex(0x28324F), 0.36);
        canvas.glow_wide(x + chance.range(-40.0, 40.0), y - high * 0.9, high * 0.8, long, hex(0x8B9CBD), 0.2);
    }
    canvas.glow(520.0, 260.0, 760.0, hex(0x9FB0D0), 0.25);
}

/// A candle on a window sill at dusk, on that day of a later year.
pub(super) fn candle(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    canvas.wash(&[(0.0, hex(0x3E4767)), (560.0, hex(0x8C7D97)), (860.0, hex(0xD9A98E))]);
    for _ in 0..16 {
        let (x, y) = (s.moment.range(0.0, 1600.0), s.moment.range(620.0, 860.0));
        canvas.glow(x, y, s.moment.range(40.0, 90.0), hex(0x46506B), 0.6);
    }
    let frame = hex(0x8F8792);
    canvas.rect(770.0, 0.0, 22.0, 900.0, frame.darker(0.2));
    canvas.rect(0.0, 330.0, 1600.0, 18.0, frame.darker(0.2));
    canvas.wash_between(880.0, 1201.0, &[(880.0, hex(0xC4AE9C)), (930.0, hex(0xA58E80)), (1200.0, hex(0x7A6868))]);
    let x = s.moment.range(640.0, 700.0);
    canvas.glow_wide(x, 1010.0, 46.0, 5.0, hex(0x3A2E38), 0.5);
    canvas.oval(x, 1006.0, 128.0, 28.0, hex(0xE9DFCF));
    canvas.soft_rect(x - 62.0, 740.0, 124.0, 262.0, 18.0, hex(0xFFF1D4), hex(0xD9C3A4));
    canvas.oval(x, 750.0, 60.0, 14.0, hex(0xFFE6B4));
    canvas.line((x, 748.0), (x, 716.0), 5.0, hex(0x4A3B36));
    let flicker = s.take.range(-7.0, 7.0);
    canvas.glow(x, 670.0, 520.0, hex(0xFFCB82), 0.55);
    canvas.blob(
        &[(x + flicker, 596.0), (x + 26.0, 674.0), (x + 15.0, 716.0), (x - 15.0, 716.0), (x - 26.0, 674.0)],
        hex(0xFFD98A),
    );
    canvas.blob(&[(x + flicker * 0.5, 636.0), (x + 13.0, 684.0), (x, 712.0), (x - 13.0, 684.0)], hex(0xFFF6DC));
    sprig(canvas, x + 260.0, 1000.0);
    s.in_light(hex(0xFBEFE6), 0.34)
}

/// A few white flowers in a small glass.
fn sprig(canvas: &mut Canvas, x: f32, y: f32) {
    for (dx, dy) in [(-70.0, -270.0), (-20.0, -320.0), (46.0, -286.0), (84.0, -220.0)] {
        canvas.curve(&[(x, y - 60.0), (x + dx * 0.4, y + dy * 0.6), (x + dx, y + dy)], 6.0, hex(0x6E8A66));
        for turn in 0..6 {
            let angle = turn as f32 * 1.047;
            canvas.disc(x + dx + angle.cos() * 19.0, y + dy + angle.sin() * 17.0, 14.0, hex(0xFBF6EA));
        }
        canvas.disc(x + dx, y + dy, 10.0, hex(0xE9CC7A));
    }
    canvas.veil_polygon(
        &[(x - 44.0, y - 130.0), (x + 44.0, y - 130.0), (x + 34.0, y), (x - 34.0, y)],
        hex(0xD3DEDF),
        0.55,
    );
}
