// A little that makes pages nicer. Everything works without it.

// A page that a browser kept as it was has forms that were sent already; it is asked for anew.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

// The dots below a strip of photos follow the strip; where there is a mouse, two buttons turn it.
for (const strip of document.querySelectorAll(".strip")) {
  const dots = strip.closest(".memory")?.querySelector(".dots");
  const last = strip.children.length - 1;
  if (!dots || last < 1) continue;
  const at = () => Math.round(Math.abs(strip.scrollLeft) / strip.clientWidth);
  const turn = (steps) => strip.children[Math.min(Math.max(at() + steps, 0), last)]
    .scrollIntoView({ block: "nearest", inline: "center" });
  const buttons = [[-1, strip.dataset.earlier, "‹"], [1, strip.dataset.later, "›"]].map(([steps, label, sign]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "turn-strip";
    button.dataset.to = steps < 0 ? "start" : "end";
    // The strip itself is turned by the arrow keys; two more stops on every memory would only be in the way.
    button.tabIndex = -1;
    button.setAttribute("aria-label", label);
    button.textContent = sign;
    button.addEventListener("click", () => turn(steps));
    strip.after(button);
    return button;
  });
  const follow = () => {
    const here = at();
    dots.dataset.at = here;
    [...dots.children].forEach((dot, i) => dot.toggleAttribute("data-here", i === here));
    buttons[0].hidden = here === 0;
    buttons[1].hidden = here === last;
  };
  strip.addEventListener("scroll", follow, { passive: true });
  follow();
}

// The arrow keys turn pages, unless somebody is in a strip or a form.
document.addEventListener("keydown", (event) => {
  const busy = event.target.closest("input, textarea, select, .strip, [contenteditable]");
  if (busy || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const rel = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
  const link = rel && document.querySelector(`main a[rel="${rel}"]`);
  if (link) link.click();
});

// While photos come in, the line that says so stays true, and is read aloud now and then. When they are in, a link in its
// place shows them: the page does not change under whoever reads it. Nothing is asked while nobody looks.
const line = document.querySelector("[data-coming-in]");
if (line) {
  const [words, spoken] = [line.querySelector("[data-words]"), line.querySelector("[role=status]")];
  let saidAt = Date.now();
  const show = (now) => {
    if (now.running) {
      words.textContent = now.words;
      if (Date.now() - saidAt < 20000) return;
      saidAt = Date.now();
    } else {
      const link = document.createElement("a");
      link.className = "button";
      link.href = location.pathname;
      link.textContent = line.dataset.over;
      words.replaceChildren(link);
    }
    spoken.textContent = now.words;
  };
  const ask = async () => {
    let over = false;
    if (!document.hidden) {
      try {
        const answer = await fetch("/api/v1/coming-in");
        if (answer.ok) {
          const now = await answer.json();
          show(now);
          over = !now.running;
        }
      } catch { /* the server is away; the next time tells */ }
    }
    if (!over) setTimeout(ask, 2000);
  };
  setTimeout(ask, 1000);
}

// A day that is picked stands in the field beside, as if it were typed.
for (const picker of document.querySelectorAll("[data-picks]")) {
  picker.addEventListener("change", () => {
    const field = document.getElementById(picker.dataset.picks);
    if (field && picker.value) field.value = picker.value;
  });
}
