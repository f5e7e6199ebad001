// How much help: the ladder as a string of beads that fill as help fades. One tap chooses; the choice stays for the next try.

import { h, icon } from "./h.js";
import { fillOf, levelOf } from "./say.js";
import { inWords, w } from "./words.js";

export function ladder(days, id, goal, chosen, changed) {
  const caption = h("p", { class: "help-name", "aria-hidden": "true" });
  const levels = days.ladders[goal.ladder].levels;
  const rungs = levels.map((level) => rung(days, id, goal, level, () => choose(level.id)));
  const element = h("fieldset", { class: "ladder" }, h("legend", { class: "sr" }, w("how_much_help")), h("div", { class: "rungs-string" }, rungs), caption);

  function choose(support) {
    element.dataset.support = support;
    for (const one of rungs) one.querySelector("input").checked = one.dataset.level === support;
    caption.textContent = inWords(levelOf(days, goal, support)?.name);
    changed(support);
  }

  choose(chosen);
  return { element, choose, get support() { return element.dataset.support; } };
}

function rung(days, id, goal, level, act) {
  const name = inWords(level.name);
  const input = h("input", { type: "radio", name: `help-${id}`, value: level.id, onchange: act });
  return h("label", { class: "rung", "data-level": level.id, title: name }, input, icon(fillOf(days, goal, level.id)), h("small", {}, name));
}

// Used last in this visit, else in the last one, else the middle of the ladder.
export function lastSupport(days, goal, attempts) {
  const levels = days.ladders[goal.ladder].levels;
  const wanted = attempts.at(-1)?.support ?? goal.last_support;
  return levels.some((level) => level.id === wanted) ? wanted : levels[Math.floor(levels.length / 2)].id;
}
