// The recording screen begins: who was here, her key, her days; then the network, if there is one.

import { hello, Said } from "./api.js";
import { Book } from "./book.js";
import { daysScreen } from "./days-screen.js";
import { button, h, icon } from "./h.js";
import { keyOf } from "./keys.js";
import { becomeCurrent, currentPerson, forget } from "./people.js";
import { lockScreen } from "./pin.js";
import { Sender } from "./sender.js";
import { visitScreen } from "./visit-screen.js";
import { speak, w } from "./words.js";

const root = document.getElementById("app");
const notices = h("div", { class: "stack tight app-notices", "aria-live": "polite" });
let book = null;
let sender = null;
let screen = null;
let installing = null;

const app = { go, notices, restart: () => location.reload(), canInstall: () => Boolean(installing), install: () => installing?.prompt() };

function go(visit, finished = "") {
  if (finished) sayFinished(finished);
  if (location.hash.slice(1) === visit) return show();
  location.hash = visit;
}

function show() {
  screen?.close();
  const id = location.hash.slice(1);
  const isOpen = book.visit(id) && !book.isFinished(id);
  screen = isOpen ? visitScreen(book, sender, id, go) : daysScreen(book, sender, app);
  document.title = `${screen.title} · Beadwork`;
  root.replaceChildren(screen.element);
}

// One notice of a kind at a time: words, and buttons as [label, act].
function notice(kind, look, text, buttons = []) {
  notices.querySelector(`[data-kind="${kind}"]`)?.remove();
  if (text) notices.append(h("div", { class: `notice ${look}`, "data-kind": kind }, icon(look === "good" ? "check" : "info"), h("div", {}, h("p", {}, text), buttons.length > 0 && h("div", { class: "buttons" }, buttons.map(([label, act, look]) => button(label, act, { look }))))));
}

// The note is written from what the server has: the way to it opens when everything is there.
function sayFinished(visit) {
  let isOpen = null;
  const say = () => {
    if (isOpen === (isOpen = !book.waiting)) return;
    notice("finished", "good", w("visit_finished_kept"), isOpen ? [[w("to_the_note"), () => location.assign(`/visits/${visit}/note`), "big"]] : []);
    if (isOpen) book.removeEventListener("changed", say);
  };
  book.addEventListener("changed", say);
  say();
}

function plain(title, text, ...more) {
  root.replaceChildren(h("section", { class: "card door" }, h("h1", {}, title), h("p", {}, text), ...more));
}

// Her own look where she chose one; else that of the device.
function dress(theme) {
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

const signIn = () => h("a", { class: "button big", href: document.body.dataset.signIn }, w("sign_in"));

async function start() {
  speak(navigator.language.slice(0, 2));
  const person = await currentPerson();
  if (person) return openFor(person);
  return meet();
}

// Nobody was here: the network says who it is.
async function meet() {
  plain(w("one_moment"), w("days_come"));
  try {
    const { who } = await hello();
    speak(who.language);
    await becomeCurrent(who, deviceName());
    await openFor({ ...who });
  } catch (error) {
    if (error instanceof Said && error.status === 401) plain(w("sign_in_first"), w("sign_in_first_why"), signIn());
    else plain(w("need_network"), w("need_network_why"), button(w("try_again"), meet, { look: "big" }));
  }
}

async function openFor(person) {
  speak(person.language);
  dress(person.theme);
  const { key, locked } = await keyOf(person.id);
  if (locked) return root.replaceChildren(lockScreen(person, locked, (opened) => begin(person, opened)));
  return begin(person, key);
}

async function begin(person, key) {
  book = await Book.open(person, key);
  sender = new Sender(book);
  book.addEventListener("changed", sender.soon);
  sender.addEventListener("changed", heard);
  addEventListener("hashchange", show);
  if (!book.days) book.addEventListener("changed", firstDays);
  show();
  root.dataset.ready = String(Math.round(performance.now()));
  sender.now();
  navigator.storage?.persist?.();
}

// The first days are there. Heard before the screen that waits for them, which goes without drawing them.
function firstDays() {
  if (!book.days) return;
  book.removeEventListener("changed", firstDays);
  show();
}

// Something was heard from the server that changes who may see what.
async function heard() {
  const who = sender.met;
  if (who && who.id !== book.who) return change(who);
  if (who && ["language", "name", "theme"].some((one) => who[one] !== book[one])) await becomeCurrent(who, deviceName());
  if (who) dress(who.theme);
  if (sender.state === "signed-out") notice("door", "warn", w("signed_out_kept"), [[w("sign_in"), () => location.assign(document.body.dataset.signIn)]]);
  else if (sender.state === "revoked" && !book.waiting) return forgotten();
  else notice("door", "warn", "");
}

// Somebody else is signed in now: her own days, and what the other recorded stays sealed.
async function change(who) {
  sender.close();
  await becomeCurrent(who, deviceName());
  location.hash = "";
  location.reload();
}

async function forgotten() {
  sender.close();
  await forget(book.who, { withDevice: true });
  plain(w("device_ended"), w("device_ended_why"));
}

function deviceName() {
  const kind = /iPad|Tablet|Android(?!.*Mobile)/.test(navigator.userAgent) ? "tablet" : /iPhone|Mobile/.test(navigator.userAgent) ? "phone" : "computer";
  return w(`device_${kind}`);
}

async function keepShell() {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.register(document.body.dataset.worker);
  const offer = () => registration.waiting && navigator.serviceWorker.controller && notice("version", "", w("new_version"), [[w("take_it"), () => registration.waiting.postMessage("take over")]]);
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));
  let had = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.addEventListener("controllerchange", () => { if (had) location.reload(); had = true; });
  offer();
}

const isTyping = (element) => element.matches?.("input:not([type=radio], [type=checkbox]), textarea, select");
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector("dialog[open]")) return;
  if (event.target.matches?.("[type=radio]") && event.key.startsWith("Arrow")) return;
  const act = screen?.keys[event.key];
  if (act) act(event);
});
addEventListener("beforeunload", (event) => { if ((book?.waiting || book?.acting) && !window.beadworkLeaves) event.preventDefault(); });
addEventListener("beforeinstallprompt", (event) => { event.preventDefault(); installing = event; });

await start();
addEventListener("load", keepShell, { once: true });
if (document.readyState === "complete") keepShell();
