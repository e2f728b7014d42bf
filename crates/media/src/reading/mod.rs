//! Metadata out of bytes: what a file says of itself, weighed against its name, its sidecars and the time now.
//!
//! Each module reads one thing and answers in plain values. Nothing here panics on input, runs without end, or takes more
//! memory than a few times the metadata; whatever is unsound is left out, and the rest is still read.

mod boxes;
mod bytes;
mod exif;
mod genre;
mod iptc;
mod names;
mod parts;
mod said;
mod stamp;
mod taken;
mod tiff;
mod turn;
mod video;
mod whereabouts;
mod xmp;

#[cfg(test)]
mod against_exiftool;
#[cfg(test)]
mod hostile;

use std::fs::File;

use self::exif::Exif;
use self::iptc::Iptc;
use self::parts::Parts;
pub(crate) use self::parts::is_raw;
use self::said::Said;
use self::tiff::Tags;
use self::video::Video;
use self::xmp::Xmp;
use crate::{Format, Hints, Metadata};

/// The facts of a picture, whose bytes are all there.
pub(crate) fn of_picture(bytes: &[u8], format: Format, hints: &Hints) -> Metadata {
    let parts = Parts::of(bytes, format);
    let tags: Vec<_> = parts.tiff.iter().map(|(block, group)| Tags::read(block, *group)).collect();
    let exif: Vec<_> = tags.iter().map(Exif::of).collect();
    let packets = parts.xmp.iter().map(AsRef::as_ref).chain(exif.iter().filter_map(|exif| exif.xmp));
    let xmp: Vec<_> = packets.map(|packet| Xmp::parse(&String::from_utf8_lossy(packet))).collect();
    let photoshop = exif.iter().filter_map(|exif| parts::iptc_among(exif.photoshop?));
    let blocks = parts.iptc.iter().map(AsRef::as_ref).chain(exif.iter().filter_map(|exif| exif.iptc)).chain(photoshop);

    let mut said = Said::by_sidecars(format, &hints.sidecars);
    said.by_container(parts.size, parts.orientation);
    exif.iter().for_each(|exif| said.by_camera(exif));
    xmp.into_iter().for_each(|xmp| said.by_xmp(xmp));
    blocks.for_each(|block| said.by_iptc(Iptc::parse(block)));
    exif.into_iter().for_each(|exif| said.by_exif_words(exif));
    said.by_texts(&parts.texts);
    said.conclude(hints)
}

/// The facts of a video, of whose file only the boxes that matter are read.
pub(crate) fn of_video(file: &File, format: Format, hints: &Hints) -> Metadata {
    let video = Video::read(file);
    let mut said = Said::by_sidecars(format, &hints.sidecars);
    let xmp = video.xmp.as_deref().map(|packet| Xmp::parse(&String::from_utf8_lossy(packet)));
    said.by_video(video);
    xmp.into_iter().for_each(|xmp| said.by_xmp(xmp));
    said.conclude(hints)
}
