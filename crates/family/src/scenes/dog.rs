//! The dog, at home or out of doors.

use super::Sitting;
use crate::Scene;
use crate::paint::{Canvas, Finish, dog_lying, dog_running, dog_sitting, grass, hex, ridge, room, sunbeam, window};

pub(super) fn paint(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    match s.setting {
        Scene::Living | Scene::Kitchen | Scene::Birthday | Scene::Meal | Scene::Dog => at_home(canvas, s),
        _ => outside(canvas, s),
    }
}

fn at_home(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    room(canvas, 700.0, hex(*s.moment.pick(&[0xE2D6C0, 0xD3DAD0, 0xE6D0C0])), hex(0xB58A64));
    let pane = (240.0, 60.0, 380.0, 400.0);
    window(canvas, pane, &s.light, &mut s.moment);
    sunbeam(canvas, pane, 700.0, 0.3);
    let rug = hex(*s.moment.pick(&[0xB86F5C, 0x7F98A0, 0xC9A05F]));
    canvas.oval(800.0, 1010.0, 640.0, 150.0, rug);
    canvas.oval(800.0, 1006.0, 570.0, 126.0, rug.lighter(0.3));
    canvas.oval(800.0, 1004.0, 530.0, 112.0, rug.lighter(0.08));
    if s.moment.odds(0.5) {
        dog_lying(canvas, 830.0, 1040.0, 760.0);
    } else {
        dog_sitting(canvas, 800.0, 1080.0, 680.0, s.take.range(-1.0, 1.0));
    }
    s.indoors()
}

fn outside(canvas: &mut Canvas, s: &mut Sitting) -> Finish {
    s.light.paint_sky(canvas, 560.0, &mut s.moment);
    let (ground, low) = (s.light.ground(), s.light.sky()[2]);
    let ground = match s.setting {
        Scene::Sea => hex(0xE5CDA2),
        Scene::Snow => hex(0xF0F1F0),
        _ => ground,
    };
    let far = s.place();
    ridge(canvas, 560.0, 60.0, 500.0, 1260.0, ground.mix(low, 0.5).mix(hex(0x7FA0A8), 0.25), far);
    let near = s.place();
    ridge(canvas, 740.0, 36.0, 620.0, 1260.0, ground, near);
    if !matches!(s.setting, Scene::Sea | Scene::Snow) {
        grass(canvas, 780.0, 1200.0, 240, ground.darker(0.1), &mut s.moment);
    }
    dog_running(canvas, s.take.range(680.0, 860.0), 1030.0, 560.0, s.take.range(-1.0, 1.0));
    s.outdoors()
}
