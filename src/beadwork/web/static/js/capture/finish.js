// The end of a visit: what was recorded, and one button that matters.

import { minutes, stopAll } from "./activity.js";
import { button, h, icon, once } from "./h.js";
import { journal } from "./journal.js";
import { attemptsAt } from "./seen.js";
import { beadOf } from "./say.js";
import { sheet } from "./sheet.js";
import { number, w } from "./words.js";

// Resolves to true when the visit was finished.
export async function finish(book, visit, goals) {
  let isFinished = false;
  await sheet(w("finish_title"), (close) => {
    const end = once(async () => {
      isFinished = true;
      await book.change(visit, (things) => [...stopAll(things), { kind: "visit.finish" }]);
      close();
    });
    return [
      h("ul", { class: "list", role: "list" }, goals.map((id) => goalLine(book, visit, id))),
      more(book, visit),
      clocksRun(book, visit),
      h("div", { class: "buttons fill" }, button(w("finish_now"), end, { look: "big", picture: "check", autofocus: true }), button(w("go_on"), close), button(w("recorded_so_far"), () => { close(); journal(book, visit); }, { look: "plain" })),
    ];
  });
  return isFinished;
}

function goalLine(book, visit, id) {
  const goal = book.days.goals[id];
  const tries = attemptsAt(book.seen(visit), id);
  return h("li", {}, h("b", { class: "main" }, goal.name), h("span", { class: "side" }, tries.slice(-10).map((one) => icon(beadOf(book.days, goal, one))), h("span", { class: "soft" }, w("tries", { n: tries.length }))));
}

function more(book, visit) {
  const seen = book.seen(visit);
  const of = (kind) => seen.filter((one) => one.kind === kind);
  const sum = of("activity").reduce((total, one) => total + minutes(one), 0);
  return h("p", { class: "soft" }, [w("n_responses", { n: of("response").length }), w("n_remarks", { n: of("remark").length }), w("n_activity_minutes", { n: number(sum, 0) })].join(" · "));
}

function clocksRun(book, visit) {
  const { timers } = book.things(visit);
  const names = Object.keys(timers).map((id) => book.days.goals[id]?.name);
  return names.length > 0 && h("p", { class: "notice warn" }, icon("timer"), h("span", {}, w("clocks_run", { names: names.join(", ") })));
}
