// An entry in words, for the undo button, the list of what was recorded, and the review.

import { inWords, number, w } from "./words.js";

export function levelOf(days, goal, id) {
  return days.ladders[goal.ladder]?.levels.find((level) => level.id === id);
}

// The icon of a rung: empty for the most help, full for none.
export function fillOf(days, goal, id) {
  const levels = days.ladders[goal.ladder]?.levels ?? [];
  const place = levels.findIndex((level) => level.id === id);
  return `fill-${Math.max(0, Math.round((place * 4) / Math.max(levels.length - 1, 1)))}`;
}

export const beadOf = (days, goal, entry) => (entry.success === false ? "not-yet" : fillOf(days, goal, entry.support));

// What came of a try, short: “Got it”, “4 of 6”, “12 s”.
export function result(goal, entry) {
  const value = entry.value;
  switch (goal.scale) {
    case "accuracy": return entry.success ? w("got_it") : w("not_yet");
    case "steps": return w("n_of_all", { n: entry.steps?.length ?? value ?? 0, all: goal.points.length });
    case "duration": case "latency": return w("n_seconds", { n: number(value) });
    case "rate": return w("n_a_minute", { n: number(value) });
    case "attainment": return inWords(goal.points.find((point) => point.value === value)?.words) || String(value);
    case "support": return "";
    default: return goal.unit ? `${number(value)} ${goal.unit}` : number(value);
  }
}

// The same for a bead that has room for a number only.
export function brief(goal, entry) {
  if (goal.scale === "accuracy" || goal.scale === "support") return "";
  if (goal.scale === "steps") return String(entry.steps?.length ?? entry.value ?? 0);
  return number(entry.value);
}

export function sayEntry(days, entry) {
  const goal = entry.goal && days.goals[entry.goal];
  const about = goal ? `${goal.name}: ` : "";
  switch (entry.kind) {
    case "attempt": case "second": {
      if (!goal) return w("a_try");
      const help = inWords(levelOf(days, goal, entry.support)?.name);
      return about + [result(goal, entry), help].filter(Boolean).join(", ");
    }
    case "response": return [responseName(days, entry.response), w(`strength_${entry.strength}`)].join(", ");
    case "remark": return `${w("remark")}: ${entry.text}`;
    case "activity": return entry.name;
    case "check_in": return `${w("childs_answer")}: ${answerName(days, entry)}`;
    case "visit.start": return w("visit_begun");
    case "visit.finish": return w("visit_finished");
    case "take_back": return w("taken_back");
    default: return w("an_entry");
  }
}

export function sayBegun(days, begun) {
  const goal = begun.goal && days.goals[begun.goal]?.name;
  return goal ? `${goal}: ${w(`begun_${begun.what}`)}` : `${begun.name}: ${w("begun_activity")}`;
}

export const responseName = (days, slug) => inWords(days.responses.find((one) => one.slug === slug)?.name) || slug;
export const answerName = (days, entry) => inWords(days.check_in[entry.asked]?.find((one) => one.slug === entry.answer)?.name) || entry.answer;
