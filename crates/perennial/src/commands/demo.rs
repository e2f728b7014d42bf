//! `perennial demo`: an invented family's photos, to see what Perennial is like.

use library::Roots;

use crate::cli::{ListenArgs, PlaceArgs};
use crate::commands::serve::serve;
use crate::demo;
use crate::failure::Failure;
use crate::house::{House, now};
use crate::output;

pub(crate) fn run(place: &PlaceArgs, listen: &ListenArgs) -> Result<(), Failure> {
    let today = now().date();
    let (place, photos) = demo::folders(place, today)?;
    let house = House::live_in(&place)?;
    output::line("Drawing the photos of an invented family. Nothing here is of real people.");
    demo::draw(&photos, today)?;
    demo::introduce(&house, &photos, today)?;
    let guests = demo::accounts(&house, today)?;
    serve(&house, Roots::usual(dirs::home_dir()), listen, &guests)
}
