// A second observer: the tries that the first one recorded, in their order, answered again without seeing what was said.

import { answer } from "./answers.js";
import { h } from "./h.js";
import { ladder, lastSupport } from "./ladder.js";
import { attemptsAt, nothing } from "./seen.js";
import { sheet } from "./sheet.js";
import { w } from "./words.js";

export function lookOn(book, visit, goals) {
  const observer = h("input", { name: "observer", maxlength: "60", autocomplete: "off", placeholder: book.name, "aria-label": w("who_looks_on") });
  const cards = goals.map((goal) => card(book, visit, goal, () => observer.value.trim()));
  const update = () => { for (const one of cards) one.update(); };
  book.addEventListener("changed", update);
  return sheet(w("second_observer"), () => [
    h("p", { class: "soft" }, w("second_why")),
    h("label", { class: "stack tight" }, h("span", { class: "soft" }, w("who_looks_on")), observer),
    cards.map((one) => one.element),
  ], { look: "look-on" }).then(() => book.removeEventListener("changed", update));
}

function card(book, visit, id, observer) {
  const goal = book.days.goals[id];
  const things = nothing();
  const seen = () => book.seen(visit);
  const mine = () => seen().filter((one) => one.kind === "second" && one.goal === id);
  const open = () => { const done = new Set(mine().map((one) => one.of)); return attemptsAt(seen(), id).filter((one) => !done.has(one.id)); };
  const hasLadder = goal.scale !== "support";
  let help = null;
  const rungs = hasLadder && ladder(book.days, `second-${id}`, goal, lastSupport(book.days, goal, mine()), (support) => { help = support; });

  function record(given) {
    const [first] = open();
    if (!first) return;
    const said = typeof given === "function" ? given(things) : given;
    const who = observer();
    book.change(visit, () => [{ kind: "second", goal: id, of: first.id, ...(hasLadder ? { support: help } : {}), ...said, ...(who ? { observer: who } : {}) }]);
  }

  const begin = (act) => { act(things); machine.update(things); };
  const machine = answer({ id, goal, days: book.days, record, begin });
  const place = h("p", { class: "soft", role: "status" });
  const body = h("fieldset", { class: "second-body" }, h("legend", { class: "sr" }, goal.name), rungs && rungs.element, machine.element);
  const element = h("article", { class: `second-card goal-card scale-${goal.scale}`, "aria-label": goal.name }, h("h3", {}, goal.name), place, body);

  function update() {
    const left = open().length;
    const done = mine().length;
    place.textContent = left ? w("second_try", { n: done + 1, all: done + left }) : w("second_none");
    body.hidden = !left;
    machine.update(things);
  }
  update();
  return { element, update };
}
