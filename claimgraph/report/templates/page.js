(() => {
"use strict";
/* Search, filters, citations, exports and charts. Without this script everything is shown, and figures stand in tables. */
const form = document.getElementById("filters");
const shown = document.getElementById("shown");
const bar = document.getElementById("bar");
const facets = ["side", "speaker", "subject", "kind", "sureness", "source"];
const names = ["q", ...facets, "from", "to", "undated"];
const items = [...document.querySelectorAll("[data-item]")];
const groups = [...document.querySelectorAll("[data-group]")].reverse();
const lines = [...document.querySelectorAll("[data-for]:not(script)")];
const total = { dispute: 0, flagged: 0 };
for (const item of items) if (item.dataset.item in total) total[item.dataset.item] += 1;

/* A prefix date ("2016-04") is every day it can be: it is shown when one of them is asked for. */
const within = (date, from, to) =>
  (!from || (date + "-99-99").slice(0, 10) >= from) && (!to || date <= to);

const dated = (item, chosen) => {
  if (!chosen.from && !chosen.to) return true;
  if (item.dataset.dates === undefined) return true;
  return item.dataset.dates.split(" ").some((date) =>
    date === "none" ? chosen.undated === "yes" : within(date, chosen.from, chosen.to));
};

/* All the words of a search stand in an item, in any order; accents and case do not matter. */
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const texts = new Map();
const holds = (item, chosen) => {
  if (!chosen.q) return true;
  if (!texts.has(item)) texts.set(item, plain(`${item.id} ${item.textContent}`));
  return plain(chosen.q).split(/\s+/).every((word) => texts.get(item).includes(word));
};

const fits = (item, chosen) =>
  holds(item, chosen) && facets.every((key) => !chosen[key] || item.dataset[key] === undefined
    || item.dataset[key].split(" ").includes(chosen[key])) && dated(item, chosen);

const choice = () => {
  const chosen = {};
  for (const [name, value] of new FormData(form)) if (value) chosen[name] = value;
  if (!chosen.from && !chosen.to) delete chosen.undated;
  return chosen;
};

const say = (counts, filtered, note) => {
  const part = (number, of, one, many) => `${number}${filtered ? ` of ${of}` : ""} ${of === 1 ? one : many}`;
  shown.textContent = `${note}Showing ${part(counts.dispute, total.dispute, "dispute", "disputes")} and `
    + `${part(counts.flagged, total.flagged, "flagged statement", "flagged statements")} outside them.`;
  bar.hidden = !filtered;
  bar.firstElementChild.textContent = shown.textContent;
};

const apply = (note = "") => {
  const chosen = choice();
  const counts = { dispute: 0, flagged: 0 };
  for (const item of items) {
    item.hidden = !fits(item, chosen);
    if (!item.hidden && item.dataset.item in counts) counts[item.dataset.item] += 1;
  }
  for (const line of lines) line.hidden = document.getElementById(line.dataset.for).hidden;
  for (const group of groups) {
    const held = [...group.querySelectorAll("[data-item], [data-for]")];
    group.hidden = held.length > 0 && held.every((one) => one.hidden);
  }
  const empty = items.length > 0 && items.every((item) => item.hidden);
  if (empty) note = `Nothing in this report answers to that. ${note}`;
  if (Object.keys(chosen).length) for (const fold of document.querySelectorAll("nav details[data-group]")) fold.open = true;
  say(counts, Object.keys(chosen).length > 0, note);
  return chosen;
};

/* The address keeps both the place and the filter: #place?side=...&kind=... */
const parts = () => {
  const [place, query = ""] = location.hash.slice(1).split("?");
  let id = place;
  try { id = decodeURIComponent(place); } catch { /* as it is written */ }
  return { id, query: new URLSearchParams(query) };
};

const keep = (chosen, place) => {
  const query = new URLSearchParams(chosen).toString();
  const hash = place + (query ? `?${query}` : "");
  if (location.hash.slice(1) !== hash) history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
};

const reveal = (id) => {
  const target = id && document.getElementById(id);
  if (!target) return;
  if (target.closest("[hidden]")) {
    restore(new URLSearchParams());
    keep(apply("The filter was lifted to show what the link leads to. "), id);
  }
  for (let holder = target.closest("details"); holder; holder = holder.parentElement.closest("details")) holder.open = true;
  target.scrollIntoView();
};

const restore = (query) => {
  for (const name of names) {
    const field = form.elements[name];
    const value = query.get(name) ?? "";
    if (field.type === "checkbox") field.checked = value === "yes";
    else field.value = value;
    if (field.value !== value && field.type !== "checkbox") field.value = "";
  }
};

/* A statement is cited, and what is shown is taken along, from what the page holds. */
const copied = async (text) => {
  try { await navigator.clipboard.writeText(text); return true; } catch { /* not allowed here */ }
  const held = document.createElement("textarea");
  held.value = text;
  held.className = "hidden";
  document.body.append(held);
  held.select();
  const done = document.execCommand("copy");
  held.remove();
  return done;
};

for (const one of document.querySelectorAll("[data-cite]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "cite";
  button.textContent = "Copy as citation";
  button.addEventListener("click", async () => {
    button.textContent = (await copied(one.dataset.cite)) ? "Copied" : "Not copied: the browser forbids it";
    setTimeout(() => { button.textContent = "Copy as citation"; }, 2000);
  });
  one.append(button);
}

const words = (holder, selector) => holder?.querySelector(selector)?.textContent.replace(/\s+/g, " ").trim() ?? "";
const row = (item, statement, more) => {
  const quoted = statement.querySelector("blockquote") ? statement : item;
  const marks = [...quoted.querySelectorAll("blockquote mark")].map((one) => one.textContent);
  const [start, end] = statement.dataset.place.split("-");
  return {
    ...more, claim: statement.dataset.claim, speaker: statement.dataset.speaker, words: marks.join(" … ").replace(/\s+/g, " "),
    quotation: words(quoted, "blockquote"), article: words(statement, "dd a"), start: Number(start), end: Number(end),
    citation: statement.dataset.cite,
  };
};
const rows = () => items.filter((item) => !item.hidden && ["dispute", "flagged"].includes(item.dataset.item)).flatMap((item) => {
  const told = {
    id: item.id, kind: item.dataset.kind ?? "", question: words(item, "h3"), state: item.dataset.state ?? "",
    story: words(item.closest("section"), "h2"), event: words(item.closest("div.event"), "p.event"),
  };
  const sides = [...item.querySelectorAll(".side")];
  const held = sides.length ? sides.map((side, place) => [side, place + 1]) : [[item, ""]];
  return held.flatMap(([side, place]) =>
    [...side.querySelectorAll(".statement")].map((statement) => row(item, statement, { ...told, side: place })));
});

/* A cell that a spreadsheet would run as a formula gets an apostrophe before it. */
const cell = (value) => {
  const text = String(value);
  const safe = /^[\s\u200b-\u200f\u2060\ufeff\u00ad]*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};
const columns = ["id", "kind", "question", "state", "story", "event", "side", "claim", "speaker", "words", "quotation", "article", "start", "end", "citation"];
const asCsv = (held) => [columns, ...held.map((one) => columns.map((name) => one[name]))].map((line) => line.map(cell).join(",")).join("\n") + "\n";
const take = (text, name, type) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};
document.getElementById("csv").addEventListener("click", () => take(asCsv(rows()), "claimgraph.csv", "text/csv"));
document.getElementById("json").addEventListener("click", () => take(`${JSON.stringify(rows(), null, 1)}\n`, "claimgraph.json", "application/json"));

form.addEventListener("input", () => keep(apply(), parts().id));
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(() => keep(apply(), "")));
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest('a[href^="#"]');
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const query = new URLSearchParams(choice()).toString();
  if (location.hash === link.getAttribute("href")) reveal(link.getAttribute("href").slice(1));
  else if (query) setTimeout(() => keep(choice(), parts().id));
});
addEventListener("hashchange", () => {
  const { id, query } = parts();
  if (query.size) { restore(query); apply(); }
  reveal(id);
});

/* Charts: the library is run when the first one comes near, and each is drawn when it does. */
const root = document.documentElement;
const charts = new Map([...document.querySelectorAll("script.chart")].map((one) => [one.dataset.for, one.textContent]));
const drawn = new Map();
const colours = { "#fdfcf8": "--paper", "#1d1c1a": "--ink", "#5b574f": "--soft", "#d8d3c6": "--rule", "#1d4e79": "--own", "#8a3d0c": "--other" };

const library = () => {
  const held = document.getElementById("bokeh");
  if (held && !window.Bokeh) {
    const script = document.createElement("script");
    script.textContent = held.textContent;
    document.head.append(script);
    held.remove();
  }
  return window.Bokeh;
};

const draw = async (id) => {
  const bokeh = library();
  if (!bokeh) return;
  const style = getComputedStyle(root);
  const text = charts.get(id).replace(/#[0-9a-f]{6}(?=")/g, (hex) =>
    colours[hex] ? style.getPropertyValue(colours[hex]).trim() : hex);
  const plot = document.querySelector(`#${CSS.escape(id)} .plot`);
  drawn.get(id)?.clear?.();
  plot.replaceChildren();
  plot.hidden = false;
  drawn.set(id, await bokeh.embed.embed_item(JSON.parse(text), plot));
};

const near = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    near.unobserve(entry.target);
    draw(entry.target.id);
  }
}, { rootMargin: "300px" });

for (const id of charts.keys()) {
  const axis = document.getElementById(id);
  axis.querySelector("details.data").open = false;
  near.observe(axis);
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawn.forEach((_, id) => draw(id)));
addEventListener("beforeprint", () => document.querySelectorAll("details.data").forEach((one) => { one.open = true; }));

form.hidden = false;
restore(parts().query);
apply();
document.getElementById("choose").open = Object.keys(choice()).some((name) => name !== "q");
reveal(parts().id);
root.dataset.ready = "yes";
})();
