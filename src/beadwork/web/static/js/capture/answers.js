// What came of a try, a pad or a small machine for each scale. Each is {element, update(things)}: what has begun and is not
// recorded yet (`things`) lies on the disk, so that a locked screen or a reload loses no second and no tick.

import { beginning, seconds, told } from "./clock.js";
import { h, icon, once } from "./h.js";
import { fillOf } from "./say.js";
import { inWords, number, w } from "./words.js";

function pad(words, act, { picture, more = "", small = null, ...given } = {}) {
  return h("button", { type: "button", class: `pad ${more}`, onclick: act, ...given }, picture && icon(picture), h("b", {}, words), small);
}

const still = () => {};
const within = (goal, value) => Math.min(goal.high ?? Infinity, Math.max(goal.low ?? 0, value));
const rounded = (value) => Math.round(value * 10) / 10;

function accuracy({ record }) {
  const yes = pad(w("got_it"), once(() => record({ success: true })), { picture: "check", more: "yes" });
  const no = pad(w("not_yet"), once(() => record({ success: false })), { picture: "not-yet", more: "no" });
  return { element: h("div", { class: "pads two" }, yes, no), update: still };
}

function support({ days, goal, record }) {
  const pads = days.ladders[goal.ladder].levels.map((level) =>
    pad(inWords(level.name), once(() => record({ support: level.id, value: level.rank })), { picture: fillOf(days, goal, level.id), more: "low" }));
  return { element: h("div", { class: "pads rungs-pads" }, pads), update: still };
}

function attainment({ goal, record }) {
  const sign = (value) => (value > 0 ? `+${value}` : String(value).replace("-", "−"));
  const pads = goal.points.toReversed().map((point) =>
    h("button", { type: "button", class: "pad low", onclick: once(() => record({ value: point.value })) }, h("b", { class: "level-number" }, sign(point.value)), h("span", {}, inWords(point.words))));
  return { element: h("div", { class: "pads levels" }, pads), update: still };
}

function steps({ id, goal, record, begin }) {
  const ticked = (things) => things.ticks[id]?.steps ?? [];
  const toggle = (value) => begin((things) => {
    const before = ticked(things);
    const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
    things.ticks[id] = { ...(things.ticks[id] ?? {}), steps: after };
  }, (things) => things.ticks[id]);
  const send = (choose) => once(() => record((things) => {
    const chosen = choose(ticked(things));
    delete things.ticks[id];
    return { steps: chosen.sort((one, other) => one - other) };
  }));
  const all = goal.points.map((point) => point.value);
  const boxes = goal.points.map((point) => h("button", { type: "button", class: "pad low", "aria-pressed": "false", onclick: () => toggle(point.value) }, h("b", { class: "step-number" }, String(point.value)), h("span", {}, inWords(point.words))));
  const words = h("b", {});
  const done = h("button", { type: "button", class: "pad yes slim", onclick: send((some) => (some.length ? some : all)) }, icon("check"), words);
  const none = pad(w("none_yet"), send(() => []), { picture: "not-yet", more: "no slim" });
  return {
    element: h("div", { class: "machine" }, h("div", { class: "pads steps-pads" }, boxes), h("div", { class: "pads two slim" }, done, none)),
    update(things) {
      const some = ticked(things);
      boxes.forEach((box, place) => box.setAttribute("aria-pressed", String(some.includes(all[place]))));
      words.textContent = some.length ? w("record_n_of", { n: some.length, all: all.length }) : w("all_n_steps", { n: all.length });
      none.hidden = some.length > 0;
    },
  };
}

function count({ id, goal, record, begin }) {
  const now = (things) => things.counts[id]?.n ?? 0;
  const add = (by) => begin((things) => { things.counts[id] = { ...(things.counts[id] ?? {}), n: within({ low: 0, high: goal.high }, now(things) + by) }; }, (things) => things.counts[id]);
  const shown = h("output", { class: "big-number" }, "0");
  const plus = h("button", { type: "button", class: "pad plus", onclick: () => add(1), "aria-label": w("one_more") }, h("span", { "aria-hidden": "true" }, "+"), shown, goal.unit && h("small", {}, goal.unit));
  const minus = pad("−", () => add(-1), { more: "minus slim", "aria-label": w("one_less") });
  const done = pad(w("record"), once(() => record((things) => { const value = within(goal, now(things)); delete things.counts[id]; return { value }; })), { picture: "check", more: "yes slim" });
  return {
    element: h("div", { class: "machine" }, plus, h("div", { class: "pads two slim" }, minus, done)),
    update(things) { shown.textContent = now(things); minus.disabled = now(things) === 0; },
  };
}

// One button: the first tap starts the clock and counts, each further one counts; “Done” tells how many a minute.
function rate({ id, goal, record, begin }) {
  const now = (things) => things.counts[id];
  const add = () => begin((things) => { things.counts[id] = { since: beginning(), ...(now(things)?.n ? now(things) : {}), n: (now(things)?.n ?? 0) + 1 }; }, (things) => things.counts[id]);
  const shown = h("output", { class: "big-number" }, "0");
  const clock = h("span", { class: "clock" });
  const plus = h("button", { type: "button", class: "pad plus", onclick: add, "aria-label": w("one_more") }, h("span", { "aria-hidden": "true" }, "+"), shown, clock);
  const done = pad(w("record"), once(() => record((things) => {
    const { n, since } = now(things);
    delete things.counts[id];
    return { value: within(goal, rounded((n * 60) / Math.max(1, seconds(since)))) };
  })), { picture: "check", more: "yes slim" });
  let running = null;
  return {
    element: h("div", { class: "machine" }, plus, h("div", { class: "pads slim" }, done)),
    update(things) {
      running = now(things)?.n ? now(things) : null;
      shown.textContent = running?.n ?? 0;
      done.disabled = !running;
      this.tick();
    },
    tick() { clock.textContent = running ? `${told(seconds(running.since))} · ${w("n_a_minute", { n: number((running.n * 60) / Math.max(1, seconds(running.since)), 0) })}` : w("tap_starts"); },
  };
}

// One tap starts, the next stops and records. Several may run at once.
function timer({ id, goal, record, begin }) {
  const isLatency = goal.scale === "latency";
  const words = h("b", {});
  const clock = h("span", { class: "big-number" });
  let running = null;
  const start = () => begin((things) => { things.timers[id] = { since: beginning() }; }, (things) => things.timers[id]);
  const stop = () => record((things) => {
    const value = within(goal, rounded(seconds(things.timers[id].since)));
    delete things.timers[id];
    return { value };
  });
  const main = h("button", { type: "button", class: "pad plus timer", onclick: once(() => (running ? stop() : start())) }, icon("timer"), words, clock);
  return {
    element: h("div", { class: "machine" }, main),
    update(things) {
      running = things.timers[id] ?? null;
      main.setAttribute("aria-pressed", String(Boolean(running)));
      const [before, during] = isLatency ? ["asked", "it_began"] : ["start", "stop"];
      words.textContent = w(running ? during : before);
      this.tick();
    },
    tick() { clock.textContent = running ? told(seconds(running.since)) : ""; clock.hidden = !running; },
  };
}

const MACHINES = { accuracy, support, attainment, steps, count, rate, duration: timer, latency: timer };

export function answer(context) {
  return (MACHINES[context.goal.scale] ?? count)(context);
}
