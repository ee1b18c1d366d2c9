"use strict";
(() => {
  const busy = new WeakSet();
  document.addEventListener("submit", (event) => {
    if (busy.has(event.target)) event.preventDefault();
    busy.add(event.target);
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
  const open = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (target instanceof HTMLDetailsElement) {
      target.open = true;
      target.querySelector("mark")?.scrollIntoView({ block: "center" });
    }
  };
  window.addEventListener("hashchange", open);
  open();
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest("input, select, textarea")) return;
    const button = document.querySelector(`button[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (button) {
      event.preventDefault();
      button.click();
    }
  });
  document.documentElement.dataset.ready = "yes";
})();
