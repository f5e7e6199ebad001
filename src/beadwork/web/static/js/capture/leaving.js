// What a sign-out on any page has to know of the recording screen.

import { read } from "./database.js";
import { currentPerson, forget } from "./people.js";

// How many entries of the person who uses this browser are here only.
export async function leftBehind() {
  const person = await currentPerson();
  if (!person) return 0;
  const rows = await read("entries", (entries) => entries.index("who").getAll(person.id));
  return rows.filter((row) => row.state === "waiting" || row.state === "refused").length;
}

export async function forgetCurrent(keepWaiting) {
  const person = await currentPerson();
  if (person) await forget(person.id, { keepWaiting });
}
