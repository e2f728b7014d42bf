// Where the focus is, whether that can be seen, and whether it is where it is wanted.
const wanted = arguments[0];
const here = document.activeElement ?? document.body;
if (here === document.body) return { there: false, name: "the page", seen: true };
const drawn = (style) =>
  (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== "none";
// A control that is drawn by its label or its frame shows its focus there.
const box = here.getBoundingClientRect();
const shown = [here, ...(here.labels ?? []), here.parentElement].some((one) => one && drawn(getComputedStyle(one)));
return {
  there: here === wanted,
  same_group: here !== wanted && here.type === "radio" && wanted.type === "radio" && here.name === wanted.name,
  name: `${here.localName} “${(here.computedName ?? "").trim()}”`,
  seen: shown && box.width > 0 && box.height > 0,
};
