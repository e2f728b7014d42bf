// While photos come in, their number and the bar stay true without a reload. Nothing is asked while the page is not looked at.
const place = document.querySelector("[data-coming]");
if (place) {
  const words = place.querySelector("[data-words]");
  const spoken = place.querySelector("[data-spoken]");
  const bar = place.querySelector("progress");
  const ran = place.dataset.runs === "true";
  let saidAt = 0;
  const show = (now) => {
    // Another state has other buttons: the page is asked for once more.
    if (now.running !== ran || now.paused) return location.replace("/coming-in");
    if (!ran) return;
    words.textContent = now.words;
    if (now.total > 0 && now.stage === "bringing_in") {
      bar.max = now.total;
      bar.value = now.done;
    }
    // Read aloud now and then, not with every step.
    if (Date.now() - saidAt > 20000) {
      spoken.textContent = now.words;
      saidAt = Date.now();
    }
  };
  const ask = async () => {
    if (!document.hidden && !busy()) {
      try {
        const answer = await fetch("/api/v1/coming-in");
        if (answer.ok) show(await answer.json());
      } catch { /* the server is away; the next time tells */ }
    }
    setTimeout(ask, ran ? 1500 : 10000);
  };
  // Whoever is typing a folder's name is not interrupted.
  const busy = () => document.activeElement?.matches("input");
  setTimeout(ask, 1500);
}
