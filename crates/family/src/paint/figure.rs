//! People: simple shapes, the same hair and skin in every picture, growing with the years.

use super::face::face;
use super::hair::{hair_before, hair_behind};
use super::{Canvas, Rgb, hex};

/// What somebody does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Pose {
    Stand,
    Walk,
    ArmsUp,
    Reach,
    Sit,
    /// Only what shows above a table.
    AtTable,
    /// Hands folded before the body.
    Hold,
}

/// Where somebody looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Facing {
    Front,
    Left,
    Right,
    Away,
}

/// How hair is worn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum HairStyle {
    Long,
    Short,
    Bob,
    Tousled,
    Bun,
    Curls,
    Wisp,
}

/// How somebody looks today.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Look {
    pub(crate) skin: Rgb,
    pub(crate) hair: Rgb,
    pub(crate) style: HairStyle,
    pub(crate) top: Rgb,
    pub(crate) bottom: Rgb,
    pub(crate) dress: bool,
    pub(crate) beard: bool,
    pub(crate) glasses: bool,
    /// A hat and a scarf in this colour.
    pub(crate) winter: Option<Rgb>,
}

/// Somebody in a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Figure {
    /// The middle of the feet.
    pub(crate) x: f32,
    /// The ground under the feet (for [`Pose::AtTable`] too: where they would be).
    pub(crate) y: f32,
    /// How high a grown-up of ordinary height would be here.
    pub(crate) scale: f32,
    pub(crate) age: f32,
    pub(crate) pose: Pose,
    pub(crate) facing: Facing,
    pub(crate) look: Look,
    /// A small difference between two shots of the same scene, −1 to 1.
    pub(crate) sway: f32,
}

impl Figure {
    /// The same person so near to the camera that the head is of this size and at this height in the picture.
    pub(crate) fn framed(mut self, radius: f32, at: f32) -> Self {
        self.scale *= radius / self.head_radius();
        self.y = at - radius * 1.08 + self.height();
        self
    }

    /// The same person sitting at a table, hips at this height in the picture.
    pub(crate) fn seated(mut self, hips: f32) -> Self {
        self.y = hips + self.height() * self.leg();
        self
    }

    /// The legs' part of the height.
    fn leg(&self) -> f32 {
        along(&[(0.0, 0.22), (2.0, 0.3), (8.0, 0.4), (15.0, 0.46)], self.age)
    }

    fn height(&self) -> f32 {
        let growth = [(0.0, 0.34), (1.0, 0.44), (3.0, 0.56), (6.0, 0.68), (10.0, 0.82), (14.0, 0.95), (17.0, 1.0)];
        self.scale * along(&growth, self.age)
    }

    fn head_radius(&self) -> f32 {
        self.height() * along(&[(0.0, 0.19), (2.0, 0.155), (6.0, 0.125), (10.0, 0.108), (17.0, 0.094)], self.age)
    }
}

fn along(points: &[(f32, f32)], x: f32) -> f32 {
    let after = points.iter().position(|(at, _)| *at > x);
    match after {
        Some(0) => points[0].1,
        Some(i) => {
            let ((x0, a), (x1, b)) = (points[i - 1], points[i]);
            a + (b - a) * (x - x0) / (x1 - x0)
        }
        None => points.last().map_or(0.0, |p| p.1),
    }
}

/// The middle of a head and its radius, in the scene's units: what a face region is made from.
pub(crate) fn head_of(figure: &Figure) -> (f32, f32, f32) {
    let (h, r) = (figure.height(), figure.head_radius());
    let top = if figure.pose == Pose::Sit { h * 0.66 } else { h };
    (figure.x + figure.sway * r * 0.12, figure.y - top + r * 1.08, r)
}

/// Draws somebody.
pub(crate) fn draw_figure(canvas: &mut Canvas, figure: &Figure) {
    let body = Body::of(figure);
    if !matches!(figure.pose, Pose::AtTable) {
        canvas.glow_wide(figure.x, figure.y, body.h * 0.05, 4.2, hex(0x2A2433), 0.5);
    }
    hair_behind(canvas, figure, body.head);
    if !matches!(figure.pose, Pose::AtTable) {
        legs(canvas, figure, &body);
    }
    torso(canvas, figure, &body);
    head(canvas, figure, &body);
    arms(canvas, figure, &body);
}

struct Body {
    h: f32,
    head: (f32, f32, f32),
    shoulder: f32,
    half: f32,
    hip: f32,
}

impl Body {
    fn of(figure: &Figure) -> Self {
        let h = figure.height();
        let head = head_of(figure);
        let hip = if figure.pose == Pose::Sit { figure.y - h * 0.12 } else { figure.y - h * figure.leg() };
        let turned = matches!(figure.facing, Facing::Left | Facing::Right);
        let half =
            h * along(&[(0.0, 0.125), (8.0, 0.112), (16.0, 0.108)], figure.age) * if turned { 0.86 } else { 1.0 };
        Self { h, head, shoulder: head.1 + head.2 * 1.32, half, hip }
    }
}

fn legs(canvas: &mut Canvas, figure: &Figure, body: &Body) {
    let (x, y, h) = (figure.x, figure.y, body.h);
    let colour = if figure.look.dress { figure.look.skin.mix(figure.look.bottom, 0.55) } else { figure.look.bottom };
    let shoe = figure.look.bottom.darker(0.55);
    let width = h * if figure.look.dress { 0.055 } else { 0.082 };
    let stride = match figure.pose {
        Pose::Walk => 0.085 + 0.02 * figure.sway,
        Pose::Sit => 0.0,
        _ => 0.045,
    };
    for (side, shade) in [(-1.0, 0.12), (1.0, 0.0)] {
        let colour = colour.darker(shade);
        let hip = (x + side * body.half * 0.42, body.hip);
        if figure.pose == Pose::Sit {
            let knee = (x + side * h * 0.13, y - h * 0.09);
            let foot = (x + side * h * 0.07, y - h * 0.015);
            canvas.curve(&[hip, knee, foot], width, colour);
            canvas.oval(foot.0, foot.1, h * 0.045, h * 0.026, shoe);
        } else {
            let lift = if figure.pose == Pose::Walk && side < 0.0 { h * 0.02 } else { 0.0 };
            let foot = (x + side * h * stride, y - h * 0.02 - lift);
            canvas.line(hip, foot, width, colour);
            let toe = match figure.facing {
                Facing::Left => -0.02,
                Facing::Right => 0.02,
                _ => side * 0.006,
            };
            canvas.oval(foot.0 + h * toe, foot.1 + h * 0.006, h * 0.044, h * 0.024, shoe);
        }
    }
}

fn torso(canvas: &mut Canvas, figure: &Figure, body: &Body) {
    let (x, s, hip) = (figure.x, body.shoulder, body.hip);
    let (top, half) = (figure.look.top, body.half);
    let neck = body.head.2 * 0.3;
    canvas.line((x, body.head.1), (x, s + neck * 0.2), body.head.2 * 0.62, figure.look.skin.darker(0.1));
    let (hem, flare) = match (figure.look.dress, figure.pose) {
        (true, Pose::Sit) => (hip + body.h * 0.08, 1.5),
        (true, _) => (hip + (figure.y - hip) * 0.5, 1.42),
        _ => (hip + body.h * 0.035, 0.98),
    };
    let shape = [
        (x - half * 0.42, s - half * 0.12),
        (x - half * 0.86, s + half * 0.12),
        (x - half * 0.96, s + half * 0.7),
        (x - half * (0.8 + flare) / 2.0, (s + hem) / 2.0),
        (x - half * flare, hem - half * 0.12),
        (x - half * flare * 0.86, hem + half * 0.04),
        (x, hem + half * 0.1),
        (x + half * flare * 0.86, hem + half * 0.04),
        (x + half * flare, hem - half * 0.12),
        (x + half * (0.8 + flare) / 2.0, (s + hem) / 2.0),
        (x + half * 0.96, s + half * 0.7),
        (x + half * 0.86, s + half * 0.12),
        (x + half * 0.42, s - half * 0.12),
    ];
    let path = super::shapes::flowing(&shape, true);
    let (light, dark) = (top.lighter(0.1).at(1.0), top.darker(0.16).at(1.0));
    canvas.fill_fading(path, (x - half, s, light), (x + half, hem, dark));
    if let Some(scarf) = figure.look.winter {
        canvas.line((x - half * 0.5, s - half * 0.05), (x + half * 0.5, s - half * 0.05), half * 0.42, scarf);
        canvas.line((x + half * 0.34, s), (x + half * 0.42, s + half * 1.0), half * 0.34, scarf.darker(0.08));
    }
}

fn arms(canvas: &mut Canvas, figure: &Figure, body: &Body) {
    let (x, s, h) = (figure.x, body.shoulder + body.half * 0.3, body.h);
    let width = h * 0.056;
    let sway = figure.sway * h * 0.02;
    for side in [-1.0, 1.0] {
        let from = (x + side * body.half * 0.82, s);
        let (elbow, hand) = match figure.pose {
            Pose::ArmsUp => ((x + side * h * 0.2, s - h * 0.02), (x + side * h * 0.21 + sway, s - h * 0.19)),
            Pose::Reach if side > 0.0 => ((x + h * 0.17, s + h * 0.08), (x + h * 0.25, s + h * 0.02 + sway)),
            Pose::Walk => ((x + side * h * 0.15, s + h * 0.1), (x + side * (h * 0.15 + sway), s + h * 0.2)),
            Pose::Hold | Pose::AtTable => {
                ((x + side * h * 0.15, s + h * 0.13), (x + side * h * 0.06, s + h * 0.16 + sway * 0.5))
            }
            Pose::Sit => ((x + side * h * 0.15, s + h * 0.1), (x + side * h * 0.11, s + h * 0.2)),
            _ => ((x + side * h * 0.145, s + h * 0.11), (x + side * h * 0.13, s + h * 0.22 + sway * 0.3)),
        };
        let wrist = (hand.0 + (elbow.0 - hand.0) * 0.3, hand.1 + (elbow.1 - hand.1) * 0.3);
        canvas.curve(&[from, elbow, wrist], width, figure.look.top.darker(if side < 0.0 { 0.04 } else { 0.14 }));
        canvas.disc(hand.0, hand.1, width * 0.46, figure.look.skin);
    }
}

fn head(canvas: &mut Canvas, figure: &Figure, body: &Body) {
    let (x, y, r) = body.head;
    let skin = figure.look.skin;
    if figure.facing != Facing::Away {
        for side in [-1.0, 1.0] {
            canvas.oval(x + side * r * 0.95, y + r * 0.12, r * 0.15, r * 0.2, skin.darker(0.08));
        }
        canvas.oval(x, y, r * 0.95, r, skin);
        // A hint of shade on one side keeps the face from being a flat disc.
        canvas.glow_wide(x + r * 0.55, y + r * 0.3, r * 0.5, 0.7, skin.darker(0.3), 0.2);
        face(canvas, figure, body.head);
    }
    hair_before(canvas, figure, body.head);
    if let Some(hat) = figure.look.winter {
        let cap = [(-1.06, -0.28), (-0.92, -0.86), (0.0, -1.34), (0.92, -0.86), (1.06, -0.28), (0.0, -0.5)];
        canvas.blob(&cap.map(|(dx, dy)| (x + dx * r, y + dy * r)), hat);
        canvas.curve(
            &[(x - r * 0.92, y - r * 0.4), (x, y - r * 0.6), (x + r * 0.92, y - r * 0.4)],
            r * 0.34,
            hat.darker(0.14),
        );
        canvas.disc(x, y - r * 1.34, r * 0.26, hat.lighter(0.35));
    }
}
