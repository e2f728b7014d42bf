//! Pictures that are no memories: a screen, a receipt; and an old print on a scanner.

use super::Sitting;
use crate::paint::{Canvas, Finish, Rgb, hex, ridge};

/// A page on a telephone: bars for words.
pub(super) fn screen(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    canvas.wash(&[(0.0, hex(0xFCFBF8)), (1200.0, hex(0xF4F2ED))]);
    canvas.rect(0.0, 0.0, 1600.0, 110.0, hex(0x4F6F8A));
    canvas.round_rect(510.0, 46.0, 280.0, 28.0, 17.0, hex(0xE9EFF3));
    let mut y = 170.0;
    while y < 1130.0 {
        let long = s.take.range(320.0, 560.0);
        canvas.round_rect(510.0, y, long, 24.0, 12.0, hex(0xC7C6C2));
        y += 46.0;
        if s.take.odds(0.16) {
            canvas.round_rect(510.0, y, 580.0, 190.0, 18.0, hex(*s.take.pick(&[0xDCE6E3, 0xEFE1D2, 0xDFDDEA])));
            y += 226.0;
        }
    }
    Finish { tint: hex(0xFFFFFF), corners: 0.0, grain: 0.0, seed: 0 }
}

/// A till receipt on a table.
pub(super) fn receipt(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    canvas.wash(&[(0.0, hex(0x8F7460)), (1200.0, hex(0x7A6150))]);
    canvas.glow_wide(815.0, 620.0, 640.0, 0.62, hex(0x2A2028), 0.5);
    canvas.polygon(&[(560.0, 40.0), (1010.0, 60.0), (1040.0, 1170.0), (585.0, 1160.0)], hex(0xF9F7F2));
    canvas.round_rect(690.0, 100.0, 200.0, 34.0, 4.0, hex(0x4A4A50));
    for i in 0..17 {
        let (x, y) = (612.0 + i as f32 * 1.4, 190.0 + i as f32 * 46.0);
        canvas.rect(x, y, s.take.range(120.0, 240.0), 15.0, hex(0x8A8A8C));
        canvas.rect(x + 318.0, y + 2.0, 62.0, 15.0, hex(0x77777A));
    }
    canvas.rect(640.0, 984.0, 150.0, 30.0, hex(0x4A4A50));
    canvas.rect(930.0, 988.0, 80.0, 30.0, hex(0x4A4A50));
    for i in 0..40 {
        canvas.rect(650.0 + i as f32 * 8.6, 1050.0, s.take.range(2.0, 6.0), 76.0, hex(0x3A3A40));
    }
    s.in_light(hex(0xFFF6E8), 0.2)
}

/// A faded print with a white border: a house by the water, long ago.
pub(super) fn print(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    canvas.wash(&[(0.0, hex(0xEFECE6)), (1200.0, hex(0xE8E4DC))]);
    canvas.rect(150.0, 110.0, 1300.0, 980.0, hex(0xFBF5E6));
    let warm = |code: u32| -> Rgb { hex(code).mix(hex(0xC9A878), 0.35) };
    canvas.soft_rect(210.0, 170.0, 1180.0, 860.0, 0.0, warm(0xCFE0DC), warm(0xF1E3C4));
    let seed = s.place();
    // Everything is drawn within the border; what would stick out is covered by it afterwards.
    ridge(canvas, 600.0, 70.0, 420.0, 1030.0, warm(0x8FA38B), seed);
    canvas.wash_between(760.0, 1030.0, &[(760.0, warm(0xA5BCC0)), (1030.0, warm(0x7F9AA0))]);
    canvas.rect(560.0, 520.0, 260.0, 190.0, warm(0xEDE0C8));
    canvas.polygon(&[(530.0, 526.0), (690.0, 410.0), (850.0, 526.0)], warm(0xA0604C));
    canvas.rect(660.0, 600.0, 60.0, 110.0, warm(0x7A5B45));
    let boat = s.moment.range(900.0, 1100.0);
    canvas.polygon(
        &[(boat - 110.0, 860.0), (boat + 120.0, 860.0), (boat + 80.0, 910.0), (boat - 80.0, 910.0)],
        warm(0x8A4F40),
    );
    canvas.polygon(&[(boat, 640.0), (boat + 6.0, 850.0), (boat + 100.0, 830.0)], warm(0xF7F0E0));
    for (x, y, w, h) in [
        (0.0, 0.0, 210.0, 1200.0),
        (1390.0, 0.0, 210.0, 1200.0),
        (0.0, 0.0, 1600.0, 170.0),
        (0.0, 1030.0, 1600.0, 170.0),
    ] {
        canvas.rect(x, y, w, h, hex(0xFBF5E6));
    }
    for (x, y, w, h) in [
        (0.0, 0.0, 150.0, 1200.0),
        (1450.0, 0.0, 150.0, 1200.0),
        (0.0, 0.0, 1600.0, 110.0),
        (0.0, 1090.0, 1600.0, 110.0),
    ] {
        canvas.rect(x, y, w, h, hex(0xE6E2DA));
    }
    canvas.glow(1250.0, 300.0, 420.0, hex(0xF6D79A), 0.35);
    s.in_light(hex(0xFFF6E6), 0.1)
}
