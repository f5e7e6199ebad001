// The string of tries in this visit: one bead a try, fuller the more was done alone. The newest lands last.

import { h, icon } from "./h.js";
import { beadOf, brief, levelOf, result } from "./say.js";
import { inWords, w } from "./words.js";

const ROOM = 14;

export function beads() {
  const list = h("span", { class: "thread-beads" });
  const count = h("span", { class: "thread-count" });
  const element = h("span", { class: "thread" }, list, count);
  let shown = new Set();
  let isFirst = true;

  function update(days, goal, tries, isUnsaved) {
    const some = tries.slice(-ROOM);
    list.replaceChildren(...some.map((one) => bead(days, goal, one, { isNew: !isFirst && !shown.has(one.id), isUnsaved: isUnsaved(one.id) })));
    count.textContent = tries.length || "";
    shown = new Set(tries.map((one) => one.id));
    isFirst = false;
  }
  return { element, update };
}

// The same for whoever does not see it.
export function sayBeads(days, goal, tries) {
  const last = tries.at(-1);
  if (!last) return w("no_try_yet");
  return `${w("tries", { n: tries.length })} ${result(goal, last)} ${inWords(levelOf(days, goal, last.support)?.name)}`;
}

function bead(days, goal, entry, { isNew, isUnsaved }) {
  const classes = ["thread-bead", isNew && "lands", isUnsaved && "unsaved"].filter(Boolean).join(" ");
  const short = brief(goal, entry);
  return h("span", { class: classes }, icon(beadOf(days, goal, entry)), short && h("small", {}, short));
}
