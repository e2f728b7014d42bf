//! What houses have in them: walls, windows, tables, lamps, pictures.

use super::{Canvas, Hour, Light, Rgb, hex};
use crate::chance::Chance;

/// A wall and a floor, with a skirting board between them.
pub(crate) fn room(canvas: &mut Canvas, floor_at: f32, wall: Rgb, floor: Rgb) {
    canvas.wash(&[(0.0, wall.lighter(0.12)), (floor_at, wall.darker(0.05))]);
    canvas.wash_between(floor_at, 1201.0, &[(floor_at, floor.darker(0.16)), (1200.0, floor.lighter(0.06))]);
    canvas.rect(0.0, floor_at - 16.0, 1600.0, 18.0, wall.lighter(0.5));
    for i in 1..7 {
        let y = floor_at + (1200.0 - floor_at) * (i as f32 / 7.0).powf(1.4);
        canvas.veil_curve(&[(0.0, y), (1600.0, y)], 2.0, floor.darker(0.4), 0.25);
    }
}

/// A window with what is outside, by its upper left corner and size.
pub(crate) fn window(canvas: &mut Canvas, (x, y, w, h): (f32, f32, f32, f32), light: &Light, chance: &mut Chance) {
    let [high, middle, low] = light.sky();
    canvas.round_rect(x - 16.0, y - 16.0, w + 32.0, h + 32.0, 8.0, hex(0xF3EBDC));
    canvas.fill_fading(
        super::shapes::round_box(x, y, w, h, 4.0),
        (x, y, high.mix(middle, 0.4).at(1.0)),
        (x, y + h, low.at(1.0)),
    );
    if light.hour == Hour::Night {
        for _ in 0..9 {
            canvas.veil_disc(
                x + chance.range(0.05, 0.95) * w,
                y + chance.range(0.05, 0.6) * h,
                1.8,
                hex(0xFFF6DF),
                0.8,
            );
        }
    } else {
        for i in 0..5 {
            let leaf = light.leaf(chance).mix(low, 0.35);
            let r = w * chance.range(0.1, 0.17);
            let cx = (x + w * (0.12 + i as f32 * 0.19)).clamp(x + r, x + w - r);
            canvas.disc(cx, y + h - r * chance.range(0.9, 1.05), r, leaf);
        }
    }
    let frame = hex(0xF7F0E3);
    canvas.rect(x + w / 2.0 - 6.0, y, 12.0, h, frame);
    canvas.rect(x, y + h * 0.38, w, 10.0, frame);
    canvas.rect(x - 34.0, y + h + 12.0, w + 68.0, 22.0, hex(0xFBF6EB));
    canvas.veil_rect(x - 34.0, y + h + 34.0, w + 68.0, 8.0, hex(0x2A2433), 0.12);
}

/// Light that falls through a window onto the floor.
pub(crate) fn sunbeam(canvas: &mut Canvas, (x, y, w, h): (f32, f32, f32, f32), floor_at: f32, strength: f32) {
    let shift = 240.0;
    let warm = hex(0xFFE9BF);
    let (left, right) = (x + shift, x + w + shift * 1.25);
    let far = floor_at + 190.0;
    for half in [0.0, 0.52] {
        let (a, b) = (left + (right - left) * half, left + (right - left) * (half + 0.46));
        canvas.veil_polygon(
            &[(a, floor_at + 26.0), (b, floor_at + 26.0), (b + 120.0, far), (a + 110.0, far)],
            warm,
            strength,
        );
    }
    canvas.glow(x + w / 2.0, y + h / 2.0, w * 1.5, warm, strength * 0.55);
}

/// Curtains on both sides of a window.
pub(crate) fn curtains(canvas: &mut Canvas, (x, y, w, h): (f32, f32, f32, f32), colour: Rgb) {
    canvas.line((x - 110.0, y - 34.0), (x + w + 110.0, y - 34.0), 9.0, hex(0x8A6B4E));
    for (left, flip) in [(x - 100.0, 1.0), (x + w + 100.0, -1.0)] {
        for fold in 0..4 {
            let at = left + flip * fold as f32 * 26.0;
            let shade = if fold % 2 == 0 { colour } else { colour.darker(0.1) };
            canvas.soft_rect(
                at.min(at + flip * 28.0),
                y - 30.0,
                28.0,
                h + 130.0,
                10.0,
                shade.lighter(0.1),
                shade.darker(0.1),
            );
        }
    }
}

/// A picture on a wall.
pub(crate) fn wall_picture(canvas: &mut Canvas, x: f32, y: f32, w: f32, h: f32, chance: &mut Chance) {
    let tones = [0xBFC9BA, 0xE3C9A5, 0xA9B9C6, 0xD9B3A0];
    canvas.rect(x - 6.0, y + 8.0, w + 14.0, h + 6.0, hex(0xB5A58F));
    canvas.rect(x, y, w, h, hex(0xFBF7EE));
    canvas.rect(x + w * 0.14, y + h * 0.14, w * 0.72, h * 0.72, hex(*chance.pick(&tones)));
    canvas.oval(x + w * 0.5, y + h * 0.62, w * 0.26, h * 0.16, hex(*chance.pick(&tones)).darker(0.15));
}

/// A standing lamp that is lit or not.
pub(crate) fn lamp(canvas: &mut Canvas, x: f32, floor: f32, lit: bool) {
    canvas.line((x, floor), (x, floor - 470.0), 10.0, hex(0x6B5443));
    canvas.oval(x, floor, 62.0, 15.0, hex(0x5A4738));
    let shade = if lit { hex(0xFFE3AC) } else { hex(0xEBDCC2) };
    canvas.polygon(
        &[(x - 58.0, floor - 600.0), (x + 58.0, floor - 600.0), (x + 96.0, floor - 460.0), (x - 96.0, floor - 460.0)],
        shade,
    );
    if lit {
        canvas.glow(x, floor - 500.0, 430.0, hex(0xFFD996), 0.55);
    }
}

/// A plant in a pot.
pub(crate) fn pot_plant(canvas: &mut Canvas, x: f32, y: f32, size: f32, chance: &mut Chance) {
    let leaf = hex(*chance.pick(&[0x6F8F68, 0x5F8168, 0x86A06E]));
    for i in 0..9 {
        let angle = -1.57 + (i as f32 - 4.0) * 0.3;
        let reach = size * chance.range(0.55, 0.8);
        let (ex, ey) = (x + angle.cos() * reach, y - size * 0.3 + angle.sin() * reach);
        let (mx, my) = ((x + ex) / 2.0, (y - size * 0.3 + ey) / 2.0 - size * 0.05);
        canvas.curve(
            &[(x, y - size * 0.25), (mx, my), (ex, ey)],
            size * 0.085,
            if i % 2 == 0 { leaf } else { leaf.darker(0.14) },
        );
    }
    canvas.polygon(
        &[
            (x - size * 0.24, y - size * 0.34),
            (x + size * 0.24, y - size * 0.34),
            (x + size * 0.17, y),
            (x - size * 0.17, y),
        ],
        hex(0xBF7F5E),
    );
    canvas.rect(x - size * 0.26, y - size * 0.38, size * 0.52, size * 0.08, hex(0xCC8F6C));
}

/// A table top seen from the front, over the whole width.
pub(crate) fn table_front(canvas: &mut Canvas, y: f32, cloth: Rgb) {
    canvas.wash_between(
        y,
        1201.0,
        &[(y, cloth.lighter(0.2)), (y + 110.0, cloth), (y + 112.0, cloth.darker(0.12)), (1200.0, cloth.darker(0.26))],
    );
}
