//! Among tall trees, light between them.

use super::Sitting;
use crate::paint::{Canvas, Finish, Season, hex, ridge};

pub(super) fn paint(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    let leaf = s.light.leaf(&mut s.moment);
    let autumn = s.light.season == Season::Autumn;
    let haze = leaf.mix(hex(0xFBEFC8), 0.62);
    canvas.wash(&[(0.0, leaf.mix(haze, 0.4)), (520.0, haze), (820.0, leaf.mix(haze, 0.5))]);
    canvas.glow(s.moment.range(600.0, 1000.0), 420.0, 560.0, hex(0xFFF6D8), 0.8);
    for layer in 0..3 {
        trunks(canvas, s, layer);
    }
    let ground = if autumn { hex(0xB98650) } else { s.light.ground().darker(0.1) };
    let seed = s.place();
    ridge(canvas, 840.0, 36.0, 480.0, 1260.0, ground, seed);
    super::hills::path(canvas, s.moment.range(-120.0, 120.0), hex(0xD9C197).mix(ground, 0.35));
    litter(canvas, s, autumn);
    canopy(canvas, s);
    for _ in 0..4 {
        let x = s.moment.range(200.0, 1400.0);
        canvas.veil_polygon(
            &[(x, -10.0), (x + 70.0, -10.0), (x - 190.0, 1010.0), (x - 360.0, 1010.0)],
            hex(0xFFF3CC),
            0.09,
        );
    }
    s.people(canvas);
    s.outdoors()
}

fn trunks(canvas: &mut Canvas, s: &mut Sitting, layer: usize) {
    let depth = layer as f32 / 2.0;
    let bark = hex(0x6A5040).mix(hex(0xE9DDB4), 0.58 - depth * 0.5);
    let count = 13 - layer * 4;
    for i in 0..count {
        let x = (i as f32 + s.moment.range(0.1, 0.9)) * 1600.0 / count as f32;
        // The nearest trunks stay away from the middle, where people walk.
        if layer == 2 && (480.0..1160.0).contains(&x) {
            continue;
        }
        let half = (9.0 + 30.0 * depth) * s.moment.range(0.7, 1.25);
        let foot = 850.0 + depth * 110.0 + s.moment.range(0.0, 30.0);
        let lean = s.moment.range(-24.0, 24.0);
        canvas.polygon(
            &[
                (x - half * 1.25, foot),
                (x - half * 0.8 + lean, -20.0),
                (x + half * 0.8 + lean, -20.0),
                (x + half * 1.3, foot),
            ],
            bark,
        );
        canvas.veil_polygon(
            &[
                (x + half * 0.3, foot),
                (x + half * 0.2 + lean, -20.0),
                (x + half * 0.8 + lean, -20.0),
                (x + half * 1.3, foot),
            ],
            bark.darker(0.4),
            0.4,
        );
    }
}

fn canopy(canvas: &mut Canvas, s: &mut Sitting) {
    if s.light.season == Season::Winter {
        return;
    }
    for _ in 0..46 {
        let leaf = s.light.leaf(&mut s.moment);
        let x = s.moment.range(-40.0, 1640.0);
        let edge = ((x - 800.0) / 800.0).abs();
        let y = s.moment.range(-60.0, 70.0 + 210.0 * edge * edge);
        let r = s.moment.range(50.0, 120.0);
        canvas.veil_disc(x, y, r, leaf.darker(0.12), 0.85);
        canvas.glow(x - r * 0.3, y - r * 0.3, r * 0.9, leaf.lighter(0.35), 0.5);
    }
}

fn litter(canvas: &mut Canvas, s: &mut Sitting, autumn: bool) {
    for _ in 0..if autumn { 240 } else { 110 } {
        let depth = s.moment.part();
        let (x, y) = (s.moment.range(0.0, 1600.0), 870.0 + 330.0 * depth);
        let leaf = s.light.leaf(&mut s.moment);
        let leaf = if s.moment.odds(0.5) { leaf.lighter(0.2) } else { leaf.darker(0.2) };
        canvas.veil_oval(x, y, 4.0 + 8.0 * depth, 2.0 + 4.0 * depth, leaf, 0.8);
    }
}
