// The live visit: goals in the middle, how the child is at the thumb, everything else in the bar.

import { activityButton, running, slugOf } from "./activity.js";
import { badge } from "./badge.js";
import { checkIn } from "./check-in.js";
import { finish } from "./finish.js";
import { goalCard } from "./goal-card.js";
import { button, h, icon, iconButton, once } from "./h.js";
import { journal } from "./journal.js";
import { pager } from "./pager.js";
import { remark } from "./remark.js";
import { lastDone, withoutBegun } from "./seen.js";
import { sayBegun, sayEntry } from "./say.js";
import { said } from "./sheet.js";
import { lookOn } from "./second.js";
import { strip } from "./strip.js";
import { inWords, w } from "./words.js";

export function visitScreen(book, sender, id, go) {
  const visit = book.visit(id);
  const child = book.child(visit);
  book.look(id);
  const change = (act) => book.change(id, act);
  const does = { change, list: (goal) => journal(book, id, goal, () => pages.alone(goal)) };
  const cards = child.goals.filter((goal) => book.days.goals[goal]).map((goal) => goalCard(book, id, goal, does));
  const pages = pager(book.days, cards);
  const feelings = strip(book.days, {
    during: () => running(book, id)?.name ?? "",
    record: async (body) => (await change(() => [body])).at(-1)?.id,
    helps: () => child.helps,
    ask: () => checkIn(book, id, running(book, id)?.name ?? lastActivity(book, id)),
  });
  const now = activityButton(book, id);
  const undo = undoButton(book, id);
  const clock = h("span", { class: "visit-clock soft number" });
  const leave = async () => { if (await finish(book, id, child.goals)) { sender.freshen(); go("", id); } };

  const element = h("div", { class: "live-visit", "data-goals": String(cards.length) },
    h("header", { class: "visit-bar" },
      iconButton(w("to_the_days"), () => go(""), "back", { look: "plain" }),
      h("div", { class: "who" }, h("h1", {}, child.name), clock),
      h("div", { class: "bar-tools" }, now.element,
        iconButton(w("remark"), () => remark(book, id, child.goals), "note"),
        iconButton(w("second_observer"), () => lookOn(book, id, child.goals.filter((goal) => book.days.goals[goal])), "eye")),
      badge(book, sender).element, undo.element,
      button(w("finish"), leave, { look: "", picture: "flag", class: "button finish-visit" })),
    switcher(book, id, go),
    careList(child),
    cards.length ? pages.element : h("p", { class: "empty" }, w("no_goals_yet")),
    feelings.element);

  function tick() {
    const started = book.startOf(id);
    const minutes = started ? Math.max(0, Math.floor((Date.now() - Date.parse(started)) / 60_000)) : null;
    clock.textContent = minutes === null ? inWords(child.age) : w("n_minutes", { n: minutes });
    now.tick();
    for (const card of cards) card.tick();
  }
  function update() {
    if (!book.visit(id)) return go("");
    for (const card of cards) card.update();
    feelings.update(book.seen(id));
    undo.update();
    now.update();
    pages.update(book.seen(id));
    tick();
  }
  const ticking = setInterval(tick, 500);
  book.addEventListener("changed", update);
  update();
  return {
    element,
    title: child.name,
    keys: { u: undo.act, ...pages.keys },
    close() { clearInterval(ticking); book.removeEventListener("changed", update); pages.close(); },
  };
}

const lastActivity = (book, visit) => book.seen(visit).filter((one) => one.kind === "activity").at(-1)?.name ?? "";

// Always in sight.
function careList(child) {
  return child.care.length > 0 && h("ul", { class: "care-list", role: "list", "aria-label": w("take_care") },
    child.care.map((one) => h("li", { class: `chip warn care-${one.kind}` }, icon("warning"), h("span", { class: "sr" }, `${inWords(one.kind_words)}: `), one.text)));
}

// Children of the same hour: one tap from one to the other.
function switcher(book, id, go) {
  const together = book.days.visits.filter((one) => !book.isFinished(one.id) && overlaps(one, book.visit(id)));
  return together.length > 1 && h("nav", { class: "switcher", "aria-label": w("children_here") },
    together.map((one) => h("button", { type: "button", class: "tab", "aria-current": one.id === id ? "true" : null, onclick: () => go(one.id) }, icon("child"), book.child(one).name)));
}

function overlaps(one, other) {
  const start = (visit) => Date.parse(visit.planned_at);
  const end = (visit) => start(visit) + visit.minutes * 60_000;
  return start(one) < end(other) && start(other) < end(one);
}

// Takes back the last thing, whatever it was, again and again, to the beginning of the visit.
function undoButton(book, visit) {
  const act = once(async () => {
    const last = lastDone(book.seen(visit), book.things(visit));
    if (!last) return;
    said(w("taken_back_what", { what: says(last) }));
    await book.change(visit, (things) => {
      if (last.begun) Object.assign(things, withoutBegun(things, last.begun));
      else return takeBack(things, last.entry);
    });
  }, 200);
  const says = (last) => (last.entry ? sayEntry(book.days, last.entry) : sayBegun(book.days, last.begun));
  const element = button(w("undo"), act, { picture: "undo", class: "button quiet undo" });
  return {
    element, act,
    update() {
      const last = lastDone(book.seen(visit), book.things(visit));
      element.disabled = !last;
      element.title = last ? says(last) : "";
      element.setAttribute("aria-label", last ? `${w("undo")}: ${says(last)}` : w("undo"));
    },
  };
}

// An activity that was stopped goes on where it was.
function takeBack(things, entry) {
  if (entry.kind === "activity" && entry.from && !entry.supersedes) {
    things.turn += 1;
    things.activities.push({ id: entry.id, name: entry.name, ...slugOf(entry), from: entry.from, since: { wall: Date.parse(entry.from), page: 0, ticks: 0 }, after: -1, turn: things.turn });
  }
  return [{ kind: "take_back", entry: entry.id }];
}
