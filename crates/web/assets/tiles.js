// Choosing photos among tiles. Without this, choosing is a page of checkboxes, which works as well.

const form = document.querySelector("#chosen");

if (form) {
  const boxes = [...document.querySelectorAll(".tile input")];
  const line = form.querySelector(".how-many");
  const say = () => {
    const count = boxes.filter((box) => box.checked).length;
    const { none, one, many } = line.dataset;
    line.textContent = count === 0 ? none : count === 1 ? one : many.replace("{n}", count);
  };

  // Shift chooses everything from the tile before to this one.
  let last = null;
  document.addEventListener("click", (event) => {
    const box = event.target.closest(".tile")?.querySelector("input");
    if (!box) return;
    const onBox = event.target === box;
    if (event.shiftKey && last && last !== box) {
      if (!onBox) event.preventDefault();
      const [from, to] = [boxes.indexOf(last), boxes.indexOf(box)].sort((a, b) => a - b);
      for (const between of boxes.slice(from, to + 1)) between.checked = last.checked;
    } else if (!onBox) {
      return; // The label passes the click on to its box.
    }
    last = box;
    say();
  });

  for (const button of document.querySelectorAll("[data-pick-all]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const own = [...button.closest("section").querySelectorAll(".tile input")];
      const all = own.every((box) => box.checked);
      for (const box of own) box.checked = !all;
      say();
    });
  }
  if (boxes.some((box) => box.checked)) say();
}

// A long press on a tile begins to choose, with that one chosen.
let pressed = 0;
const release = () => clearTimeout(pressed);
document.addEventListener("pointerdown", (event) => {
  const link = event.pointerType === "touch" && event.target.closest(".tiles[data-select] a[data-id]");
  if (!link) return;
  pressed = setTimeout(() => {
    location.assign(`${link.closest(".tiles").dataset.select}=${link.dataset.id}`);
  }, 550);
});
for (const end of ["pointerup", "pointercancel", "scroll"]) document.addEventListener(end, release, { passive: true });
