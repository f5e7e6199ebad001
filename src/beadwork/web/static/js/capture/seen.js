// What stands of all that was recorded in a visit: entries minus those taken back or replaced.

const SEEN = new Set(["attempt", "response", "remark", "activity", "check_in", "second"]);

export function standing(entries) {
  const gone = new Set(entries.map((one) => (one.kind === "take_back" ? one.entry : one.supersedes)));
  return entries.filter((one) => SEEN.has(one.kind) && !gone.has(one.id));
}

export const attemptsAt = (seen, goal) => seen.filter((one) => one.kind === "attempt" && one.goal === goal);

// The last thing done that can be undone: an entry, or something that has only begun.
export function lastDone(seen, things) {
  const entry = seen.at(-1);
  const begun = begunIn(things).sort((one, other) => one.after - other.after || one.turn - other.turn).at(-1);
  if (begun && (!entry || begun.after >= (entry.seq ?? 0))) return { begun };
  return entry ? { entry } : null;
}

export function begunIn(things) {
  return [
    ...things.activities.map((one) => ({ what: "activity", ...one })),
    ...Object.entries(things.timers).map(([goal, one]) => ({ what: "timer", goal, ...one })),
    ...Object.entries(things.counts).filter(([, one]) => one.n > 0).map(([goal, one]) => ({ what: "count", goal, ...one })),
    ...Object.entries(things.ticks).filter(([, one]) => one.steps.length).map(([goal, one]) => ({ what: "tick", goal, ...one })),
  ];
}

export const nothing = () => ({ turn: 0, activities: [], timers: {}, counts: {}, ticks: {} });

// The things without the last of what had begun.
export function withoutBegun(things, { what, goal, id }) {
  const left = structuredClone(things);
  if (what === "activity") left.activities = left.activities.filter((one) => one.id !== id);
  if (what === "timer") delete left.timers[goal];
  if (what === "count") left.counts[goal].n -= 1;
  if (what === "tick") left.ticks[goal].steps.pop();
  return left;
}
