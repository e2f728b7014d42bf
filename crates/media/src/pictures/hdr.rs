//! Pictures with more brightness than a screen page has (PQ and HLG) become ordinary ones.
//!
//! Curves by ITU-R BT.2100-2; ordinary white at 203 cd/m² by ITU-R BT.2408. What is brighter is bent softly below white
//! instead of cut off, all three channels by one factor so that hues stay.

use std::sync::LazyLock;

/// H.273 code point of the perceptual quantiser (SMPTE ST 2084).
const PQ: u8 = 16;
/// H.273 code point of hybrid log-gamma (ARIB STD-B67).
const HLG: u8 = 18;

/// Brightness of ordinary white in cd/m².
const WHITE: f32 = 203.0;
/// The brightest that is still told apart, in parts of ordinary white: highlights of 1,000 cd/m².
const BRIGHTEST: f32 = 1000.0 / WHITE;
/// Up to here, in parts of ordinary white, brightness is left alone.
const KNEE: f32 = 0.5;
const STEPS: usize = 4095;

/// Makes ordinary pixels of bright ones.
pub(super) struct ToneMap {
    /// Light, in parts of ordinary white, for 4,096 code values.
    light: Vec<f32>,
    to_srgb_primaries: [[f32; 3]; 3],
    hlg: bool,
}

impl ToneMap {
    /// The map for those H.273 code points; nothing for transfers that are not bright ones.
    pub(super) fn of(primaries: u8, transfer: u8) -> Option<Self> {
        let curve = match transfer {
            PQ => pq_light,
            HLG => hlg_light,
            _ => return None,
        };
        let light = (0..=STEPS).map(|step| curve(step as f32 / STEPS as f32)).collect();
        Some(Self { light, to_srgb_primaries: matrix(primaries), hlg: transfer == HLG })
    }

    /// One pixel, its channels as coded, 0 to 1.
    pub(super) fn map(&self, rgb: [f32; 3]) -> [u8; 3] {
        let mut light = rgb.map(|v| self.light[(v.clamp(0.0, 1.0) * STEPS as f32 + 0.5) as usize]);
        if self.hlg {
            // The display's share (OOTF): a gamma of 1.2 on luminance, for a display of 1,000 cd/m².
            let luminance = 0.2627 * light[0] + 0.6780 * light[1] + 0.0593 * light[2];
            light = light.map(|v| v * luminance.powf(0.2) * BRIGHTEST);
        }
        let srgb = self.to_srgb_primaries.map(|[r, g, b]| (r * light[0] + g * light[1] + b * light[2]).max(0.0));
        let brightest = srgb[0].max(srgb[1]).max(srgb[2]);
        let factor = if brightest > KNEE { bend(brightest) / brightest } else { 1.0 };
        srgb.map(|v| ENCODED[((v * factor).min(1.0) * (ENCODED.len() - 1) as f32 + 0.5) as usize])
    }
}

/// sRGB code values (IEC 61966-2-1) for 16,384 steps of light.
static ENCODED: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let encode = |v: f32| if v <= 0.003_130_8 { 12.92 * v } else { 1.055 * v.powf(1.0 / 2.4) - 0.055 };
    (0..16_384).map(|step| (encode(step as f32 / 16_383.0) * 255.0 + 0.5) as u8).collect()
});

/// A curve that goes on straight at the knee and reaches 1 at [`BRIGHTEST`].
fn bend(light: f32) -> f32 {
    let reach = (BRIGHTEST - KNEE) / (1.0 - KNEE);
    let beyond = ((light - KNEE) / (BRIGHTEST - KNEE)).min(1.0);
    KNEE + (1.0 - KNEE) * reach * beyond / (1.0 + (reach - 1.0) * beyond)
}

/// The inverse of ST 2084: parts of ordinary white for a code value.
fn pq_light(code: f32) -> f32 {
    let (m1, m2) = (2610.0 / 16384.0, 2523.0 / 4096.0 * 128.0);
    let (c1, c2, c3) = (3424.0 / 4096.0, 2413.0 / 4096.0 * 32.0, 2392.0 / 4096.0 * 32.0);
    let root = code.powf(1.0 / m2);
    10_000.0 / WHITE * ((root - c1).max(0.0) / (c2 - c3 * root)).powf(1.0 / m1)
}

/// The inverse of the HLG curve: light of the scene, 0 to 1.
fn hlg_light(code: f32) -> f32 {
    let (a, b, c) = (0.178_832_77, 0.284_668_92, 0.559_910_7);
    if code <= 0.5 { code * code / 3.0 } else { (((code - c) / a).exp() + b) / 12.0 }
}

/// From light in those H.273 primaries to light in sRGB's.
fn matrix(primaries: u8) -> [[f32; 3]; 3] {
    match primaries {
        9 => [[1.6605, -0.5876, -0.0728], [-0.1246, 1.1329, -0.0083], [-0.0182, -0.1006, 1.1187]],
        12 => [[1.2249, -0.2247, 0.0], [-0.0420, 1.0419, 0.0], [-0.0197, -0.0786, 1.0979]],
        _ => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    }
}

#[cfg(test)]
mod tests {
    use super::ToneMap;

    #[test]
    fn black_stays_black_and_grey_stays_grey() {
        for transfer in [16, 18] {
            let map = ToneMap::of(9, transfer).expect("a bright transfer");
            assert_eq!(map.map([0.0; 3]), [0; 3]);
            let [r, g, b] = map.map([0.45; 3]);
            assert!(r.abs_diff(g) <= 1 && g.abs_diff(b) <= 1, "{r} {g} {b}");
        }
    }

    #[test]
    fn ordinary_white_is_bright_and_highlights_are_brighter() {
        for (transfer, white) in [(16, 0.58), (18, 0.75)] {
            let map = ToneMap::of(9, transfer).expect("a bright transfer");
            let [ordinary, highlight] = [white, 1.0].map(|v| map.map([v; 3])[0]);
            assert!((200..255).contains(&ordinary) && highlight > ordinary, "{ordinary} {highlight}");
        }
    }
}
