// Until a photo is loaded, the few colours of its thumbhash stand in for it.
// The format (evanw.github.io/thumbhash) is a header of averages and sizes, then half-byte weights of cosine waves for
// lightness and two pairs of opposed colours. Our pictures are opaque; a hash that says otherwise is left alone.

const bits = (bytes, from, count) => {
  let value = 0;
  for (let i = 0; i < count; i++) value |= ((bytes[(from + i) >> 3] >> ((from + i) & 7)) & 1) << i;
  return value;
};

// The weights of one channel's waves, those of lower frequency first.
const waves = (bytes, start, across, down, scale) => {
  const found = [];
  let nibble = start;
  for (let y = 0; y < down; y++) {
    for (let x = y === 0 ? 1 : 0; x * down < across * (down - y); x++) {
      found.push({ x, y, weight: (bits(bytes, 4 * nibble, 4) / 7.5 - 1) * scale });
      nibble++;
    }
  }
  return { found, end: nibble };
};

const understood = (bytes) => {
  if (bytes.length < 6 || bits(bytes, 23, 1)) return null;
  const wide = bits(bytes, 39, 1), short = Math.max(3, bits(bytes, 24, 3));
  const light = waves(bytes, 10, wide ? 7 : short, wide ? short : 7, bits(bytes, 18, 5) / 31);
  const yellow = waves(bytes, light.end, 3, 3, (bits(bytes, 27, 6) / 63) * 1.25);
  const red = waves(bytes, yellow.end, 3, 3, (bits(bytes, 33, 6) / 63) * 1.25);
  return {
    light: { mean: bits(bytes, 0, 6) / 63, waves: light.found },
    yellow: { mean: bits(bytes, 6, 6) / 31.5 - 1, waves: yellow.found },
    red: { mean: bits(bytes, 12, 6) / 31.5 - 1, waves: red.found },
  };
};

const at = (channel, u, v) => channel.waves.reduce(
  (sum, { x, y, weight }) => sum + 2 * weight * Math.cos(Math.PI * u * x) * Math.cos(Math.PI * v * y), channel.mean);

const painted = (hash, width, height) => {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  canvas.ariaHidden = "true";
  const context = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += 4) {
      const u = (x + 0.5) / width, v = (y + 0.5) / height;
      const light = at(hash.light, u, v), yellow = at(hash.yellow, u, v), red = at(hash.red, u, v);
      const blue = light - (2 / 3) * yellow;
      const ruddy = (3 * light - blue + red) / 2;
      // The array clamps to 0 and 255 by itself.
      image.data.set([255 * ruddy, 255 * (ruddy - red), 255 * blue, 255], i);
    }
  }
  context.putImageData(image, 0, 0);
  return canvas;
};

const standIn = (img) => {
  const bytes = Uint8Array.from(atob(img.dataset.hash), (c) => c.charCodeAt(0));
  const hash = understood(bytes);
  if (!hash) return;
  const ratio = img.width && img.height ? img.getAttribute("width") / img.getAttribute("height") : 1;
  const side = 16;
  const canvas = painted(hash, ratio > 1 ? side : Math.max(1, Math.round(side * ratio)), ratio > 1 ? Math.max(1, Math.round(side / ratio)) : side);
  img.before(canvas);
  const gone = () => canvas.remove();
  img.addEventListener("load", gone, { once: true });
  img.addEventListener("error", gone, { once: true });
};

// Only what comes near the window is painted.
const seen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    seen.unobserve(target);
    if (!target.complete) standIn(target);
  }
}, { rootMargin: "50%" });
for (const img of document.querySelectorAll("img[data-hash]")) if (!img.complete) seen.observe(img);

// The row of years begins where we are.
document.querySelector(".scrubber [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center", behavior: "instant" });
