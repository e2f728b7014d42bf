// A little that makes pages nicer. Everything works without it.

// The dots below a strip of photos follow the strip.
for (const strip of document.querySelectorAll(".strip")) {
  const dots = strip.parentElement.querySelector(".dots");
  if (!dots) continue;
  const follow = () => {
    const at = Math.round(Math.abs(strip.scrollLeft) / strip.clientWidth);
    dots.dataset.at = at;
    [...dots.children].forEach((dot, i) => dot.toggleAttribute("data-here", i === at));
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

// While photos come in, the line that says so stays true; when they are in, the page is asked for once more.
const line = document.querySelector("[data-coming-in]");
if (line) {
  const ask = async () => {
    try {
      const now = await (await fetch("/api/v1/coming-in")).json();
      if (!now.running) return location.reload();
      line.textContent = now.words;
    } catch { /* the server is away; the next time tells */ }
    setTimeout(ask, 2000);
  };
  setTimeout(ask, 1000);
}
