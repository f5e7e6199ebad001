// The next days as the server told them, sealed.

import { read, write } from "./database.js";
import { seal, unseal } from "./seal.js";

export async function keepDays(who, key, days) {
  const box = await seal(key, days, `days ${who}`);
  return write(["days"], (stores) => { stores.days.put({ who, box }); });
}

export async function loadDays(who, key) {
  const row = await read("days", (rows) => rows.get(who));
  return row ? unseal(key, row.box, `days ${who}`) : null;
}

export function dropDays(who) {
  return write(["days"], ({ days }) => { days.delete(who); });
}
