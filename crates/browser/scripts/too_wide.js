// What makes the page wider than the screen. What scrolls or is cut off inside its own box does not.
const root = document.documentElement;
if (root.scrollWidth <= root.clientWidth) return [];
const held = (element) => {
  for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
    if (getComputedStyle(box).overflowX !== "visible") return true;
  return false;
};
return [...document.body.querySelectorAll("*")]
  .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 0.5 && !held(element))
  .map((element) => `${Math.round(element.getBoundingClientRect().right)} > ${root.clientWidth}: ${element.outerHTML.slice(0, 160)}`)
  .slice(0, 8);
