//! The garden behind a house.

use super::Sitting;
use crate::paint::{Canvas, Finish, Hour, Season, dog_sitting, flowers, grass, hex, ridge, tree};

pub(super) fn paint(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    s.light.paint_sky(canvas, 620.0, &mut s.moment);
    let ground = s.light.ground();
    let seed = s.place();
    ridge(canvas, 600.0, 50.0, 500.0, 840.0, ground.mix(s.light.sky()[2], 0.45), seed);
    for i in 0..4 {
        let x = [90.0, 520.0, 1010.0, 1500.0][i] + s.moment.range(-60.0, 60.0);
        let size = s.moment.range(330.0, 470.0);
        tree(canvas, x, 770.0, size, &s.light, &mut s.moment);
    }
    if s.moment.odds(0.65) {
        house(canvas, s.moment.range(1080.0, 1240.0), s.light.hour);
    }
    fence(canvas, 690.0, 800.0);
    let seed = s.place();
    ridge(canvas, 806.0, 14.0, 700.0, 1260.0, ground, seed);
    grass(canvas, 830.0, 1200.0, 150, ground.darker(0.1), &mut s.moment);
    beds(canvas, s);
    s.people(canvas);
    if s.moment.odds(0.45) {
        dog_sitting(canvas, s.moment.range(330.0, 430.0), 1120.0, 230.0, s.take.range(-1.0, 1.0));
    }
    s.outdoors()
}

fn house(canvas: &mut Canvas, x: f32, hour: Hour) {
    let wall = hex(0xEFE2CB);
    canvas.soft_rect(x, 430.0, 420.0, 390.0, 0.0, wall, wall.darker(0.1));
    canvas.polygon(&[(x - 44.0, 440.0), (x + 80.0, 270.0), (x + 350.0, 270.0), (x + 464.0, 440.0)], hex(0xA6644F));
    canvas.veil_rect(x, 440.0, 420.0, 16.0, hex(0x2A2433), 0.16);
    let lit = matches!(hour, Hour::Dusk | Hour::Night);
    let glass = if lit { hex(0xFFDFA0) } else { hex(0x9FBFCB) };
    for wx in [x + 46.0, x + 250.0] {
        canvas.rect(wx - 9.0, 511.0, 128.0, 138.0, hex(0xFBF6EB));
        canvas.rect(wx, 520.0, 110.0, 120.0, glass);
        canvas.rect(wx + 51.0, 520.0, 8.0, 120.0, hex(0xFBF6EB));
    }
}

fn fence(canvas: &mut Canvas, top: f32, foot: f32) {
    let wood = hex(0xF1E8D8);
    for y in [top + 30.0, foot - 26.0] {
        canvas.rect(0.0, y, 1600.0, 11.0, wood.darker(0.1));
    }
    for i in 0..34 {
        let x = i as f32 * 48.0 + 6.0;
        canvas.polygon(
            &[(x, foot + 18.0), (x, top + 16.0), (x + 13.0, top), (x + 26.0, top + 16.0), (x + 26.0, foot + 18.0)],
            wood,
        );
    }
}

fn beds(canvas: &mut Canvas, s: &mut Sitting) {
    let soil = hex(0x7A5B45);
    for (x, y, w) in [(-60.0, 880.0, 560.0), (1120.0, 900.0, 560.0)] {
        canvas.round_rect(x, y, w, 74.0, 36.0, soil);
        for _ in 0..26 {
            let px = x + s.moment.range(0.05, 0.95) * w;
            let py = y + s.moment.range(10.0, 60.0);
            let leaf = if s.light.season == Season::Winter { hex(0x8B9A8A) } else { hex(0x6E9458) };
            for side in [-1.0, 0.0, 1.0] {
                canvas.curve(
                    &[(px, py), (px + side * 14.0, py - 22.0), (px + side * 22.0, py - 34.0)],
                    6.0,
                    leaf.darker(0.06 * (side + 1.0)),
                );
            }
            if s.light.season == Season::Summer && s.moment.odds(0.5) {
                canvas.disc(px + 8.0, py - 20.0, 8.0, hex(0xD15C46));
            }
        }
    }
    if s.light.season != Season::Winter {
        flowers(canvas, 850.0, 930.0, 44, &mut s.moment);
        flowers(canvas, 1120.0, 1200.0, 30, &mut s.moment);
    }
}
