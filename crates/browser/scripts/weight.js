// Bytes as they came, by what they are.
const [page] = performance.getEntriesByType("navigation");
const weight = { html: page.encodedBodySize, styles: 0, scripts: 0, images: 0 };
for (const one of performance.getEntriesByType("resource")) {
  const path = new URL(one.name).pathname;
  const kind = path.endsWith(".css") ? "styles" : path.endsWith(".js") ? "scripts" : one.initiatorType === "img" ? "images" : null;
  if (kind) weight[kind] += one.encodedBodySize;
}
return weight;
