// A note is kept at every pause in typing: on the device first, then on the server. Without this file a button keeps it.
// Every draft names the one it was written on; signing says which drafts came from this page (see `sign_note`).

import { Desk } from "./note-desk.js";

const PAUSE = 600;
const LONGEST = 4_000; // somebody who does not pause
const WAITS = [2_000, 5_000, 15_000, 30_000];

const room = document.querySelector("[data-note]");
const lines = [...document.querySelectorAll("form[data-line]")].map((form) => ({ form, words: form.elements.text, kept: form.elements.text.value, timer: 0, since: 0 }));
const lineOf = new Map(lines.map((line) => [line.form, line]));
const mine = new Set();
let desk = null;
let opening = null;
let queue = Promise.resolve();
let tries = 0;
let retry = 0;

const person = () => ({ id: room.dataset.who, name: room.dataset.name, language: room.dataset.language });

// The desk once it can be written on; null where it cannot: a PIN is missing, or this browser keeps nothing.
async function open() {
  opening ??= Desk.open(person(), room.dataset.device).catch(() => null);
  desk = await opening;
  if (desk?.isLocked) askForPin();
  return desk && !desk.isLocked ? desk : null;
}

// ---- a line

function typed(line) {
  clearTimeout(line.timer);
  line.since ||= Date.now();
  line.timer = setTimeout(() => keep(line), Math.min(PAUSE, Math.max(0, line.since + LONGEST - Date.now())));
}

// One after the other, so that each draft is written on the one before. Resolves to whether it is on the device.
function keep(line) {
  clearTimeout(line.timer);
  line.since = 0;
  queue = queue.then(() => keepNow(line)).catch(() => false);
  return queue;
}

async function keepNow(line) {
  const text = line.words.value;
  if (text === line.kept) return true;
  const place = await open();
  if (!place) return false;
  const id = await place.keep({ visit: room.dataset.note, part: line.form.elements.key.value, text: text.trim(), base: line.form.elements.base.value });
  Object.assign(line, { kept: text });
  line.form.elements.base.value = id;
  mine.add(id);
  say(line);
  if (line.words.value === text) line.form.dispatchEvent(new Event("kept", { bubbles: true }));
  place.send().then(after);
  return true;
}

// Everything typed is on the device, and sent as far as it goes. Resolves to whether the server has it all.
async function settle() {
  const kept = await Promise.all(lines.map(keep));
  if (!desk || desk.isLocked) return kept.every(Boolean);
  await desk.send();
  after();
  return kept.every(Boolean) && desk.state === "idle" && (await desk.waiting(room.dataset.note)).length === 0;
}

function say(line) {
  const said = line.form.querySelector("[data-said]");
  const id = line.form.elements.base.value;
  if (!mine.has(id)) return;
  if (desk.stored.has(id)) return said.replaceChildren(room.dataset.safe);
  if (desk.reviewed.has(id)) return said.replaceChildren(room.dataset.review);
  said.replaceChildren(room.dataset.here);
}

function after() {
  for (const line of lines) say(line);
  const door = document.querySelector("[data-door]");
  const words = room.dataset[{ "signed-out": "signedOut", "somebody-else": "somebodyElse", revoked: "revoked" }[desk.state]];
  door.hidden = !words;
  if (words) door.querySelector("[data-words]").textContent = words;
  clearTimeout(retry);
  if (desk.state === "idle") tries = 0;
  else retry = setTimeout(() => desk.send().then(after), WAITS[Math.min(tries++, WAITS.length - 1)]);
}

// ---- what was left here before: a browser that was killed, a sign-in that ran out

async function recover() {
  const place = await open();
  if (!place) return;
  const left = await place.waiting(room.dataset.note);
  await place.send();
  if (left.some((draft) => place.stored.has(draft.id)) && lines.every((line) => line.words.value === line.kept)) return location.reload();
  for (const draft of await place.waiting(room.dataset.note)) putBack(draft);
  after();
}

function putBack(draft) {
  const line = lines.find(({ form }) => form.elements.key.value === draft.part);
  if (!line || line.words.value !== line.kept) return;
  line.words.value = line.kept = draft.text;
  line.form.elements.base.value = draft.id;
  mine.add(draft.id);
  line.form.closest("details").open = true;
}

function askForPin() {
  const form = document.querySelector("form[data-pin]");
  if (!form?.hidden) return;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const wrong = form.querySelector("[role=alert]");
    try {
      await desk.unlock(form.elements.pin.value);
    } catch { return wrong.replaceChildren(form.dataset.wrong); }
    form.hidden = true;
    await recover();
    lines.forEach(keep);
  });
}

// ---- what is pressed

async function finish({ form, words }) {
  if (!(await settle())) return;
  if (form.elements.settle) return form.submit();
  history.replaceState(null, "", `#${form.elements.key.value}`);
  location.reload();
}

async function sign(form, button) {
  if (!(await settle())) return form.querySelector("[data-wait]").replaceChildren(room.dataset.wait);
  form.elements.mine.value = [...mine].join(" ");
  form.dataset.ready = "yes";
  form.requestSubmit(button);
}

// A phrase of hers goes to the end of what stands there, where she can go on with it.
function take(form, phrase) {
  const { words } = lineOf.get(form.closest("[data-place]").querySelector("form[data-line]"));
  words.value = [words.value.trim(), phrase].filter(Boolean).join(" ");
  words.dispatchEvent(new Event("input", { bubbles: true }));
  words.focus();
  form.hidden = true;
}

document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  const isMine = form.matches("form[data-line], form[data-phrase], form.sign") && !form.dataset.ready;
  if (!isMine || !desk || desk.isLocked) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (form.matches(".sign")) return sign(form, submitter);
  if (form.matches("[data-phrase]")) return take(form, form.dataset.phrase);
  return finish(lineOf.get(form));
}, { capture: true });

// A link to what is lacking leads into its open place.
function openPlace() {
  const place = document.getElementById(location.hash.slice(1))?.querySelector("details");
  if (!place) return;
  place.open = true;
  place.querySelector("textarea")?.focus();
}

addEventListener("hashchange", openPlace);

for (const line of lines) {
  line.words.addEventListener("input", () => typed(line));
  line.words.addEventListener("focus", open, { once: true });
}
document.addEventListener("visibilitychange", () => { if (document.hidden) lines.forEach(keep); else desk?.send().then(after); });
addEventListener("pagehide", () => lines.forEach(keep));
addEventListener("online", () => desk?.send().then(after));
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

if (await Desk.isKnown(person().id).catch(() => false)) recover();
