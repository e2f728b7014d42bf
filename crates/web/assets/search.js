// While somebody types, the field offers how the question may go on: a combobox with a list box (ARIA 1.2). Without this
// module it is a plain field, and the page offers the same as links.

const form = document.querySelector("[data-suggest]");
const field = form?.querySelector("input[type=search]");
const list = form?.querySelector("[role=listbox]");

if (field && list) {
  let at = -1;
  let asked = "";
  let waiting = 0;

  const options = () => [...list.children];
  const close = () => {
    list.hidden = true;
    at = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const choose = (option) => {
    field.value = option.dataset.question;
    close();
    form.requestSubmit();
  };
  const mark = (to) => {
    at = to;
    options().forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    const here = options()[at];
    if (here) {
      field.setAttribute("aria-activedescendant", here.id);
      here.scrollIntoView({ block: "nearest" });
    } else {
      field.removeAttribute("aria-activedescendant");
    }
  };
  const show = (offers) => {
    list.replaceChildren(...offers.map((offer, i) => {
      const option = document.createElement("div");
      option.id = `offer-${i}`;
      option.role = "option";
      option.ariaSelected = "false";
      option.dataset.question = offer.question;
      const text = document.createElement("bdi");
      text.textContent = offer.text;
      const kind = document.createElement("small");
      kind.textContent = offer.kind;
      option.append(text, kind);
      return option;
    }));
    if (!offers.length) return close();
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
    mark(-1);
  };
  const ask = async () => {
    const q = field.value.trim();
    if (q === asked) return;
    asked = q;
    if (!q) return close();
    try {
      const answer = await fetch(`/api/v1/suggestions?q=${encodeURIComponent(q)}`);
      if (q === field.value.trim() && document.activeElement === field) show(answer.ok ? await answer.json() : []);
    } catch { close(); }
  };

  field.role = "combobox";
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "false");
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 120);
  });
  field.addEventListener("blur", close);
  // A press on an option must not take the focus from the field before it is a choice.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(option);
  });
  field.addEventListener("keydown", (event) => {
    const many = options().length;
    if (event.isComposing || list.hidden || !many) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      // From the field before the first and after the last, and round again.
      mark((at + 1 + step + many + 1) % (many + 1) - 1);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      choose(options()[at]);
    }
  });
}
