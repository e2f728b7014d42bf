//! Hair, behind a head and before it.

use super::figure::{Facing, Figure, HairStyle};
use super::{Canvas, Rgb};

type Head = (f32, f32, f32);

/// What lies behind the head and falls on the back.
pub(super) fn hair_behind(canvas: &mut Canvas, figure: &Figure, (x, y, r): Head) {
    let hair = figure.look.hair.darker(0.12);
    let put =
        |points: &[(f32, f32)]| -> Vec<(f32, f32)> { points.iter().map(|(dx, dy)| (x + dx * r, y + dy * r)).collect() };
    match figure.look.style {
        HairStyle::Long => {
            canvas.blob(
                &put(&[
                    (-1.0, -0.5),
                    (0.0, -1.14),
                    (1.0, -0.5),
                    (1.2, 0.6),
                    (1.12, 1.62),
                    (0.5, 1.8),
                    (-0.5, 1.8),
                    (-1.12, 1.62),
                    (-1.2, 0.6),
                ]),
                hair,
            );
        }
        HairStyle::Bob => {
            canvas.blob(
                &put(&[
                    (-1.02, -0.5),
                    (0.0, -1.14),
                    (1.02, -0.5),
                    (1.22, 0.4),
                    (1.02, 1.0),
                    (0.0, 1.05),
                    (-1.02, 1.0),
                    (-1.22, 0.4),
                ]),
                hair,
            );
        }
        HairStyle::Bun => canvas.disc(x + r * 0.1, y - r * 1.16, r * 0.46, hair),
        HairStyle::Curls => {
            for (dx, dy, size) in [
                (-1.0, 0.0, 0.5),
                (1.0, 0.0, 0.5),
                (-0.95, 0.55, 0.46),
                (0.95, 0.55, 0.46),
                (-0.75, -0.65, 0.55),
                (0.75, -0.65, 0.55),
                (0.0, -0.95, 0.6),
            ] {
                canvas.disc(x + dx * r, y + dy * r, r * size, hair);
            }
        }
        HairStyle::Short | HairStyle::Tousled | HairStyle::Wisp => {}
    }
}

/// The hairline over the forehead; seen from behind, the whole crown.
pub(super) fn hair_before(canvas: &mut Canvas, figure: &Figure, head: Head) {
    let hair = figure.look.hair;
    if figure.facing == Facing::Away {
        return crown_from_behind(canvas, figure, head, hair);
    }
    let (x, y, r) = head;
    let turn = match figure.facing {
        Facing::Left => -1.0,
        Facing::Right => 1.0,
        _ => 0.0,
    };
    let lines: &[(f32, f32)] = match figure.look.style {
        HairStyle::Long => &[
            (-1.04, 0.35),
            (-1.06, -0.4),
            (-0.62, -0.98),
            (0.0, -1.14),
            (0.62, -0.98),
            (1.06, -0.4),
            (1.04, 0.35),
            (0.86, -0.2),
            (0.42, -0.62),
            (-0.02, -0.72),
            (-0.5, -0.5),
            (-0.86, -0.1),
        ],
        HairStyle::Short => &[
            (-1.0, -0.02),
            (-1.02, -0.5),
            (-0.6, -1.0),
            (0.05, -1.16),
            (0.66, -0.98),
            (1.02, -0.5),
            (1.0, -0.02),
            (0.84, -0.36),
            (0.4, -0.6),
            (-0.3, -0.66),
            (-0.82, -0.36),
        ],
        HairStyle::Bob => &[
            (-1.06, 0.4),
            (-1.08, -0.4),
            (-0.62, -1.0),
            (0.0, -1.16),
            (0.62, -1.0),
            (1.08, -0.4),
            (1.06, 0.4),
            (0.86, -0.12),
            (0.5, -0.34),
            (0.0, -0.38),
            (-0.5, -0.34),
            (-0.86, -0.12),
        ],
        HairStyle::Tousled => &[
            (-0.98, 0.0),
            (-1.08, -0.45),
            (-0.78, -0.92),
            (-0.4, -1.0),
            (-0.2, -1.26),
            (0.12, -1.06),
            (0.48, -1.22),
            (0.66, -0.94),
            (1.06, -0.6),
            (0.98, 0.0),
            (0.8, -0.3),
            (0.5, -0.42),
            (0.2, -0.34),
            (-0.2, -0.52),
            (-0.55, -0.34),
            (-0.82, -0.3),
        ],
        HairStyle::Bun | HairStyle::Curls => &[
            (-1.0, 0.16),
            (-1.04, -0.45),
            (-0.6, -1.0),
            (0.0, -1.12),
            (0.6, -1.0),
            (1.04, -0.45),
            (1.0, 0.16),
            (0.82, -0.3),
            (0.4, -0.58),
            (0.0, -0.48),
            (-0.4, -0.58),
            (-0.82, -0.3),
        ],
        HairStyle::Wisp => {
            &[(-0.72, -0.62), (-0.3, -0.98), (0.1, -1.14), (0.3, -1.02), (0.72, -0.62), (0.2, -0.84), (-0.2, -0.84)]
        }
    };
    let points: Vec<(f32, f32)> =
        lines.iter().map(|(dx, dy)| (x + (dx + turn * lean(*dx, *dy)) * r, y + dy * r)).collect();
    canvas.blob(&points, hair);
    if !matches!(figure.look.style, HairStyle::Wisp) {
        let shine = [(x - r * 0.6, y - r * 0.72), (x - r * 0.25, y - r * 0.94), (x + r * 0.1, y - r * 0.98)];
        canvas.veil_curve(&shine, r * 0.1, hair.lighter(0.45), 0.35);
    }
}

/// When a head turns, the hairline of the forehead moves with it and the outline stays.
fn lean(dx: f32, dy: f32) -> f32 {
    if dy > -0.75 && dx.abs() < 0.9 { 0.22 } else { 0.0 }
}

fn crown_from_behind(canvas: &mut Canvas, figure: &Figure, (x, y, r): Head, hair: Rgb) {
    canvas.oval(x, y - r * 0.03, r * 1.04, r * 1.06, hair);
    match figure.look.style {
        HairStyle::Long => {
            let points =
                [(-1.02, -0.2), (0.0, -1.1), (1.02, -0.2), (1.14, 0.9), (0.7, 1.75), (-0.7, 1.75), (-1.14, 0.9)];
            canvas.blob(&points.map(|(dx, dy)| (x + dx * r, y + dy * r)), hair);
        }
        HairStyle::Bob => canvas.oval(x, y + r * 0.35, r * 1.12, r * 0.8, hair),
        HairStyle::Bun => canvas.disc(x, y - r * 0.9, r * 0.45, hair.darker(0.15)),
        _ => {}
    }
    canvas.veil_curve(
        &[(x - r * 0.5, y - r * 0.6), (x - r * 0.1, y - r * 0.86), (x + r * 0.3, y - r * 0.8)],
        r * 0.1,
        hair.lighter(0.4),
        0.3,
    );
}
