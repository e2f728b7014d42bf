//! In front of the school.

use super::Sitting;
use crate::paint::{Canvas, Finish, hex, tree};

pub(super) fn paint(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    s.light.paint_sky(canvas, 700.0, &mut s.moment);
    let brick = hex(*s.moment.pick(&[0xC98A6E, 0xBF7F63]));
    tree(canvas, 110.0, 940.0, 640.0, &s.light, &mut s.moment);
    canvas.soft_rect(270.0, 300.0, 1060.0, 620.0, 0.0, brick.lighter(0.1), brick.darker(0.05));
    canvas.rect(240.0, 270.0, 1120.0, 46.0, hex(0xEFE4CF));
    canvas.polygon(&[(580.0, 272.0), (800.0, 130.0), (1020.0, 272.0)], brick.darker(0.08));
    canvas.disc(800.0, 222.0, 38.0, hex(0xF7F0E3));
    canvas.line((800.0, 222.0), (800.0, 198.0), 5.0, hex(0x4A4450));
    canvas.line((800.0, 222.0), (818.0, 230.0), 5.0, hex(0x4A4450));
    for row in 0..2 {
        for column in 0..6 {
            let (x, y) = (320.0 + column as f32 * 168.0, 370.0 + row as f32 * 200.0);
            if row == 1 && (2..4).contains(&column) {
                continue;
            }
            canvas.rect(x - 8.0, y - 8.0, 136.0, 146.0, hex(0xF3EAD8));
            canvas.soft_rect(x, y, 120.0, 130.0, 0.0, hex(0x9DBAC6), hex(0xC9DAD9));
            canvas.rect(x + 56.0, y, 8.0, 130.0, hex(0xF3EAD8));
            let paper = hex(*s.moment.pick(&[0xE8C25A, 0xD9776A, 0x7FA7A0]));
            canvas.veil_rect(x + s.moment.range(8.0, 84.0), y + 70.0, 28.0, 36.0, paper, 0.9);
        }
    }
    canvas.rect(664.0, 556.0, 272.0, 364.0, hex(0xF3EAD8));
    for x in [682.0, 808.0] {
        canvas.soft_rect(x, 576.0, 110.0, 344.0, 0.0, hex(0x5F7F86), hex(0x49656D));
        canvas.rect(x + 16.0, 600.0, 78.0, 120.0, hex(0xBFD3D6));
    }
    let stone = hex(0xD6CCBB);
    for step in 0..3 {
        let out = step as f32 * 46.0;
        canvas.rect(620.0 - out, 916.0 + step as f32 * 22.0, 360.0 + 2.0 * out, 24.0, stone.darker(0.05 * step as f32));
    }
    canvas.wash_between(982.0, 1201.0, &[(982.0, stone.darker(0.12)), (1200.0, stone)]);
    tree(canvas, 1500.0, 1010.0, 700.0, &s.light, &mut s.moment);
    s.people(canvas);
    s.outdoors()
}
