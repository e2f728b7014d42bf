//! The months of waiting: an ultrasound picture, and the mother by a window.

use super::Sitting;
use crate::chance::speck;
use crate::paint::{Canvas, Finish, curtains, flowing_shape, head_of, hex, room, sunbeam, window};

/// A small print on a wooden table: a fan of grey light, hardly more than a shape.
pub(super) fn ultrasound(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    canvas.wash(&[(0.0, hex(0xCBA67E)), (1200.0, hex(0xB58C66))]);
    for i in 0..9 {
        let y = i as f32 * 150.0 + s.moment.range(-20.0, 20.0);
        canvas.veil_curve(
            &[
                (0.0, y),
                (500.0, y + s.moment.range(-22.0, 22.0)),
                (1100.0, y + s.moment.range(-22.0, 22.0)),
                (1600.0, y),
            ],
            3.0,
            hex(0x8F6A4A),
            0.35,
        );
    }
    canvas.glow(300.0, 120.0, 900.0, hex(0xFFEBC4), 0.5);
    canvas.glow_wide(812.0, 660.0, 460.0, 1.25, hex(0x4A3428), 0.45);
    canvas.rect(400.0, 290.0, 800.0, 660.0, hex(0xF7F2E8));
    canvas.rect(430.0, 320.0, 740.0, 540.0, hex(0x1E1F24));
    let fan = [(740.0, 350.0), (860.0, 350.0), (1110.0, 760.0), (800.0, 842.0), (490.0, 760.0)];
    canvas.polygon(&fan, hex(0x3F4148));
    canvas.glow_wide(800.0, 610.0, 190.0, 1.35, hex(0x14151A), 0.9);
    canvas.glow_wide(770.0, 640.0, 92.0, 1.9, hex(0xC9CACB), 0.75);
    canvas.glow(900.0, 590.0, 84.0, hex(0xDADADA), 0.8);
    canvas.glow_wide(760.0, 800.0, 60.0, 3.6, hex(0x9A9B9E), 0.5);
    for i in 0..900 {
        let (u, v) = (speck(i, 1, 5), speck(i, 2, 5));
        let y = 360.0 + 440.0 * v;
        let half = 60.0 + 240.0 * v;
        canvas.veil_disc(800.0 + (u * 2.0 - 1.0) * half, y, 2.0, hex(0xB9BABD), 0.22);
    }
    canvas.veil_rect(450.0, 884.0, 210.0, 12.0, hex(0xB9AE9E), 0.7);
    canvas.veil_rect(450.0, 908.0, 130.0, 12.0, hex(0xB9AE9E), 0.7);
    s.indoors()
}

/// She stands by the window, a hand on her belly.
pub(super) fn bump(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    room(canvas, 1040.0, hex(0xE8DAC4), hex(0xB98E68));
    let pane = (240.0, 150.0, 430.0, 560.0);
    window(canvas, pane, &s.light, &mut s.moment);
    curtains(canvas, pane, hex(0xDCC7A8));
    sunbeam(canvas, pane, 1040.0, 0.22);
    s.people(canvas);
    for figure in &s.figures {
        let (x, _, r) = head_of(figure);
        let (cx, cy) = (x - r * 0.36, figure.y - figure.scale * 0.525);
        let cloth = figure.look.top;
        let belly =
            [(0.2, -1.5), (-0.5, -0.9), (-0.92, -0.1), (-0.72, 0.7), (0.0, 1.08), (0.9, 1.0), (1.1, 0.0), (0.9, -1.2)];
        let shape = flowing_shape(&belly.map(|(dx, dy)| (cx + dx * r, cy + dy * r)));
        canvas.fill_fading(
            shape,
            (cx - r, cy - r, cloth.lighter(0.08).at(1.0)),
            (cx + r * 0.4, cy + r, cloth.darker(0.16).at(1.0)),
        );
        canvas.glow_wide(cx - r * 0.35, cy - r * 0.35, r * 0.8, 0.8, cloth.lighter(0.4), 0.35);
        let hand = [(x + r * 0.95, cy - r * 1.3), (x + r * 1.0, cy - r * 0.2), (cx + r * 0.15, cy + r * 0.3)];
        canvas.curve(&hand, figure.scale * 0.055, cloth.darker(0.14));
        canvas.disc(cx + r * 0.05, cy + r * 0.31, figure.scale * 0.03, figure.look.skin);
    }
    canvas.glow(460.0, 400.0, 760.0, hex(0xFFF0D0), 0.3);
    s.indoors()
}
