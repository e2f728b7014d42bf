//! The dog, sandy with one dark ear.

use super::{Canvas, hex};

const COAT: u32 = 0xC99A63;
const EAR: u32 = 0x7A5236;
const CHEST: u32 = 0xEFDCBE;

/// Sitting, seen from the front; `size` is its height.
pub(crate) fn dog_sitting(canvas: &mut Canvas, x: f32, y: f32, size: f32, sway: f32) {
    let s = size;
    let (coat, chest) = (hex(COAT), hex(CHEST));
    canvas.glow_wide(x, y, s * 0.09, 4.6, hex(0x2A2433), 0.5);
    canvas.curve(
        &[(x + s * 0.2, y - s * 0.08), (x + s * 0.36, y - s * 0.12), (x + s * 0.42, y - s * (0.26 + 0.05 * sway))],
        s * 0.07,
        coat.darker(0.1),
    );
    canvas.blob(
        &[
            (x - s * 0.2, y - s * 0.5),
            (x + s * 0.2, y - s * 0.5),
            (x + s * 0.27, y - s * 0.1),
            (x, y + s * 0.01),
            (x - s * 0.27, y - s * 0.1),
        ],
        coat,
    );
    canvas.oval(x, y - s * 0.34, s * 0.12, s * 0.18, chest);
    for side in [-1.0, 1.0] {
        canvas.line((x + side * s * 0.1, y - s * 0.32), (x + side * s * 0.1, y - s * 0.04), s * 0.1, coat.darker(0.05));
        canvas.oval(x + side * s * 0.11, y - s * 0.025, s * 0.075, s * 0.04, chest);
    }
    dog_head(canvas, x + sway * s * 0.03, y - s * 0.68, s * 0.21);
}

/// The head, `r` its half width.
fn dog_head(canvas: &mut Canvas, x: f32, y: f32, r: f32) {
    let coat = hex(COAT);
    canvas.oval(x, y, r, r * 0.95, coat);
    canvas.oval(x, y + r * 0.42, r * 0.58, r * 0.48, hex(CHEST));
    canvas.oval(x - r * 0.02, y - r * 0.4, r * 0.14, r * 0.4, hex(CHEST));
    for (side, colour) in [(-1.0, hex(EAR)), (1.0, coat.darker(0.22))] {
        let ear =
            [(side * 0.55, -0.82), (side * 0.98, -0.78), (side * 1.3, 0.0), (side * 1.12, 0.42), (side * 0.86, 0.0)];
        canvas.blob(&ear.map(|(dx, dy)| (x + dx * r, y + dy * r)), colour);
        canvas.oval(x + side * r * 0.38, y - r * 0.08, r * 0.105, r * 0.13, hex(0x2E2320));
        canvas.disc(x + side * r * 0.38 - r * 0.03, y - r * 0.13, r * 0.035, hex(0xFFF8EA));
    }
    canvas.oval(x, y + r * 0.26, r * 0.2, r * 0.14, hex(0x2E2320));
    canvas.curve(
        &[(x - r * 0.26, y + r * 0.52), (x, y + r * 0.58), (x + r * 0.26, y + r * 0.52)],
        r * 0.06,
        hex(0x5A3D2E),
    );
    canvas.oval(x + r * 0.02, y + r * 0.72, r * 0.13, r * 0.17, hex(0xD98880));
}

/// Running, seen from the side, to the right.
pub(crate) fn dog_running(canvas: &mut Canvas, x: f32, y: f32, size: f32, sway: f32) {
    let (s, coat) = (size, hex(COAT));
    canvas.glow_wide(x, y, s * 0.07, 6.5, hex(0x2A2433), 0.45);
    let lift = s * 0.05 * sway;
    for (at, reach, shade) in [(-0.3, -0.2, 0.2), (0.26, 0.2, 0.2), (-0.22, -0.08, 0.04), (0.34, 0.12, 0.04)] {
        canvas.line(
            (x + at * s, y - s * 0.36 - lift),
            (x + (at + reach) * s, y - s * 0.05),
            s * 0.085,
            coat.darker(shade),
        );
    }
    canvas.curve(
        &[(x - s * 0.42, y - s * 0.46), (x - s * 0.6, y - s * 0.6), (x - s * 0.62, y - s * 0.78)],
        s * 0.07,
        coat,
    );
    canvas.blob(
        &[
            (x - s * 0.45, y - s * 0.52 - lift),
            (x, y - s * 0.58 - lift),
            (x + s * 0.42, y - s * 0.62 - lift),
            (x + s * 0.44, y - s * 0.36 - lift),
            (x, y - s * 0.32 - lift),
            (x - s * 0.44, y - s * 0.32 - lift),
        ],
        coat,
    );
    canvas.oval(x + s * 0.38, y - s * 0.44 - lift, s * 0.09, s * 0.12, hex(CHEST));
    let (hx, hy, r) = (x + s * 0.56, y - s * 0.72 - lift, s * 0.17);
    canvas.line((x + s * 0.38, y - s * 0.54 - lift), (hx - r * 0.3, hy + r * 0.3), s * 0.15, coat);
    canvas.oval(hx, hy, r, r * 0.9, coat);
    canvas.oval(hx + r * 0.9, hy + r * 0.25, r * 0.6, r * 0.4, coat.lighter(0.2));
    canvas.oval(hx + r * 1.42, hy + r * 0.1, r * 0.16, r * 0.14, hex(0x2E2320));
    canvas.oval(hx + r * 0.3, hy - r * 0.12, r * 0.1, r * 0.12, hex(0x2E2320));
    canvas.blob(
        &[
            (hx - r * 0.5, hy - r * 0.7),
            (hx + r * 0.05, hy - r * 0.6),
            (hx - r * 0.2, hy + r * 0.2),
            (hx - r * 0.7, hy + r * 0.6),
            (hx - r * 0.9, hy),
        ],
        hex(EAR),
    );
}

/// Asleep on a rug; `size` is its length.
pub(crate) fn dog_lying(canvas: &mut Canvas, x: f32, y: f32, size: f32) {
    let (s, coat) = (size, hex(COAT));
    canvas.glow_wide(x, y, s * 0.09, 6.5, hex(0x2A2433), 0.5);
    canvas.curve(
        &[(x + s * 0.4, y - s * 0.06), (x + s * 0.5, y + s * 0.0), (x + s * 0.36, y + s * 0.03)],
        s * 0.06,
        coat.darker(0.1),
    );
    canvas.blob(
        &[
            (x - s * 0.36, y - s * 0.16),
            (x, y - s * 0.28),
            (x + s * 0.36, y - s * 0.22),
            (x + s * 0.46, y - s * 0.04),
            (x, y + s * 0.02),
            (x - s * 0.4, y + s * 0.01),
        ],
        coat,
    );
    canvas.line((x - s * 0.3, y - s * 0.03), (x - s * 0.5, y), s * 0.07, coat.darker(0.06));
    let (hx, hy, r) = (x - s * 0.38, y - s * 0.13, s * 0.13);
    canvas.oval(hx, hy, r * 1.1, r * 0.9, coat.lighter(0.08));
    canvas.oval(hx - r * 0.9, hy + r * 0.35, r * 0.62, r * 0.42, hex(CHEST));
    canvas.oval(hx - r * 1.42, hy + r * 0.25, r * 0.15, r * 0.13, hex(0x2E2320));
    canvas.curve(
        &[(hx - r * 0.5, hy), (hx - r * 0.35, hy + r * 0.1), (hx - r * 0.18, hy + r * 0.02)],
        r * 0.09,
        hex(0x4A352B),
    );
    canvas.blob(
        &[
            (hx + r * 0.1, hy - r * 0.75),
            (hx + r * 0.6, hy - r * 0.6),
            (hx + r * 0.85, hy + r * 0.5),
            (hx + r * 0.4, hy + r * 0.7),
        ],
        hex(EAR),
    );
}
