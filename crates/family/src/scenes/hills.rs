//! A walk in open country.

use super::Sitting;
use crate::paint::{Canvas, Finish, Rgb, Season, dog_running, flowers, grass, hex, ridge, ridge_at, tree};

pub(super) fn paint(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    let horizon = s.moment.range(520.0, 600.0);
    s.light.paint_sky(canvas, horizon, &mut s.moment);
    let (low, ground) = (s.light.sky()[2], s.light.ground());
    for layer in 0..3 {
        let seed = s.place();
        let depth = layer as f32 / 3.0;
        let colour = ground.mix(low, 0.62 - depth * 0.45).mix(hex(0x7FA0A8), 0.3 - depth * 0.22);
        let (y, width) = (horizon - 30.0 + depth * 210.0, 620.0 - depth * 120.0);
        ridge(canvas, y, 86.0 - depth * 30.0, width, 905.0, colour, seed);
        for _ in 0..3 + layer * 2 {
            let x = s.moment.range(0.0, 1600.0);
            let size = s.moment.range(70.0, 110.0) * (0.7 + depth * 1.6);
            tree(canvas, x, ridge_at(x, y, 86.0 - depth * 30.0, width, seed) + 14.0, size, &s.light, &mut s.moment);
        }
    }
    let seed = s.place();
    ridge(canvas, 850.0, 40.0, 700.0, 1260.0, ground, seed);
    path(canvas, s.moment.range(-160.0, 160.0), hex(0xE6D3AC).mix(ground, 0.18));
    grass(canvas, 880.0, 1200.0, 170, ground.darker(0.12), &mut s.moment);
    if matches!(s.light.season, Season::Spring | Season::Summer) {
        flowers(canvas, 930.0, 1195.0, 60, &mut s.moment);
    }
    s.people(canvas);
    if s.moment.odds(0.5) {
        dog_running(canvas, s.take.range(1090.0, 1220.0), 1110.0, 180.0, s.take.range(-1.0, 1.0));
    }
    s.outdoors()
}

/// A path that winds towards the hills.
pub(super) fn path(canvas: &mut Canvas, bend: f32, colour: Rgb) {
    let left =
        [(470.0, 1260.0), (600.0, 1120.0), (760.0 + bend * 0.5, 1000.0), (800.0 + bend, 905.0), (790.0 + bend, 850.0)];
    let right =
        [(815.0 + bend, 850.0), (850.0 + bend, 905.0), (890.0 + bend * 0.6, 1000.0), (960.0, 1120.0), (1110.0, 1260.0)];
    let outline: Vec<(f32, f32)> = left.into_iter().chain(right).collect();
    let shape = crate::paint::flowing_shape(&outline);
    canvas.fill_fading(shape, (0.0, 850.0, colour.lighter(0.2).at(0.5)), (0.0, 1200.0, colour.at(1.0)));
}
