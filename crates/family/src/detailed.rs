//! Large photos with much fine detail, for measuring how fast an import is: decoding them costs what real ones cost.

use std::io;
use std::path::Path;
use std::sync::OnceLock;

use jiff::civil::{Date, date};

use crate::chance::{Chance, speck};
use crate::files::{Progress, Summary, encoded, exif_block, for_each_index, write_once};
use crate::{Picture, Plan, Shot, draw, shots};

/// A picture with detail in every corner, another for each index.
pub fn detailed(seed: u64, index: u64, width: u32, height: u32) -> Picture {
    let shot = subject(seed, index, (width, height));
    let mut picture = draw(&shot, (width, height));
    roughen(&mut picture, Chance::of(&[seed, index, 61]));
    picture
}

/// Writes that many into a folder, as JPEG files with EXIF of 3 to 4 MB at 4032 × 3024. Files that are there stay.
pub fn write_detailed(
    folder: &Path,
    count: u64,
    seed: u64,
    size: (u32, u32),
    progress: Progress<'_>,
) -> io::Result<Summary> {
    let written = std::sync::Mutex::new(Summary { files: count as usize, ..Summary::default() });
    for_each_index(count as usize, progress, |index| {
        let shot = subject(seed, index as u64, size);
        let path = folder.join(&shot.path);
        if path.exists() {
            return Ok(());
        }
        let picture = detailed(seed, index as u64, size.0, size.1);
        let bytes = encoded(&picture, 90, exif_block(&shot).as_deref(), None)?;
        write_once(&path, &bytes, crate::files::modified(&shot))?;
        if let Ok(mut sum) = written.lock() {
            sum.written += 1;
            sum.bytes += bytes.len() as u64;
        }
        Ok(())
    })?;
    Ok(written.into_inner().unwrap_or_default())
}

/// One of the family's outdoor pictures, under a name and at a time of its own.
fn subject(seed: u64, index: u64, size: (u32, u32)) -> Shot {
    static ALBUM: OnceLock<Vec<Shot>> = OnceLock::new();
    let album = ALBUM.get_or_init(|| {
        let plan = Plan::demo(date(2025, 6, 15));
        let plain = |shot: &Shot| {
            shot.orientation == 1 && shot.kind == crate::Kind::Photo && shot.position.is_some() && shot.story.is_none()
        };
        shots(&plan).into_iter().filter(plain).collect()
    });
    let mut shot = album[(index as usize * 7 + seed as usize) % album.len()].clone();
    let first: Date = date(2015, 1, 1);
    let day = crate::plan::days_after(first, (index * 3 % 3600) as i32);
    shot.time = day.at(8 + (index % 12) as i8, (index * 7 % 60) as i8, (index * 11 % 60) as i8, 0);
    shot.lived = shot.time;
    shot.offset = shot.spot.offset(shot.time);
    shot.seed ^= seed.wrapping_add(index).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    shot.size = size;
    shot.path = format!("{:04}/IMG_{index:06}.jpg", day.year());
    shot
}

const TILE: usize = 1024;

/// Noise of many sizes, made once: fine as leaves and wide as the shadow of a cloud.
fn texture() -> &'static [i8] {
    static TEXTURE: OnceLock<Vec<i8>> = OnceLock::new();
    TEXTURE.get_or_init(|| {
        let mut sum = vec![0f32; TILE * TILE];
        for (cell, weight) in [(1usize, 17.0), (2, 18.0), (4, 14.0), (16, 9.0), (64, 8.0)] {
            let at = |x: usize, y: usize| {
                speck((x / cell % (TILE / cell)) as i32, (y / cell % (TILE / cell)) as i32, cell as u32) * 2.0 - 1.0
            };
            for y in 0..TILE {
                for x in 0..TILE {
                    let (u, v) = ((x % cell) as f32 / cell as f32, (y % cell) as f32 / cell as f32);
                    let top = at(x, y) + (at(x + cell, y) - at(x, y)) * u;
                    let low = at(x, y + cell) + (at(x + cell, y + cell) - at(x, y + cell)) * u;
                    sum[y * TILE + x] += (top + (low - top) * v) * weight;
                }
            }
        }
        sum.into_iter().map(|value| value.clamp(-90.0, 90.0) as i8).collect()
    })
}

/// Lays the texture over a picture, shifted differently for each.
fn roughen(picture: &mut Picture, mut chance: Chance) {
    let texture = texture();
    let (dx, dy) = (chance.below(TILE), chance.below(TILE));
    for (y, row) in picture.rgb.chunks_exact_mut(picture.width as usize * 3).enumerate() {
        let line = &texture[(y + dy) % TILE * TILE..][..TILE];
        let shifted = line[dx..].iter().chain(&line[..dx]).cycle();
        for (pixel, rough) in row.chunks_exact_mut(3).zip(shifted) {
            for value in pixel {
                *value = value.saturating_add_signed(*rough / 2);
            }
        }
    }
}
