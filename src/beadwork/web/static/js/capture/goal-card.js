// One goal: its words, the string of tries, how much help, and what came of it.

import { answer } from "./answers.js";
import { beads, sayBeads } from "./beads.js";
import { h } from "./h.js";
import { ladder, lastSupport } from "./ladder.js";
import { attemptsAt } from "./seen.js";
import { inWords, w } from "./words.js";

const STANDS = new Set(["accuracy", "count", "rate", "duration", "latency"]); // few pads: room for a ladder that stands

// `does`: what the visit does for the card: change(act), list(goal)'s tries.
export function goalCard(book, visit, id, does) {
  const goal = book.days.goals[id];
  const tries = () => attemptsAt(book.seen(visit), id);
  const hasLadder = goal.scale !== "support";
  let help = null;
  const rungs = hasLadder && ladder(book.days, id, goal, lastSupport(book.days, goal, tries()), (support) => { help = support; });
  const thread = beads();

  // An answer is a body, or is made of what has begun (and takes that away).
  function record(given) {
    const support = hasLadder ? { support: help } : {};
    const say = typeof given === "function" ? given : () => given;
    does.change((things) => [{ kind: "attempt", goal: id, ...support, ...say(things) }]);
  }

  // Something begins or goes on; `mark` finds it, so that undo knows when it was touched last.
  function begin(act, mark) {
    does.change((things) => {
      act(things);
      const begun = mark(things);
      if (begun) Object.assign(begun, { after: book.lastSeq, turn: (things.turn += 1) });
    });
  }

  const machine = answer({ id, goal, days: book.days, record, begin });
  const last = inWords(goal.last);
  const head = h("button", { type: "button", class: "goal-head", onclick: () => does.list(id) },
    h("span", { class: "goal-top" }, h("span", { class: "goal-name" }, goal.name), last && h("span", { class: "goal-last" }, `${w("last_time")} ${last}`)),
    goal.does && goal.does !== goal.name && h("span", { class: "goal-does" }, goal.does), thread.element);
  const element = h("article", { class: `card goal-card scale-${goal.scale} ${STANDS.has(goal.scale) ? "stands" : ""}`, id: `goal-${id}`, "aria-label": goal.name, tabindex: "-1" },
    h("div", { class: "goal-in" }, h("h2", { class: "sr" }, goal.name), head, rungs && rungs.element, machine.element));

  function update() {
    const some = tries();
    thread.update(book.days, goal, some, (entry) => book.isUnsaved(entry));
    head.setAttribute("aria-label", `${goal.name}: ${sayBeads(book.days, goal, some)}`);
    machine.update(book.things(visit));
  }
  update();
  return { id, element, update, tick: () => machine.tick?.() };
}
