// The milestone check on a page: steps, questions, beads, the result. Nothing leaves the browser until "send" is pressed.
// What is answered stays in this tab (sessionStorage), so that changing the language or a reload loses nothing.

import { agesOf, ageWords, asked, dayOf, fill, letter, listFor, outcome } from "./check-rules.js";

const root = document.querySelector("[data-check]");
const data = JSON.parse(document.getElementById("check-data").textContent);
const key = `beadwork-check-${data.child?.key ?? ""}`;
const part = (name) => root.querySelector(`[data-part="${name}"]`);
const state = { answers: {}, step: "start", ...JSON.parse(sessionStorage.getItem(key) ?? "{}"), ...data.child };
const words = data.words;

function today() {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000;
}

const keep = () => sessionStorage.setItem(key, JSON.stringify(state));
const ages = () => agesOf(data.rule, dayOf(state.born), Number(state.early ?? 0), today());
const list = () => listFor(data, ages().counts.months);
const steps = () => asked(data, list(), state.answers);
const order = () => ["start", ...steps().map((step) => `list-${step.months}`), "last", "result"];

// --- going from step to step; the address holds its name only ---------------------------------------------------
function go(step) {
  state.step = step;
  keep();
  if (location.hash.slice(1) === step) show();
  else location.hash = step;
}

function next() {
  const all = order();
  go(all[all.indexOf(state.step) + 1] ?? "result");
}

function back() {
  const all = order();
  go(all[Math.max(0, all.indexOf(state.step) - 1)]);
}

function show() {
  const wanted = location.hash.slice(1) || "start";
  state.step = state.born && order().includes(wanted) ? wanted : "start";
  keep();
  const name = state.step.split("-")[0];
  for (const one of root.querySelectorAll("[data-part]")) one.hidden = one.dataset.part !== name;
  document.querySelector("[data-at-start]").hidden = name !== "start";
  ({ list: showList, last: showLast, result: showResult }[name] ?? (() => {}))();
  const heading = part(name).querySelector("h2");
  if (show.before) heading.focus();
  show.before = state.step;
  scrollTo(0, 0);
}

// --- the list ---------------------------------------------------------------------------------------------------
function agesTold(into) {
  const both = ages();
  into.textContent = fill(both.isCorrected ? words.bothAges : words.age, {
    age: ageWords(words, both.chronological), corrected: ageWords(words, both.corrected), name: state.name || words.child,
  });
}

function question(item) {
  const made = document.getElementById("question").content.cloneNode(true);
  const group = made.querySelector("[role=radiogroup]");
  made.querySelector("h4").textContent = item.name[data.language];
  made.querySelector("h4").id = group.dataset.of = item.slug;
  group.setAttribute("aria-labelledby", item.slug);
  made.querySelector("p").textContent = item.example?.[data.language] ?? "";
  for (const input of made.querySelectorAll("input")) {
    input.name = `answer-${item.slug}`;
    input.checked = state.answers[item.slug] === input.value;
  }
  return made;
}

function domainCard(domain, items) {
  const card = document.createElement("section");
  card.className = "card";
  const heading = document.createElement("h3");
  heading.textContent = domain.name[data.language];
  card.append(heading, ...items.map(question));
  return card;
}

function showList() {
  const step = steps().find((one) => `list-${one.months}` === state.step);
  const box = part("list");
  const isFirst = step.months === list().months;
  box.querySelector("h2").textContent = fill(isFirst ? words.list : words.earlier, { age: ageWords(words, { months: step.months }) });
  agesTold(box.querySelector("[data-ages]"));
  box.querySelector("[data-why-earlier]").hidden = isFirst;
  const domains = data.domains.map((domain) => [domain, step.items.filter((item) => item.domain === domain.slug)]);
  box.querySelector("[data-questions]").replaceChildren(...domains.filter(([, items]) => items.length).map((one) => domainCard(...one)));
  box.querySelector("[data-open]").hidden = true;
  string(step);
}

// One bead a question: full for yes, half for not sure, a ring for not yet, small while it is open.
function string(step) {
  const beads = step.items.map((item) => {
    const bead = document.createElement("i");
    bead.className = state.answers[item.slug] ?? "open";
    return bead;
  });
  part("list").querySelector("[data-string]").replaceChildren(...beads);
}

function answered(event) {
  const slug = event.target.closest("[data-of]")?.dataset.of;
  if (!slug) return;
  state.answers[slug] = event.target.value;
  keep();
  string(steps().find((one) => `list-${one.months}` === state.step));
}

function doneWithList(event) {
  event.preventDefault();
  const step = steps().find((one) => `list-${one.months}` === state.step);
  const open = step.items.filter((item) => !state.answers[item.slug]);
  const told = part("list").querySelector("[data-open]");
  if (!open.length || !told.hidden) return next();
  told.hidden = false;
  told.querySelector("span").textContent = words.open;
  root.querySelector(`[data-of="${open[0].slug}"] input`).focus();
}

// --- a skill that was lost, a worry -----------------------------------------------------------------------------
function showLast() {
  const form = part("last").querySelector("form");
  part("last").querySelector("[data-no-list]").hidden = Boolean(list());
  part("last").querySelector("[data-no-list]").textContent = list() ? "" : ages().counts.months < 12 ? words.tooYoung : words.tooOld;
  for (const name of ["lost", "worry"]) {
    for (const input of form.elements[name]) input.checked = state[name] === input.value;
    form.elements[`${name}Words`].value = state[`${name}Words`] ?? "";
  }
  follow(form);
}

function follow(form) {
  for (const name of ["lost", "worry"]) form.querySelector(`[data-if="${name}"]`).hidden = form.elements[name].value !== "yes";
}

function said(event) {
  const form = event.currentTarget;
  for (const name of ["lost", "worry", "lostWords", "worryWords"]) state[name] = form.elements[name].value;
  keep();
  follow(form);
}

// --- what it comes to -------------------------------------------------------------------------------------------
function showResult() {
  const box = part("result");
  const found = outcome(data, list(), state);
  for (const name of ["can", "notYet", "unsure"]) {
    const place = box.querySelector(`[data-found="${name}"]`);
    place.hidden = !found[name].length;
    place.querySelector("ul").replaceChildren(...found[name].map((item) => {
      const line = document.createElement("li");
      line.textContent = item.name[data.language];
      return line;
    }));
  }
  box.querySelector("[data-nothing]").hidden = found.can.length > 0;
  box.querySelector("[data-ask]").hidden = !found.askDoctor;
  box.querySelector("[data-fine]").hidden = found.askDoctor;
  agesTold(box.querySelector("[data-ages]"));
  write(box.querySelector("[name=letter-language]:checked").value);
}

function write(language) {
  const day = new Date().toLocaleDateString(language, { dateStyle: "long" });
  const text = letter(data.letters[language], language, day, ages(), outcome(data, list(), state), state);
  const place = part("result").querySelector("[data-letter]");
  place.textContent = text;
  place.lang = language;
  const form = document.querySelector("[data-send]");
  if (!form) return;
  form.elements.words.value = text;
  if (form.elements.born_on) form.elements.born_on.value = state.born;
  if (form.elements.child_name) form.elements.child_name.value = state.name ?? "";
}

async function copy(button) {
  await navigator.clipboard.writeText(part("result").querySelector("[data-letter]").textContent);
  button.querySelector("span").textContent = words.copied;
}

// --- from the start ---------------------------------------------------------------------------------------------
function begin(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const born = form.elements.born;
  const isReal = born.value && dayOf(born.value) <= today();
  born.setCustomValidity(isReal ? "" : words.bornLater);
  if (!form.reportValidity()) return;
  Object.assign(state, { born: born.value, early: 7 * Number(form.elements.weeks.value || 0), name: form.elements.name.value.trim() });
  next();
}

function startOver() {
  history.replaceState(null, "", location.pathname);
  sessionStorage.removeItem(key);
  location.reload();
}

const start = part("start").querySelector("form");
if (start.elements.born) {
  start.elements.born.value = state.born ?? "";
  start.elements.weeks.value = state.early ? state.early / 7 : "";
  start.elements.name.value = state.name ?? "";
  start.elements.born.addEventListener("input", () => start.elements.born.setCustomValidity(""));
  start.addEventListener("submit", begin);
} else {
  start.addEventListener("submit", (event) => { event.preventDefault(); next(); });
}
part("list").querySelector("form").addEventListener("submit", doneWithList);
part("list").addEventListener("change", answered);
part("last").querySelector("form").addEventListener("input", said);
part("last").querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); next(); });
part("result").addEventListener("change", (event) => { if (event.target.name === "letter-language") write(event.target.value); });
root.addEventListener("click", (event) => {
  const act = event.target.closest("[data-act]")?.dataset.act;
  if (act) ({ back, startOver, print: () => print(), copy: () => copy(event.target.closest("[data-act]")) })[act]();
});
addEventListener("hashchange", show);
root.hidden = false;
if (!location.hash && state.step !== "start") history.replaceState(null, "", `#${state.step}`);
show();
