// The milestone check's rules, without a page: ages, the right list, what is asked, what it comes to. Nothing is sent from here.
// `data` is what the page carries: rule, lists [{months, items: [{slug, domain, name, example}]}], domains, words.

const DAY = 86_400_000;

// A day as a whole number, from "2026-09-14".
export function dayOf(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return Date.UTC(year, month - 1, day) / DAY;
}

// Whole months and days between two day numbers, as the calendar counts them. Before birth it is zero.
export function ageBetween(born, on) {
  if (on < born) return { months: 0, totalDays: 0 };
  const [from, to] = [new Date(born * DAY), new Date(on * DAY)];
  const early = to.getUTCDate() < from.getUTCDate();
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth() - (early ? 1 : 0);
  return { months, totalDays: on - born };
}

// Both ages, and the one that counts: from the due date for a child born early enough and young enough.
export function agesOf(rule, born, early, on) {
  const chronological = ageBetween(born, on);
  const isCorrected = rule.termDays - early < rule.correctBornBeforeDays && on - born < rule.correctUntilDays;
  const corrected = ageBetween(born + early, on);
  return { chronological, corrected, isCorrected, counts: isCorrected ? corrected : chronological };
}

// The oldest list not above the age; none before the first one, and none for a child too old for all of them.
export function listFor(data, months) {
  if (months >= data.rule.untilMonths) return undefined;
  return data.lists.filter((list) => list.months <= months).at(-1);
}

// What is to be asked so far: the list for the age, then, for each domain where something is not yet or not sure,
// the list before it, and so on, until everything of that domain is there or the lists end.
export function asked(data, list, answers) {
  if (!list) return [];
  const steps = [list];
  for (const earlier of data.lists.filter((one) => one.months < list.months).reverse()) {
    const open = new Set(steps.at(-1).items.filter((item) => ["no", "unsure"].includes(answers[item.slug])).map((item) => item.domain));
    const items = earlier.items.filter((item) => open.has(item.domain));
    if (!items.length) break;
    steps.push({ months: earlier.months, items });
  }
  return steps;
}

// What it comes to. Never a number: what the child can do, what is not there yet, and whether to ask a doctor.
export function outcome(data, list, state) {
  const items = asked(data, list, state.answers).flatMap((step) => step.items);
  const with_ = (answer) => items.filter((item) => state.answers[item.slug] === answer);
  const [can, notYet, unsure] = ["yes", "no", "unsure"].map(with_);
  return { can, notYet, unsure, askDoctor: Boolean(notYet.length || state.lost === "yes" || state.worry === "yes") };
}

// A text with {things} put in.
export function fill(text, things) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => things[name] ?? whole);
}

// An age in words: weeks for the youngest, months, then years and months.
export function ageWords(words, { months, totalDays }) {
  const count = (number, [one, many]) => fill(number === 1 ? one : many, { n: number });
  if (!months) return count(Math.floor(totalDays / 7), words.weeks);
  if (months < 24) return count(months, words.months);
  const [years, rest] = [count(Math.floor(months / 12), words.years), months % 12];
  return rest ? fill(words.and, { a: years, b: count(rest, words.months) }) : years;
}

// Words to bring to a doctor, or to send: what the child can do comes first. `words` is in the letter's language.
export function letter(words, language, day, ages, found, state) {
  const lines = (items) => items.map((item) => `– ${item.name[language]}`).join("\n");
  const about = { name: state.name || words.child, age: ageWords(words, ages.chronological), corrected: ageWords(words, ages.corrected) };
  return [
    day,
    fill(ages.isCorrected ? words.openingCorrected : words.opening, about),
    found.can.length && `${words.can}\n${lines(found.can)}`,
    found.notYet.length && `${words.notYet}\n${lines(found.notYet)}`,
    found.unsure.length && `${words.unsure}\n${lines(found.unsure)}`,
    state.lost === "yes" && `${words.lost} ${state.lostWords ?? ""}`.trim(),
    state.worry === "yes" && `${words.worry} ${state.worryWords ?? ""}`.trim(),
    found.askDoctor && words.please,
  ].filter(Boolean).join("\n\n");
}
