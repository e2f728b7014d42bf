//! Faces: two eyes, warm cheeks, a small mouth. Less is kinder.

use super::figure::{Facing, Figure};
use super::{Canvas, hex};

/// Draws what is in a face; head and hair are there already or come after.
pub(super) fn face(canvas: &mut Canvas, figure: &Figure, (x, y, r): (f32, f32, f32)) {
    let turn = match figure.facing {
        Facing::Left => -0.28,
        Facing::Right => 0.28,
        _ => figure.sway * 0.06,
    };
    let x = x + turn * r;
    let ink = hex(0x3A2A2A);
    let (skin, young) = (figure.look.skin, figure.age < 13.0);
    if figure.look.beard {
        let beard = [
            (-0.9, 0.1),
            (-0.74, 0.34),
            (-0.3, 0.38),
            (0.3, 0.38),
            (0.74, 0.34),
            (0.9, 0.1),
            (0.62, 0.88),
            (0.0, 1.1),
            (-0.62, 0.88),
        ];
        canvas.blob(&beard.map(|(dx, dy)| (x - turn * r * 0.8 + dx * r, y + dy * r)), figure.look.hair);
    }
    for side in [-1.0, 1.0] {
        let spread = if turn.abs() > 0.2 { 0.3 } else { 0.36 };
        let (ex, ey) = (x + side * spread * r, y + r * 0.06);
        canvas.glow(x + side * 0.56 * r, y + r * 0.38, r * 0.3, hex(0xE58A7A), if young { 0.42 } else { 0.28 });
        canvas.oval(ex, ey, r * 0.075, r * 0.095, ink);
        let brow = figure.look.hair.darker(0.25);
        canvas.veil_curve(
            &[(ex - r * 0.14, ey - r * 0.25), (ex, ey - r * 0.3), (ex + r * 0.14, ey - r * 0.25)],
            r * 0.05,
            brow,
            0.7,
        );
        if figure.look.glasses {
            let ring = tiny_skia::PathBuilder::from_circle(ex, ey, r * 0.25);
            canvas.stroke(ring, r * 0.05, hex(0x7A5C3E), 0.9);
        }
    }
    canvas.veil_curve(
        &[(x + turn * r * 0.2, y + r * 0.16), (x + r * (0.07 + turn * 0.3), y + r * 0.28), (x, y + r * 0.3)],
        r * 0.05,
        skin.darker(0.35),
        0.7,
    );
    let mouth = if figure.look.beard { hex(0xE9C3AE) } else { hex(0x9A4B45) };
    canvas.curve(&[(x - r * 0.22, y + r * 0.5), (x, y + r * 0.6), (x + r * 0.22, y + r * 0.5)], r * 0.065, mouth);
}
