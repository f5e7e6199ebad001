// What we do: an activity runs until the next one starts or it is stopped; its minutes count by themselves.

import { beginning, seconds, stamp, told } from "./clock.js";
import { button, h, icon, iconButton, once } from "./h.js";
import { newId } from "./ids.js";
import { number, w } from "./words.js";
import { sheet } from "./sheet.js";

// Which activity of the library it is; nothing for one in own words.
export const slugOf = (one) => (one.slug ? { slug: one.slug } : {});
const ended = (one) => ({ kind: "activity", name: one.name, ...slugOf(one), from: one.from, to: stamp() });

// Takes what runs out of the things, and gives their entries.
export function stopAll(things) {
  const bodies = things.activities.map(ended);
  things.activities = [];
  return bodies;
}

export function start(book, visit, name, slug = "") {
  return book.change(visit, (things) => {
    const bodies = stopAll(things);
    things.turn += 1;
    things.activities.push({ id: newId(), name: name.slice(0, 120), ...slugOf({ slug }), from: stamp(), since: beginning(), after: book.lastSeq + bodies.length, turn: things.turn });
    return bodies;
  });
}

export const running = (book, visit) => book.things(visit).activities.at(-1) ?? null;

export function minutes(entry) {
  return entry.minutes ?? Math.max(1, Math.round((Date.parse(entry.to) - Date.parse(entry.from)) / 60_000));
}

// The button in the bar: what runs now and for how long.
export function activityButton(book, visit) {
  const words = h("span", { class: "now-name" });
  const clock = h("span", { class: "clock" });
  const element = h("button", { type: "button", class: "button quiet now", onclick: () => activities(book, visit) }, icon("play-together"), words, clock);
  function tick() {
    const now = running(book, visit);
    element.classList.toggle("runs", Boolean(now));
    words.textContent = now ? now.name : w("what_we_do");
    clock.textContent = now ? told(seconds(now.since)) : "";
  }
  tick();
  return { element, update: tick, tick };
}

// Planned beside off-plan; done ones with their minutes to correct.
export function activities(book, visit) {
  const child = book.child(book.visit(visit));
  const known = [...(book.visit(visit).activities ?? []), ...child.choosable ?? [], ...child.last?.activities ?? []];
  const slug = (name) => known.find((one) => one.name === name)?.slug;
  const planned = [...(book.visit(visit).activities ?? []), ...child.choosable ?? []].map((one) => one.name ?? one);
  const before = (child.last?.activities ?? []).map((one) => one.name).filter((name) => !planned.includes(name));
  return sheet(w("what_we_do"), (close) => {
    const choose = (name) => once(() => { start(book, visit, name, slug(name)); close(); });
    const now = running(book, visit);
    const list = (title, names) => names.length > 0 && [h("h3", {}, title), h("div", { class: "choices" }, [...new Set(names)].map((name) => button(name, choose(name), { picture: "play" })))];
    return [
      now && h("div", { class: "row apart runs-now" }, h("b", {}, now.name), button(w("stop"), once(() => { book.change(visit, stopAll); close(); }), { picture: "flag" })),
      list(w("planned"), planned),
      list(w("like_last_time"), before),
      h("h3", {}, w("something_else")),
      otherName(choose),
      doneList(book, visit),
    ];
  });
}

function otherName(choose) {
  const input = h("input", { name: "activity", maxlength: "120", "aria-label": w("activity_name"), placeholder: w("activity_name"), autocomplete: "off" });
  const go = (event) => { event.preventDefault(); choose(input.value.trim() || w("off_plan"))(); };
  return h("form", { class: "row together", onsubmit: go }, input, h("button", { type: "submit", class: "button" }, icon("play"), h("span", {}, w("start"))));
}

function doneList(book, visit) {
  const done = book.seen(visit).filter((one) => one.kind === "activity");
  return done.length > 0 && [h("h3", {}, w("done_so_far")), h("ul", { class: "list", role: "list" }, done.map((one) => doneRow(book, visit, one)))];
}

function doneRow(book, visit, entry) {
  let now = entry;
  const shown = h("b", { class: "number" });
  const tell = () => { shown.textContent = w("n_minutes", { n: number(minutes(now), 0) }); };
  const by = (step) => async () => {
    const wanted = Math.min(240, Math.max(1, minutes(now) + step));
    const [made] = await book.change(visit, () => [{ kind: "activity", name: now.name, ...slugOf(now), minutes: wanted, supersedes: now.id }]);
    now = made;
    tell();
  };
  tell();
  return h("li", {}, h("span", { class: "main" }, entry.name), h("span", { class: "side" }, iconButton(w("one_less"), by(-1), "minus"), shown, iconButton(w("one_more"), by(1), "plus")));
}
