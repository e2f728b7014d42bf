//! Tents by a lake, a fire at night.

use super::Sitting;
use crate::paint::{Canvas, Finish, Hour, Rgb, fir, grass, hex, ridge};

pub(super) fn paint(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    let late = matches!(s.light.hour, Hour::Dusk | Hour::Night);
    s.light.paint_sky(canvas, 560.0, &mut s.moment);
    let [high, _, low] = s.light.sky();
    let far = s.place();
    ridge(canvas, 520.0, 110.0, 420.0, 700.0, low.mix(hex(0x53708A), 0.5), far);
    let ink = if late { hex(0x2B3B4C) } else { hex(0x5F8272) };
    let near = s.place();
    ridge(canvas, 590.0, 36.0, 300.0, 700.0, ink.mix(low, 0.3), near);
    for i in 0..26 {
        let x = i as f32 * 64.0 + s.moment.range(-24.0, 24.0);
        fir(canvas, x, 640.0, s.moment.range(70.0, 130.0), ink.mix(low, 0.18), false);
    }
    canvas.wash_between(640.0, 830.0, &[(640.0, low.mix(ink, 0.3)), (830.0, high.mix(ink, 0.2))]);
    for _ in 0..40 {
        let (x, y) = (s.take.range(0.0, 1600.0), s.take.range(650.0, 820.0));
        canvas.veil_curve(&[(x, y), (x + 30.0, y - 1.0), (x + 70.0, y)], 2.5, hex(0xFDF3DC), 0.2);
    }
    let ground = if late { hex(0x47524A) } else { s.light.ground() };
    let shore = s.place();
    ridge(canvas, 820.0, 24.0, 500.0, 1260.0, ground, shore);
    grass(canvas, 850.0, 1200.0, 120, ground, &mut s.moment);
    tent(canvas, 300.0, 1000.0, 300.0, hex(0xD98B54), late);
    tent(canvas, 1320.0, 980.0, 260.0, hex(0x6F93A0), late);
    s.people(canvas);
    fire(canvas, s, late);
    if late { s.in_light(hex(0xDAD3E6), 0.28) } else { s.outdoors() }
}

fn tent(canvas: &mut Canvas, x: f32, y: f32, size: f32, cloth: Rgb, lit: bool) {
    canvas.glow_wide(x, y, size * 0.09, 8.0, hex(0x2A2433), 0.4);
    let shade = if lit { cloth.mix(hex(0xFFC97A), 0.35) } else { cloth };
    canvas.polygon(&[(x - size * 0.75, y), (x, y - size * 0.9), (x + size * 0.75, y)], shade);
    canvas.polygon(&[(x, y - size * 0.9), (x + size * 0.75, y), (x + size * 0.24, y)], shade.darker(0.16));
    canvas.polygon(
        &[(x, y - size * 0.9), (x + size * 0.24, y), (x - size * 0.2, y)],
        if lit { hex(0xFFE3AC) } else { shade.darker(0.45) },
    );
    if lit {
        canvas.glow(x, y - size * 0.3, size * 0.8, hex(0xFFCF86), 0.5);
    }
}

fn fire(canvas: &mut Canvas, s: &mut Sitting, late: bool) {
    let (x, y) = (800.0, 1090.0);
    for angle in [-0.5f32, -0.15, 0.2, 0.5] {
        canvas.line((x - angle * 130.0, y + 12.0), (x + angle * 90.0, y - 24.0), 20.0, hex(0x5F4433));
    }
    canvas.glow(x, y - 40.0, if late { 560.0 } else { 200.0 }, hex(0xFFB25C), if late { 0.6 } else { 0.35 });
    for (size, colour) in [(1.0, 0xE8823C), (0.7, 0xF6B04E), (0.4, 0xFDE6A6)] {
        let lean = s.take.range(-16.0, 16.0);
        canvas.blob(
            &[
                (x + lean, y - 150.0 * size),
                (x + 46.0 * size, y - 54.0 * size),
                (x + 34.0 * size, y),
                (x - 34.0 * size, y),
                (x - 46.0 * size, y - 60.0 * size),
            ],
            hex(colour),
        );
    }
    for _ in 0..14 {
        canvas.veil_disc(x + s.take.range(-90.0, 90.0), y - s.take.range(120.0, 420.0), 3.0, hex(0xFFC973), 0.8);
    }
}
