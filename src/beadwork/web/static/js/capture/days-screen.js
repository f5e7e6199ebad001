// The next days: whose visit is when, what to take care of, one tap to recording.

import { badge } from "./badge.js";
import { button, h, icon } from "./h.js";
import { menu } from "./menu.js";
import { dayName, hour, inWords, w } from "./words.js";

export function daysScreen(book, sender, app) {
  const list = h("div", { class: "day-list" });
  const element = h("div", { class: "days-page" },
    h("header", { class: "visit-bar" }, h("div", { class: "who" }, h("h1", {}, w("today")), h("span", { class: "soft" }, book.name)), badge(book, sender).element, menu(book, sender, app)),
    app.notices, list);

  function update() {
    list.replaceChildren(...(book.days ? days(book, app.go) : [h("p", { class: "empty" }, w(navigator.onLine ? "days_come" : "days_need_network"))]));
  }
  book.addEventListener("changed", update);
  update();
  return { element, title: w("today"), keys: {}, close: () => book.removeEventListener("changed", update) };
}

function days(book, go) {
  const { visits, today } = book.days;
  const open = visits.filter((one) => one.day < today && !book.isFinished(one.id));
  const byDay = Map.groupBy(visits.filter((one) => one.day >= today), (one) => one.day);
  const parts = open.length ? [part(book, go, w("still_open"), open)] : [];
  if (!byDay.has(today)) parts.push(h("p", { class: "empty" }, w("no_visits_today")));
  for (const [day, some] of byDay) parts.push(part(book, go, day === today ? dayName(day) : dayName(day), some));
  return parts;
}

function part(book, go, title, visits) {
  const next = visits.find((one) => !book.isFinished(one.id));
  return h("section", { class: "day" }, h("h2", {}, title), visits.map((visit) => card(book, go, visit, visit === next)));
}

function card(book, go, visit, isNext) {
  const child = book.child(visit);
  const isFinished = book.isFinished(visit.id);
  const goals = child.goals.map((id) => book.days.goals[id]?.name).filter(Boolean);
  const isToday = visit.day <= book.days.today;
  return h("article", { class: `card day-visit ${isNext && isToday ? "lead" : ""}` },
    h("p", { class: "day-time" }, h("b", { class: "number" }, hour(visit.planned_at)), h("span", { class: "soft" }, `${w("n_minutes", { n: visit.minutes })} · ${inWords(visit.place_words)}`)),
    h("div", { class: "day-child" },
      h("h3", {}, child.name, " ", h("span", { class: "soft" }, inWords(child.age))),
      child.care.length > 0 && h("ul", { class: "care-list", role: "list" }, child.care.map((one) => h("li", { class: "chip warn" }, icon("warning"), one.text))),
      h("p", { class: "soft" }, goals.join(" · ") || w("no_goals_yet"))),
    isFinished
      ? h("p", { class: "chip good" }, icon("check"), w("finished"))
      : button(w(book.isStarted(visit.id) ? "go_on_recording" : "record_visit"), () => go(visit.id), { look: isNext && isToday ? "big" : "big quiet", picture: book.isStarted(visit.id) ? "next" : "play", "aria-label": `${w(book.isStarted(visit.id) ? "go_on_recording" : "record_visit")}: ${child.name}` }));
}
