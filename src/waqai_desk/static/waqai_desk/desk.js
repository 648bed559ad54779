// Keys, marks and small comforts. Every page works without this file; with it, hands stay on the keyboard.
"use strict";

(() => {
  // The rows of a list, or on an incident's page its reports, each of which can be ticked.
  const rows = () => [...document.querySelectorAll("[data-rows] > li, [data-ticks] li")];
  const current = () => document.querySelector("li.now");

  function choose(row) {
    if (!row) return;
    current()?.classList.remove("now");
    row.classList.add("now");
    row.scrollIntoView({ block: "nearest" });
    row.querySelector("h2 a, input[type=checkbox]")?.focus({ preventScroll: true });
  }

  function step(by) {
    const all = rows();
    const at = all.indexOf(current());
    choose(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
  }

  // Ticked reports are counted on the button that splits them off; without one there is nothing to press.
  function count(form) {
    const ticked = form.querySelectorAll("[name=report]:checked").length;
    const button = form.querySelector("[data-key=s]");
    if (!button) return;
    button.disabled = !ticked;
    button.querySelector("output").textContent = ticked || "";
  }

  function press(key) {
    const inside = current()?.querySelector(`[data-key="${key}"]`);
    const found = inside ?? document.querySelector(`main [data-key="${key}"]:not([disabled])`);
    if (!found) return false;
    if (found instanceof HTMLDialogElement) found.showModal();
    else found.click();
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input:not([name=report]), textarea, select, dialog, [contenteditable]")) return;
    // Letters by their place on the keyboard: an Arabic layout types ش where Latin has a.
    const key = event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : event.key;
    if (key === "j") step(1);
    else if (key === "k") step(-1);
    else if (key === "x") current()?.querySelector("[name=report]")?.click();
    else if (!press(key)) return;
    event.preventDefault();
  });

  // Evidence: a value shows its words, words show their value.
  function light(field, scrollTo) {
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    const places = document.querySelectorAll(`[data-field~="${field}"]`);
    for (const place of places) place.classList.add("lit");
    const target = [...places].find((place) => place.matches(scrollTo));
    if (!target) return;
    target.closest("details")?.setAttribute("open", "");
    target.scrollIntoView({ block: "center" });
  }

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) document.getElementById(opener.dataset.opens)?.showModal();
    if (event.target.closest("[data-closes]")) event.target.closest("dialog")?.close();
    const value = event.target.closest("button.valued[data-field]");
    if (value) light(value.dataset.field, "mark");
    const mark = event.target.closest("mark[data-field]");
    if (mark) light(mark.dataset.field.split(" ")[0], "dl.coded > div");
  });

  // A form that would lose words asks before the page is left.
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-keep]");
    if (form) form.dataset.changed = "yes";
  });
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-ticks]");
    if (form) count(form);
  });
  document.addEventListener("submit", (event) => delete event.target.dataset.changed);
  window.addEventListener("beforeunload", (event) => {
    if (document.querySelector("form[data-changed]")) event.preventDefault();
  });

  // Two range inputs over months that set the two day fields.
  function slide(box) {
    if (!box.dataset.from || !box.dataset.to) return;
    const [y0, m0] = box.dataset.from.split("-").map(Number);
    const [y1, m1] = box.dataset.to.split("-").map(Number);
    const months = (y1 - y0) * 12 + m1 - m0;
    if (months < 1) return;
    const form = box.closest("form");
    for (const range of box.querySelectorAll("input")) {
      const isFirst = range.dataset.end === "first";
      const field = form.elements[range.dataset.end];
      const [y, m] = (field.value || box.dataset[isFirst ? "from" : "to"]).split("-").map(Number);
      range.min = 0;
      range.max = months;
      range.value = (y - y0) * 12 + m - m0;
      range.setAttribute("aria-valuetext", `${y}-${m}`);
      range.addEventListener("input", (event) => {
        event.stopPropagation();
        const at = m0 - 1 + Number(range.value);
        const day = isFirst ? 1 : new Date(Date.UTC(y0, at + 1, 0)).getUTCDate();
        const year = y0 + Math.floor(at / 12);
        const month = (at % 12) + 1;
        field.value = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        range.setAttribute("aria-valuetext", field.value);
      });
    }
    box.hidden = false;
  }

  document.addEventListener("DOMContentLoaded", () => {
    for (const box of document.querySelectorAll("[data-slider]")) slide(box);
    const wide = window.matchMedia("(min-width: 62rem)").matches;
    for (const part of document.querySelectorAll("details[data-wide-open]")) part.open = wide || part.open;
    const all = rows();
    if (all.length && all[0].closest("[data-rows]")) choose(all[0]);
    for (const form of document.querySelectorAll("form[data-ticks]")) count(form);
  });
})();
