(() => {
"use strict";
/* Search, and old addresses. Without this script everything is shown, and every link leads on. */
const form = document.getElementById("filters");
const field = form.elements.q;
const shown = document.getElementById("shown");
const items = [...document.querySelectorAll("[data-find]")];
const groups = [...document.querySelectorAll("[data-group]")].reverse();
const folds = new Map([...document.querySelectorAll("details[data-group]")].map((one) => [one, one.open]));

/* All the words of a search stand in an item, in any order; accents and case do not matter. */
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const texts = new Map();
const text = (item) => {
  if (!texts.has(item)) texts.set(item, plain(item.textContent));
  return texts.get(item);
};

const apply = () => {
  const words = plain(field.value).split(/\s+/).filter(Boolean);
  let found = 0;
  for (const item of items) {
    item.hidden = !words.every((word) => text(item).includes(word));
    if (!item.hidden) found += 1;
  }
  for (const group of groups) {
    const held = [...group.querySelectorAll("[data-find]")];
    group.hidden = held.length > 0 && held.every((one) => one.hidden);
    const head = group.querySelector(":scope > [data-find]");
    if (head) head.hidden = group.hidden;
  }
  for (const [fold, open] of folds) fold.open = words.length ? !fold.hidden : open;
  shown.textContent = words.length ? (found ? `${found} found.` : "Nothing in these lists answers to that; the texts stand on the pages.") : "";
};

/* What stood on the one page of a small report is led to its page here. */
const lead = () => {
  let id = location.hash.slice(1).split("?")[0];
  try { id = decodeURIComponent(id); } catch { /* as it is written */ }
  if (!id) return;
  const here = document.getElementById(id);
  if (here) { here.closest("details")?.setAttribute("open", ""); here.scrollIntoView(); return; }
  const link = document.querySelector(`a[href$="${CSS.escape(`#${id}`)}"], a[href$="${CSS.escape(`#${id.replace(/^source-/, "text-")}`)}"]`);
  if (link) location.replace(link.href.replace(/#.*/, location.hash));
};

form.hidden = false;
form.addEventListener("input", apply);
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", lead);
addEventListener("beforeprint", () => folds.forEach((_, fold) => { fold.open = true; }));
apply();
lead();
document.documentElement.dataset.ready = "yes";
})();
