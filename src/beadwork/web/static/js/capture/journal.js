// Everything recorded in a visit, newest first; each can be taken back.

import { button, h } from "./h.js";
import { sayEntry } from "./say.js";
import { sheet } from "./sheet.js";
import { hour, w } from "./words.js";

// Of one goal: its tries, and the way to that goal alone (`alone`).
export function journal(book, visit, goal = null, alone = null) {
  const title = goal ? book.days.goals[goal].name : w("recorded_so_far");
  return sheet(title, (close) => {
    const way = alone && button(w("goal_alone"), () => { close(); alone(); }, { picture: "goal" });
    const seen = book.seen(visit).filter((one) => !goal || one.goal === goal).reverse();
    if (!seen.length) return [h("p", { class: "soft" }, w("nothing_yet")), way];
    return [way, h("ul", { class: "list", role: "list" }, seen.map((entry) => row(book, visit, entry)))];
  });
}

function row(book, visit, entry) {
  const take = async () => {
    await book.change(visit, () => [{ kind: "take_back", entry: entry.id }]);
    item.remove();
  };
  const item = h("li", {}, h("span", { class: "when soft" }, hour(entry.at)), h("span", { class: "main" }, sayEntry(book.days, entry)),
    h("span", { class: "side" }, button(w("take_back"), take, { picture: "undo" })));
  return item;
}
