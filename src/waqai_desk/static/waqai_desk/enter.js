// Words of the article into the form: marked with mouse or keys, taken by a button or its number.
// Without this file the words are typed or pasted; the server finds them in the article either way.
"use strict";

(() => {
  const story = document.querySelector("[data-story]");
  const bar = document.querySelector("[data-take]");
  const VALUE_OF = { place: "id_place_name", initiators: "id_initiators", targets: "id_targets" };
  let marked = null;

  const box = (field) => document.getElementById(`id_words_${field}`);
  const places = (field) => document.getElementById(`id_at_${field}`);
  // The server counts in code points, the browser in halves of some.
  const points = (text) => [...text].length;

  // Words are taken whole: a place within one is none to begin or end at.
  const isInside = (text, at) => at > 0 && at < text.length && !/[^\p{L}\p{M}\p{N}]/u.test(text.slice(at - 1, at + 1));

  // The marked words as [where they start, where they end, the words], in the article's code points.
  function stretch(range) {
    let start = null;
    let end = null;
    let words = "";
    for (const piece of story.querySelectorAll("[data-at]")) {
      const text = piece.firstChild;
      if (!text || !range.intersectsNode(text)) continue;
      let from = range.startContainer === text ? range.startOffset : 0;
      let to = range.endContainer === text ? range.endOffset : text.length;
      if (from >= to) continue;
      while (isInside(text.data, from)) from -= 1;
      while (isInside(text.data, to)) to += 1;
      const at = Number(piece.dataset.at);
      const isName = piece.dataset.end !== undefined;
      // Of a pseudonym there is no half: it stands for the whole name.
      start ??= isName ? at : at + points(text.data.slice(0, from));
      end = isName ? Number(piece.dataset.end) : at + points(text.data.slice(0, to));
      words += isName ? text.data : text.data.slice(from, to);
    }
    words = words.replace(/\s+/g, " ").trim();
    return words ? [start, end, words] : null;
  }

  // What is marked now; what was marked last while the focus is in the form.
  function look() {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (story.contains(range.commonAncestorContainer)) marked = range.cloneRange();
  }

  function take(field) {
    look();
    const found = marked && stretch(marked);
    if (!found) return;
    const [start, , words] = found;
    const lines = box(field).value.split("\n").filter((line) => line.trim());
    const starts = places(field).value.split(" ").filter(Boolean);
    if (starts.includes(String(start)) && lines.includes(words)) return;
    box(field).value = [...lines, words].join("\n");
    places(field).value = [...starts.slice(0, lines.length), start].join(" ");
    const value = document.getElementById(VALUE_OF[field]);
    if (value && !value.value) value.value = words;
    box(field).form.dataset.changed = "yes";
    if (window.Highlight && CSS.highlights) {
      const taken = CSS.highlights.get("taken") ?? new Highlight();
      CSS.highlights.set("taken", taken.add(marked.cloneRange()));
    }
  }

  function begin() {
    bar.hidden = false;
    // A caret and its keys are the browser's own; what would change the text is refused.
    for (const [name, value] of Object.entries({ contenteditable: "true", role: "textbox", "aria-multiline": "true", "aria-readonly": "true", spellcheck: "false", inputmode: "none" })) {
      story.setAttribute(name, value);
    }
    for (const kind of ["beforeinput", "drop", "paste", "cut"]) {
      story.addEventListener(kind, (event) => event.preventDefault());
    }
    story.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
      const button = digit && bar.querySelectorAll("[data-field-of]")[digit[1] - 1];
      if (!button) return;
      event.preventDefault();
      take(button.dataset.fieldOf);
    });
    document.addEventListener("selectionchange", look);
    for (const button of bar.querySelectorAll("[data-field-of]")) {
      button.addEventListener("mousedown", (event) => event.preventDefault()); // the words stay marked
      button.addEventListener("click", () => take(button.dataset.fieldOf));
    }
    // Words changed by hand stand wherever the article has them.
    document.addEventListener("input", (event) => {
      const field = event.target.dataset?.words;
      if (field) places(field).value = "";
    });
  }

  if (story && bar) begin();
})();
