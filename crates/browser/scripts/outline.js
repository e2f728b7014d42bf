// What is on the page, for who reads why a story could not go on.
const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const all = document.querySelectorAll("h1, h2, h3, a[href], button, summary, input:not([type=hidden]), select, textarea");
const lines = [...all]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }))
  .map((element) => `  ${element.localName} “${plain(element.computedName)}”`);
return [location.href, document.title, ...lines, plain(document.body?.innerText).slice(0, 1500)].join("\n");
