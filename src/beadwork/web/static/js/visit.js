// The record screen: a tap is kept on this device first, sent in order, and shown as saved only when the server says so.
// Without this file every tap is a form of its own. What the server refuses is shown and never dropped silently.

import { clocks, counters, steps, timers } from "./visit-parts.js";

const page = document.querySelector("[data-visit]");
const words = page.dataset;
const shelf = `beadwork.visit.${words.visit}.${words.user}`;
const skew = Number(words.now) * 1000 - Date.now(); // the server's clock, not the device's
const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";

let stored = JSON.parse(words.trail ?? "[]"); // what the server has
let queue = load("queue"); // what it does not have yet
let aside = load("aside"); // what it refused
let sending = false;
let stopped = false;
let wait = 0;
let finishing = null;
let lastTap = { button: null, at: 0 };

function load(name) {
  return JSON.parse(localStorage.getItem(`${shelf}.${name}`) ?? "[]");
}

function keep() {
  for (const [name, list] of Object.entries({ queue, aside })) {
    if (list.length) localStorage.setItem(`${shelf}.${name}`, JSON.stringify(list));
    else localStorage.removeItem(`${shelf}.${name}`);
  }
}

// A UUIDv7: 48 bits of time, then chance, so that a retry names the same thing and later things sort later.
function newId(now = Date.now() + skew) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = Math.round(now).toString(16).padStart(12, "0");
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = time + [...bytes.slice(6)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

// What is on the screen: what the server has, and on top of it what waits.
function shown() {
  const lines = [...stored];
  for (const { body, mark } of queue) {
    if (body.kind === "undo") remove(lines, body.entry);
    else if (!lines.some((line) => line.id === body.id)) lines.push(mark);
  }
  return lines;
}

function remove(lines, id) {
  const at = lines.findIndex((line) => line.id === id);
  if (at >= 0) lines.splice(at, 1);
}

function draw() {
  const lines = shown();
  for (const spot of document.querySelectorAll("[data-key]")) {
    const mine = lines.filter((line) => line.key === spot.dataset.key);
    const count = spot.querySelector("[data-count]");
    count.textContent = mine.length;
    count.hidden = !mine.length;
    const dots = spot.querySelector("[data-dots]");
    if (dots) dots.replaceChildren(...mine.map((line) => icon(line.dot)));
  }
  const undo = document.querySelector("[data-entry=undo]");
  if (undo) undo.hidden = !lines.length;
  drawState();
}

function icon(name) {
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  picture.setAttribute("class", "icon");
  picture.appendChild(document.createElementNS(picture.namespaceURI, "use")).setAttribute("href", `${words.sprite}#${name}`);
  return picture;
}

function drawState() {
  const state = document.querySelector("[data-state]");
  if (!state) return;
  state.hidden = false;
  state.className = `chip ${queue.length ? "warn" : "good"}`;
  state.textContent = queue.length ? `${words.wordsWaiting} ${queue.length}` : words.wordsSaved;
}

// One notice of a kind at a time: words, and buttons as [label, act].
function say(kind, text, buttons = []) {
  const place = document.querySelector("[data-notices]");
  place.querySelector(`[data-kind="${kind}"]`)?.remove();
  if (!text) return;
  const notice = Object.assign(document.createElement("div"), { className: "notice warn" });
  notice.dataset.kind = kind;
  const inside = notice.appendChild(document.createElement("div"));
  inside.appendChild(document.createElement("p")).textContent = text;
  const row = inside.appendChild(Object.assign(document.createElement("div"), { className: "buttons" }));
  for (const [label, act] of buttons) {
    const button = row.appendChild(Object.assign(document.createElement("button"), { className: "button quiet", type: "button" }));
    button.textContent = label;
    button.addEventListener("click", act);
  }
  place.append(notice);
}

function take(form, submitter) {
  const body = Object.create(null);
  for (const [name, value] of new FormData(form, submitter)) {
    if (name === "csrfmiddlewaretoken") continue;
    if (name in body) body[name] = [body[name], value].flat();
    else body[name] = value;
  }
  body.id = newId();
  if (body.kind !== "undo") body.at = new Date(Date.now() + skew).toISOString();
  return body;
}

// Nobody tries twice in half a second: the second tap of a double click is the same tap.
function isSameTap(button) {
  const isSame = button === lastTap.button && performance.now() - lastTap.at < 400;
  lastTap = { button, at: performance.now() };
  return isSame;
}

function tapped(form, submitter) {
  if (isSameTap(submitter)) return;
  const body = take(form, submitter);
  if (body.kind === "undo") {
    const last = shown().at(-1);
    if (!last) return;
    Object.assign(body, { of: last.of, entry: last.id });
  }
  const key = submitter?.dataset.key ?? form.dataset.key;
  queue.push({ body, mark: { of: body.kind, id: body.id, key, dot: dotOf(form, submitter) } });
  keep();
  draw();
  clear(form);
  send();
}

function dotOf(form, submitter) {
  if (submitter?.value === "no") return "not-yet";
  const rung = submitter?.name === "support" ? submitter : form.querySelector("[name=support]:checked")?.closest("label");
  return rung?.querySelector("use")?.getAttribute("href").split("#")[1] ?? "fill-0";
}

// After a tap the ladder stays where it is; what was typed or ticked is cleared.
function clear(form) {
  for (const field of form.querySelectorAll("input[type=number], input:not([type]), textarea")) field.value = field.defaultValue = "";
  for (const box of form.querySelectorAll("[type=checkbox]")) box.checked = false;
  for (const part of form.querySelectorAll("[name=strength][value='2']")) part.checked = true;
  form.dispatchEvent(new Event("cleared", { bubbles: true }));
}

async function send() {
  if (sending || stopped || !queue.length) return settle();
  sending = true;
  const entry = queue[0];
  try {
    await answer(entry, await post(entry.body));
  } catch {
    wait = Math.min(30_000, wait * 2 || 2_000);
    setTimeout(send, wait);
    sending = false;
    return;
  }
  sending = false;
  send();
}

function post(body) {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(body)) for (const one of [value].flat()) form.append(name, one);
  const headers = { Accept: "application/json", "X-CSRFToken": token };
  return fetch(words.url, { method: "POST", body: form, headers, redirect: "error", signal: AbortSignal.timeout(20_000) });
}

async function answer(entry, response) {
  if (response.status === 401) return stop(words.wordsSignedOut, [[words.wordsSignIn, () => location.assign(words.signIn)]]);
  if (response.status === 403) return stop(words.wordsStale, [[words.wordsReload, () => location.reload()]]);
  if (response.status >= 500 || response.status === 429) throw new Error(String(response.status));
  queue.shift();
  if (response.ok) stored = (await response.json()).trail;
  else aside.push({ ...entry, problem: await why(response) });
  wait = 0;
  keep();
  draw();
  showAside();
}

async function why(response) {
  const said = response.headers.get("Content-Type")?.includes("json") ? (await response.json()).problem : null;
  return said ? `${said.what} ${said.todo}` : "";
}

function stop(text, buttons) {
  stopped = true;
  say("stopped", text, buttons);
}

function showAside() {
  const one = aside[0];
  say("aside", one && `${words.wordsSetAside} ${one.problem}`, one && [
    [words.wordsAgain, () => { aside.shift(); queue.push(one); keep(); draw(); showAside(); send(); }],
    [words.wordsPutAway, () => { aside.shift(); keep(); showAside(); }],
  ]);
}

function settle() {
  if (finishing && !queue.length) finishing.submit();
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches("[data-entry]")) {
    event.preventDefault();
    tapped(form, event.submitter);
  } else if (form.matches("[data-finish]") && queue.length) {
    event.preventDefault();
    finishing = form;
    say("finishing", words.wordsFinishing);
    send();
  }
});
addEventListener("online", () => { wait = 0; send(); });
addEventListener("beforeunload", (event) => { if (queue.length && !stopped && !finishing) event.preventDefault(); });

clocks(skew);
counters();
steps(words.wordsOf);
timers(words.wordsStart, words.wordsStop);
draw();
showAside();
send();
