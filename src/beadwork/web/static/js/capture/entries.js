// What was recorded, sealed, each with its number. An entry leaves the device only after a receipt for it.

import { each, read, write } from "./database.js";
import { newId } from "./ids.js";
import { seal, unseal } from "./seal.js";

export const make = (body) => ({ id: newId(), ...body });

// Keeps entries under the next numbers, all or none; resolves when they are on the disk. `busy` is what goes with them:
// the visit's running things as they are after it, in the same transaction.
export async function keep(who, key, made, busy) {
  const boxes = await Promise.all(made.map((one) => seal(key, one, one.id)));
  const row = busy && { visit: busy.visit, who, box: await seal(key, busy.things, busy.visit) };
  return write(["devices", "entries", "running"], ({ devices, entries, running }) => {
    const numbered = [];
    devices.get(who).onsuccess = ({ target }) => {
      const device = target.result;
      made.forEach((one, place) => {
        device.seq += 1;
        numbered.push({ ...one, seq: device.seq });
        entries.add({ id: one.id, who, seq: device.seq, state: "waiting", box: boxes[place] });
      });
      devices.put(device);
    };
    if (row) running.put(row);
    return () => numbered;
  });
}

// Every entry of a person that is here, in the order of the numbers, with what became of it.
export async function load(who, key, after = 0) {
  const rows = await read("entries", (entries) => entries.index("who").getAll(who));
  const wanted = rows.filter((row) => row.seq > after).sort((one, other) => one.seq - other.seq);
  return Promise.all(wanted.map((row) => opened(row, key)));
}

async function opened(row, key) {
  const entry = { ...(await unseal(key, row.box, row.id)), seq: row.seq };
  return { entry, state: row.state, why: row.why ? await unseal(key, row.why, row.id) : null };
}

const AFTER = { stored: "sent", aside: "aside", conflict: "conflict", refused: "refused" };

// Writes down what the server said of each. A stored one stays as a copy until the days the server tells hold it.
export async function settle(receipts, key) {
  const told = await Promise.all(
    receipts
      .filter((receipt) => AFTER[receipt.state])
      .map(async (receipt) => ({ ...receipt, why: receipt.reason ? await seal(key, receipt.reason, receipt.id) : null })),
  );
  return write(["entries"], ({ entries }) => {
    for (const receipt of told) {
      entries.get(receipt.id).onsuccess = ({ target }) => {
        if (target.result) entries.put({ ...target.result, state: AFTER[receipt.state], why: receipt.why });
      };
    }
    return () => told;
  });
}

export function drop(ids) {
  return write(["entries"], ({ entries }) => { for (const id of ids) entries.delete(id); });
}

// A refused one is sent once more, as it is.
export function again(id) {
  return write(["entries"], ({ entries }) => {
    entries.get(id).onsuccess = ({ target }) => entries.put({ ...target.result, state: "waiting", why: null });
  });
}

// Copies of what the server has make room when the device is full.
export function dropCopies(who) {
  return write(["entries"], ({ entries }) => each(entries, who, (cursor) => { if (cursor.value.state === "sent") cursor.delete(); }));
}

export async function keepRunning(who, key, visit, things) {
  const box = await seal(key, things, visit);
  return write(["running"], ({ running }) => { running.put({ visit, who, box }); });
}

export async function loadRunning(who, key) {
  const rows = await read("running", (running) => running.index("who").getAll(who));
  return Object.fromEntries(await Promise.all(rows.map(async (row) => [row.visit, await unseal(key, row.box, row.visit)])));
}
