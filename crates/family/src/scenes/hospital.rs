//! The night in hospital: a room, a bed, a window. Nobody's face is in it.

use super::Sitting;
use crate::chance::Chance;
use crate::paint::{Canvas, Finish, hex};

/// The room, only the window and a small lamp are lit.
pub(super) fn room_at_night(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    canvas.wash(&[(0.0, hex(0x27304A)), (840.0, hex(0x36415E)), (842.0, hex(0x242B42)), (1200.0, hex(0x2C3450))]);
    night_pane(canvas, (190.0, 170.0, 420.0, 470.0), &mut s.moment);
    // What the window lets in lies on the floor.
    canvas.veil_polygon(&[(330.0, 880.0), (700.0, 880.0), (860.0, 1090.0), (420.0, 1090.0)], hex(0x8FA3C6), 0.1);
    let rail = hex(0x5E6C8C);
    canvas.rect(1490.0, 250.0, 10.0, 700.0, rail.darker(0.2));
    canvas.line((1440.0, 256.0), (1540.0, 256.0), 8.0, rail.darker(0.2));
    canvas.soft_rect(1448.0, 268.0, 46.0, 96.0, 12.0, hex(0x7F90B0), hex(0x5C6B8B));
    bed(canvas);
    chair(canvas);
    canvas.soft_rect(690.0, 800.0, 96.0, 180.0, 6.0, hex(0x46516E), hex(0x343D58));
    canvas.polygon(&[(712.0, 736.0), (764.0, 736.0), (780.0, 786.0), (696.0, 786.0)], hex(0xF0D6A4));
    canvas.rect(734.0, 784.0, 8.0, 18.0, hex(0x2A3048));
    canvas.glow(738.0, 770.0, 340.0, hex(0xE8C48A), 0.42);
    s.in_light(hex(0xF2F1FA), 0.34)
}

fn bed(canvas: &mut Canvas) {
    let frame = hex(0x59678A);
    canvas.glow_wide(1130.0, 1040.0, 50.0, 8.0, hex(0x10142A), 0.5);
    canvas.round_rect(1400.0, 640.0, 26.0, 400.0, 12.0, frame);
    canvas.round_rect(850.0, 760.0, 22.0, 280.0, 11.0, frame.darker(0.15));
    canvas.round_rect(860.0, 936.0, 560.0, 22.0, 10.0, frame.darker(0.2));
    canvas.soft_rect(866.0, 860.0, 548.0, 84.0, 26.0, hex(0x8C9AB8), hex(0x6A7898));
    canvas.blob(
        &[(1230.0, 800.0), (1330.0, 776.0), (1402.0, 800.0), (1398.0, 858.0), (1300.0, 872.0), (1236.0, 858.0)],
        hex(0xC3CBDC),
    );
    // A blanket, turned back; the bed is empty.
    canvas.blob(
        &[
            (862.0, 846.0),
            (960.0, 828.0),
            (1100.0, 838.0),
            (1218.0, 826.0),
            (1240.0, 858.0),
            (1226.0, 936.0),
            (1080.0, 952.0),
            (900.0, 948.0),
            (860.0, 920.0),
        ],
        hex(0x7588A6),
    );
    canvas.veil_curve(&[(880.0, 872.0), (1000.0, 862.0), (1120.0, 876.0), (1216.0, 862.0)], 5.0, hex(0xA9B7CC), 0.5);
    canvas.veil_curve(&[(900.0, 910.0), (1020.0, 900.0), (1160.0, 916.0)], 5.0, hex(0x54648A), 0.6);
    canvas.blob(&[(1180.0, 826.0), (1244.0, 822.0), (1262.0, 868.0), (1232.0, 900.0), (1196.0, 868.0)], hex(0x9AA9C4));
}

fn chair(canvas: &mut Canvas) {
    let cloth = hex(0x4E5B7B);
    canvas.glow_wide(420.0, 1090.0, 30.0, 6.0, hex(0x10142A), 0.5);
    canvas.soft_rect(300.0, 790.0, 210.0, 210.0, 40.0, cloth.lighter(0.1), cloth);
    canvas.soft_rect(290.0, 950.0, 240.0, 80.0, 26.0, cloth.lighter(0.14), cloth.darker(0.1));
    for x in [312.0, 496.0] {
        canvas.line((x, 1024.0), (x, 1090.0), 13.0, hex(0x2A324C));
    }
    // His jacket over the back.
    canvas.blob(
        &[(318.0, 786.0), (420.0, 772.0), (496.0, 788.0), (502.0, 930.0), (440.0, 952.0), (330.0, 936.0)],
        hex(0x3B4560),
    );
}

/// The window from near by: the town's few lights, rain on the glass, the night.
pub(super) fn window_at_night(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    canvas.wash(&[(0.0, hex(0x222A42)), (1200.0, hex(0x2B3450))]);
    night_pane(canvas, (360.0, 110.0, 880.0, 830.0), &mut s.moment);
    canvas.soft_rect(280.0, 950.0, 1040.0, 44.0, 8.0, hex(0x6B7898), hex(0x4A5676));
    // A glass of water on the sill.
    canvas.veil_polygon(&[(1040.0, 840.0), (1112.0, 840.0), (1104.0, 952.0), (1048.0, 952.0)], hex(0xB9C9DE), 0.35);
    canvas.veil_polygon(&[(1044.0, 884.0), (1108.0, 884.0), (1103.0, 948.0), (1049.0, 948.0)], hex(0x9FB6D2), 0.35);
    canvas.glow(1076.0, 900.0, 70.0, hex(0xE8CE9F), 0.25);
    for x in [150.0, 1300.0] {
        for fold in 0..3 {
            let at = x + fold as f32 * 52.0;
            canvas.soft_rect(at, -20.0, 56.0, 1260.0, 16.0, hex(0x3A4564), hex(0x2C3550));
        }
    }
    s.in_light(hex(0xEFF0FA), 0.34)
}

/// Panes with the town at night behind them.
fn night_pane(canvas: &mut Canvas, (x, y, w, h): (f32, f32, f32, f32), chance: &mut Chance) {
    let frame = hex(0x56627F);
    canvas.round_rect(x - 18.0, y - 18.0, w + 36.0, h + 36.0, 8.0, frame);
    canvas.soft_rect(x, y, w, h, 0.0, hex(0x1B2442), hex(0x54648C));
    canvas.glow(x + w * 0.7, y + h * 0.24, w * 0.3, hex(0xC3CDE6), 0.35);
    canvas.disc(x + w * 0.7, y + h * 0.24, w * 0.032, hex(0xE9E8DC));
    let mut at = x;
    while at < x + w - 8.0 {
        let wide = (chance.range(0.07, 0.16) * w).min(x + w - at);
        let tall = chance.range(0.14, 0.34) * h;
        canvas.rect(at, y + h - tall, wide, tall, hex(0x27314F));
        for _ in 0..3 {
            if chance.odds(0.42) {
                let (lx, ly) = (at + wide * chance.range(0.2, 0.7), y + h - tall * chance.range(0.2, 0.85));
                canvas.rect(lx, ly, w * 0.014, w * 0.02, hex(0xE6C88F));
            }
        }
        at += wide;
    }
    for _ in 0..34 {
        let (dx, dy) = (x + chance.range(0.02, 0.98) * w, y + chance.range(0.02, 0.9) * h);
        canvas.veil_curve(&[(dx, dy), (dx - 1.0, dy + w * chance.range(0.01, 0.05))], w * 0.004, hex(0xB9C6DE), 0.3);
    }
    canvas.rect(x + w / 2.0 - 6.0, y, 12.0, h, frame);
    canvas.rect(x, y + h * 0.36, w, 10.0, frame);
}
