// A photo larger: by click, pinch, + and −. Swiping turns to its neighbours. Without this, the link opens the picture itself.

const link = document.querySelector("[data-zoom]");

if (link && window.HTMLDialogElement) {
  const dialog = document.createElement("dialog");
  dialog.className = "zoomed";
  dialog.setAttribute("aria-label", link.getAttribute("aria-label"));
  const pane = document.createElement("div");
  pane.className = "pane";
  pane.tabIndex = 0;
  const picture = document.createElement("img");
  picture.alt = link.querySelector("img").alt;
  pane.append(picture);
  const tools = document.createElement("div");
  tools.className = "tools";
  const fitting = () => Math.min(pane.clientWidth / picture.naturalWidth, pane.clientHeight / picture.naturalHeight);
  let scale = 1;

  // Keeps what is at (x, y) of the pane where it is.
  const zoom = (to, x = pane.clientWidth / 2, y = pane.clientHeight / 2) => {
    const before = picture.getBoundingClientRect();
    const [across, down] = [(x - before.left) / before.width, (y - before.top) / before.height];
    scale = Math.min(Math.max(to, 1), 6);
    picture.width = picture.naturalWidth * fitting() * scale;
    picture.height = picture.naturalHeight * fitting() * scale;
    pane.classList.toggle("large", scale > 1);
    const after = picture.getBoundingClientRect();
    pane.scrollBy({ left: after.left + across * after.width - x, top: after.top + down * after.height - y, behavior: "instant" });
  };
  const button = (sign, label, work) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = sign;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", work);
    tools.append(made);
  };
  button("−", link.dataset.smaller, () => zoom(scale / 1.5));
  button("+", link.dataset.larger, () => zoom(scale * 1.5));
  button("×", link.dataset.close, () => dialog.close());
  dialog.append(pane, tools);
  document.body.append(dialog);

  link.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    picture.src = link.href;
    dialog.showModal();
    picture.decode().then(() => zoom(1), () => dialog.close());
  });
  dialog.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "+" || event.key === "=") zoom(scale * 1.5);
    if (event.key === "-") zoom(scale / 1.5);
    if (event.key === "0") zoom(1);
  });
  addEventListener("resize", () => dialog.open && zoom(scale));

  // One finger or the mouse moves, two fingers zoom, and a click without moving zooms in and out.
  const fingers = new Map();
  let moved = 0;
  let apart = 0;
  const distance = () => {
    const [a, b] = [...fingers.values()];
    return Math.hypot(a.x - b.x, a.y - b.y);
  };
  pane.addEventListener("pointerdown", (event) => {
    if (!fingers.size) moved = 0;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.size === 2) apart = distance();
  });
  pane.addEventListener("pointermove", (event) => {
    const last = fingers.get(event.pointerId);
    if (!last) return;
    const [dx, dy] = [event.clientX - last.x, event.clientY - last.y];
    moved += Math.abs(dx) + Math.abs(dy);
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.size === 2 && apart) {
      const [a, b] = [...fingers.values()];
      const now = distance();
      zoom(scale * now / apart, (a.x + b.x) / 2, (a.y + b.y) / 2);
      apart = now;
    } else if (event.pointerType === "mouse") {
      pane.scrollBy({ left: -dx, top: -dy, behavior: "instant" });
    }
  });
  const lifted = (event) => fingers.delete(event.pointerId);
  pane.addEventListener("pointerup", lifted);
  pane.addEventListener("pointercancel", lifted);
  pane.addEventListener("pointerleave", lifted);
  pane.addEventListener("click", (event) => {
    if (moved < 8) zoom(scale > 1 ? 1 : 2.5, event.clientX, event.clientY);
  });
}

// A swipe across the photo turns to its neighbour, where nothing is zoomed.
const figure = document.querySelector(".photo");
let began = null;
figure?.addEventListener("touchstart", (event) => {
  const one = event.touches.length === 1 && (window.visualViewport?.scale ?? 1) < 1.05;
  began = one ? { x: event.touches[0].clientX, y: event.touches[0].clientY } : null;
}, { passive: true });
figure?.addEventListener("touchend", (event) => {
  if (!began) return;
  const [dx, dy] = [event.changedTouches[0].clientX - began.x, event.changedTouches[0].clientY - began.y];
  began = null;
  if (Math.abs(dx) < 60 || Math.abs(dy) > Math.abs(dx) / 2) return;
  const onward = (dx < 0) === (document.dir !== "rtl");
  document.querySelector(`main a[rel="${onward ? "next" : "prev"}"]`)?.click();
});
