// Finds what a person means by these words: what is seen, is of that sort, and has that name for a screen reader.
// A name that is the words whole goes before one that only has them in it.
const [sort, words] = arguments;
const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const sorts = {
  press: "a[href], button, summary, input[type=submit], [role=button]",
  field: "input:not([type=hidden], [type=submit], [type=checkbox], [type=radio]), textarea",
  list: "select",
  choice: "input[type=checkbox], input[type=radio]",
  heading: "h1, h2, h3, h4, h5, h6",
};
const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
const named = [...document.querySelectorAll(sorts[sort])]
  .filter((element) => seen(element) && !element.disabled)
  .map((element) => [element, plain(element.computedName)]);
const whole = named.filter(([, name]) => name === words);
const parts = named.filter(([, name]) => name.includes(words));
return (whole.length ? whole : parts).map(([element]) => element);
