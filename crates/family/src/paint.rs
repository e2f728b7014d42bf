//! Drawing: a sheet of paper with a camera over it, colours, light, and the things that many pictures have in them.

mod canvas;
mod colour;
mod dog;
mod face;
mod figure;
mod finish;
mod hair;
mod light;
mod nature;
mod rooms;
mod shapes;

pub(crate) use canvas::{Canvas, View};
pub(crate) use colour::{Rgb, hex};
pub(crate) use dog::{dog_lying, dog_running, dog_sitting};
pub(crate) use figure::{Facing, Figure, HairStyle, Look, Pose, draw_figure, head_of};
pub(crate) use finish::{Finish, finished};
pub(crate) use light::{Hour, Light, Season};
pub(crate) use nature::*;
pub(crate) use rooms::*;
pub(crate) use shapes::{flowing_shape, round_box};
