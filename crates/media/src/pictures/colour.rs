//! Whatever colours the samples name become sRGB, and what is transparent gets paper under it.

use moxcms::{
    CicpColorPrimaries, CicpProfile, ColorProfile, DataColorSpace, Layout as Order, MatrixCoefficients, ToneReprCurve,
    TransferCharacteristics, TransformOptions,
};

use super::pixels::{Colour, Layout, Pixels};

/// What shows through: the paper of Perennial's pages.
const PAPER: [u8; 3] = [0xff, 0xfd, 0xf9];
/// How far a colorant may be from sRGB's, in CIE XYZ, and still be called sRGB: profiles are rounded differently.
const SAME_COLORANT: f64 = 0.002;
/// The same for the light at a few code values, 0 to 1.
const SAME_LIGHT: f32 = 0.01;

/// The picture as opaque sRGB in three bytes a pixel.
pub(super) fn to_srgb(pixels: Pixels) -> Pixels {
    match converted(&pixels) {
        Some(samples) if pixels.layout == Layout::Rgba => as_rgb(&pixels, on_paper(&samples)),
        Some(samples) => as_rgb(&pixels, samples),
        None => plain(pixels),
    }
}

/// By the profile: RGBA stays RGBA, everything else becomes RGB. Nothing if no profile says otherwise, or a broken one.
fn converted(pixels: &Pixels) -> Option<Vec<u8>> {
    let profile = match &pixels.colour {
        Colour::Srgb => return None,
        Colour::Icc(icc) => ColorProfile::new_from_slice(icc).ok()?,
        Colour::Coded { primaries, transfer } => coded(*primaries, *transfer)?,
    };
    if is_srgb(&profile) {
        return None;
    }
    let (space, from, to) = match pixels.layout {
        Layout::Grey => (DataColorSpace::Gray, Order::Gray, Order::Rgb),
        Layout::Rgb => (DataColorSpace::Rgb, Order::Rgb, Order::Rgb),
        Layout::Rgba => (DataColorSpace::Rgb, Order::Rgba, Order::Rgba),
        // moxcms takes four inks in the layout of RGBA.
        Layout::Cmyk => (DataColorSpace::Cmyk, Order::Rgba, Order::Rgb),
    };
    if profile.color_space != space {
        return None;
    }
    let transform =
        profile.create_transform_8bit(from, &ColorProfile::new_srgb(), to, TransformOptions::default()).ok()?;
    let channels = if to == Order::Rgba { 4 } else { 3 };
    let mut samples = vec![0; pixels.samples.len() / pixels.layout.channels() * channels];
    transform.transform(&pixels.samples, &mut samples).ok()?;
    Some(samples)
}

fn coded(primaries: u8, transfer: u8) -> Option<ColorProfile> {
    let color_primaries = CicpColorPrimaries::try_from(primaries).ok()?;
    let transfer_characteristics = match transfer {
        // The curves of BT.709 and BT.601 describe cameras. What is shown by them is meant for screens, as sRGB is.
        1 | 2 | 6 => TransferCharacteristics::Srgb,
        other => TransferCharacteristics::try_from(other).ok()?,
    };
    Some(ColorProfile::new_from_cicp(CicpProfile {
        color_primaries,
        transfer_characteristics,
        matrix_coefficients: MatrixCoefficients::Identity,
        full_range: true,
    }))
}

/// Whether a profile only says what is assumed anyway: most do.
fn is_srgb(profile: &ColorProfile) -> bool {
    if profile.color_space != DataColorSpace::Rgb || profile.lut_a_to_b_perceptual.is_some() {
        return false;
    }
    let srgb = ColorProfile::new_srgb();
    let close = |a: moxcms::Xyzd, b: moxcms::Xyzd| {
        (a.x - b.x).abs() < SAME_COLORANT && (a.y - b.y).abs() < SAME_COLORANT && (a.z - b.z).abs() < SAME_COLORANT
    };
    let same_curve = |curve: &Option<ToneReprCurve>| {
        [(0.25, 0.050_876), (0.5, 0.214_041), (0.75, 0.522_522)].iter().all(|&(at, light)| {
            curve.as_ref().and_then(|c| light_at(c, at)).is_some_and(|l| (l - light).abs() < SAME_LIGHT)
        })
    };
    close(profile.red_colorant, srgb.red_colorant)
        && close(profile.green_colorant, srgb.green_colorant)
        && close(profile.blue_colorant, srgb.blue_colorant)
        && [&profile.red_trc, &profile.green_trc, &profile.blue_trc].into_iter().all(same_curve)
}

/// A tone curve at one point, by ICC.1:2022 10.6 (sampled) and 10.18 (parametric, types 0 and 3).
fn light_at(curve: &ToneReprCurve, at: f32) -> Option<f32> {
    match curve {
        ToneReprCurve::Lut(table) => match table.as_slice() {
            [] => Some(at),
            [gamma] => Some(at.powf(f32::from(*gamma) / 256.0)),
            many => many.get((at * (many.len() - 1) as f32) as usize).map(|&v| f32::from(v) / 65535.0),
        },
        ToneReprCurve::Parametric(values) => match values.as_slice() {
            [gamma] => Some(at.powf(*gamma)),
            [g, a, b, c, d, ..] => Some(if at >= *d { (a * at + b).powf(*g) } else { c * at }),
            _ => None,
        },
    }
}

/// Without a profile.
fn plain(pixels: Pixels) -> Pixels {
    let samples = match pixels.layout {
        Layout::Rgb => return as_rgb_same(pixels),
        Layout::Grey => pixels.samples.iter().flat_map(|&grey| [grey; 3]).collect(),
        Layout::Rgba => on_paper(&pixels.samples),
        Layout::Cmyk => without_ink(&pixels.samples),
    };
    as_rgb(&pixels, samples)
}

fn on_paper(rgba: &[u8]) -> Vec<u8> {
    let blend = |paper: u8, ink: u8, alpha: u8| {
        let sum = u32::from(ink) * u32::from(alpha) + u32::from(paper) * u32::from(255 - alpha);
        ((sum + 127) / 255) as u8
    };
    rgba.as_chunks::<4>()
        .0
        .iter()
        .flat_map(|&[r, g, b, a]| [blend(PAPER[0], r, a), blend(PAPER[1], g, a), blend(PAPER[2], b, a)])
        .collect()
}

/// Each ink swallows its share of the light: crude, and what everybody does when no profile is there.
fn without_ink(cmyk: &[u8]) -> Vec<u8> {
    let left = |ink: u8, black: u8| ((u32::from(255 - ink) * u32::from(255 - black) + 127) / 255) as u8;
    cmyk.as_chunks::<4>().0.iter().flat_map(|&[c, m, y, k]| [left(c, k), left(m, k), left(y, k)]).collect()
}

fn as_rgb(pixels: &Pixels, samples: Vec<u8>) -> Pixels {
    Pixels::new(pixels.width, pixels.height, Layout::Rgb, samples)
}

fn as_rgb_same(pixels: Pixels) -> Pixels {
    Pixels::new(pixels.width, pixels.height, Layout::Rgb, pixels.samples)
}
