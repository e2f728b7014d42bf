//! Plain shapes.

use tiny_skia::{Path, PathBuilder, Rect};

use super::{Canvas, Rgb};

impl Canvas {
    /// A disc.
    pub(crate) fn disc(&mut self, x: f32, y: f32, radius: f32, colour: Rgb) {
        self.fill(PathBuilder::from_circle(x, y, radius), colour, 1.0);
    }

    /// A disc that one can see through.
    pub(crate) fn veil_disc(&mut self, x: f32, y: f32, radius: f32, colour: Rgb, opacity: f32) {
        self.fill(PathBuilder::from_circle(x, y, radius), colour, opacity);
    }

    /// An oval around its middle.
    pub(crate) fn oval(&mut self, x: f32, y: f32, rx: f32, ry: f32, colour: Rgb) {
        self.fill(oval(x, y, rx, ry), colour, 1.0);
    }

    /// An oval that one can see through: a shadow on the ground.
    pub(crate) fn veil_oval(&mut self, x: f32, y: f32, rx: f32, ry: f32, colour: Rgb, opacity: f32) {
        self.fill(oval(x, y, rx, ry), colour, opacity);
    }

    /// A rectangle by its upper left corner and size.
    pub(crate) fn rect(&mut self, x: f32, y: f32, w: f32, h: f32, colour: Rgb) {
        self.fill(box_path(x, y, w, h), colour, 1.0);
    }

    /// A rectangle that one can see through.
    pub(crate) fn veil_rect(&mut self, x: f32, y: f32, w: f32, h: f32, colour: Rgb, opacity: f32) {
        self.fill(box_path(x, y, w, h), colour, opacity);
    }

    /// A rectangle with round corners.
    pub(crate) fn round_rect(&mut self, x: f32, y: f32, w: f32, h: f32, radius: f32, colour: Rgb) {
        self.fill(round_box(x, y, w, h, radius), colour, 1.0);
    }

    /// A rectangle with round corners, lighter above and darker below.
    #[expect(clippy::too_many_arguments, reason = "place, size, corners and two colours, as in the other shapes")]
    pub(crate) fn soft_rect(&mut self, x: f32, y: f32, w: f32, h: f32, radius: f32, top: Rgb, bottom: Rgb) {
        self.fill_fading(round_box(x, y, w, h, radius), (x, y, top.at(1.0)), (x, y + h, bottom.at(1.0)));
    }

    /// A shape with straight sides.
    pub(crate) fn polygon(&mut self, points: &[(f32, f32)], colour: Rgb) {
        self.fill(straight(points, true), colour, 1.0);
    }

    /// A shape with straight sides that one can see through: a beam of light.
    pub(crate) fn veil_polygon(&mut self, points: &[(f32, f32)], colour: Rgb, opacity: f32) {
        self.fill(straight(points, true), colour, opacity);
    }

    /// A shape that flows through its points.
    pub(crate) fn blob(&mut self, points: &[(f32, f32)], colour: Rgb) {
        self.fill(flowing(points, true), colour, 1.0);
    }

    /// A straight line.
    pub(crate) fn line(&mut self, a: (f32, f32), b: (f32, f32), width: f32, colour: Rgb) {
        self.stroke(straight(&[a, b], false), width, colour, 1.0);
    }

    /// A line that flows through its points.
    pub(crate) fn curve(&mut self, points: &[(f32, f32)], width: f32, colour: Rgb) {
        self.stroke(flowing(points, false), width, colour, 1.0);
    }

    /// A line that flows and that one can see through.
    pub(crate) fn veil_curve(&mut self, points: &[(f32, f32)], width: f32, colour: Rgb, opacity: f32) {
        self.stroke(flowing(points, false), width, colour, opacity);
    }
}

/// An oval around its middle.
pub(crate) fn oval(x: f32, y: f32, rx: f32, ry: f32) -> Option<Path> {
    PathBuilder::from_oval(Rect::from_xywh(x - rx, y - ry, rx * 2.0, ry * 2.0)?)
}

fn box_path(x: f32, y: f32, w: f32, h: f32) -> Option<Path> {
    Some(PathBuilder::from_rect(Rect::from_xywh(x, y, w, h)?))
}

/// A rectangle with round corners.
pub(crate) fn round_box(x: f32, y: f32, w: f32, h: f32, radius: f32) -> Option<Path> {
    let r = radius.min(w / 2.0).min(h / 2.0);
    let k = r * 0.448;
    let mut path = PathBuilder::new();
    path.move_to(x + r, y);
    path.line_to(x + w - r, y);
    path.cubic_to(x + w - k, y, x + w, y + k, x + w, y + r);
    path.line_to(x + w, y + h - r);
    path.cubic_to(x + w, y + h - k, x + w - k, y + h, x + w - r, y + h);
    path.line_to(x + r, y + h);
    path.cubic_to(x + k, y + h, x, y + h - k, x, y + h - r);
    path.line_to(x, y + r);
    path.cubic_to(x, y + k, x + k, y, x + r, y);
    path.close();
    path.finish()
}

/// Straight lines from point to point.
pub(crate) fn straight(points: &[(f32, f32)], closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    let (first, rest) = points.split_first()?;
    path.move_to(first.0, first.1);
    for point in rest {
        path.line_to(point.0, point.1);
    }
    if closed {
        path.close();
    }
    path.finish()
}

/// A smooth line through all points (Catmull–Rom, as cubic curves).
pub(crate) fn flowing(points: &[(f32, f32)], closed: bool) -> Option<Path> {
    let count = points.len() as isize;
    let at = |i: isize| {
        let i = if closed { i.rem_euclid(count) } else { i.clamp(0, count - 1) };
        points[i as usize]
    };
    let mut path = PathBuilder::new();
    let first = points.first()?;
    path.move_to(first.0, first.1);
    let last = if closed { count } else { count - 1 };
    for i in 0..last {
        let (p0, p1, p2, p3) = (at(i - 1), at(i), at(i + 1), at(i + 2));
        let (c1x, c1y) = (p1.0 + (p2.0 - p0.0) / 6.0, p1.1 + (p2.1 - p0.1) / 6.0);
        let (c2x, c2y) = (p2.0 - (p3.0 - p1.0) / 6.0, p2.1 - (p3.1 - p1.1) / 6.0);
        path.cubic_to(c1x, c1y, c2x, c2y, p2.0, p2.1);
    }
    if closed {
        path.close();
    }
    path.finish()
}

/// A closed shape that flows through its points, for filling with changing colours.
pub(crate) fn flowing_shape(points: &[(f32, f32)]) -> Option<Path> {
    flowing(points, true)
}
