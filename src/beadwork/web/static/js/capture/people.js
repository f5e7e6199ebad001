// Who uses this browser, and what it is called for her on the server.

import { each, read, write } from "./database.js";
import { newId } from "./ids.js";

export async function currentPerson() {
  const people = await read("people", (rows) => rows.getAll());
  return people.find((person) => person.current) ?? null;
}

// From now on this person's: the device is hers, with an id and a counter of its own, which no sign-out resets.
export function becomeCurrent({ id, name, language, theme }, deviceName) {
  return write(["people", "devices"], ({ people, devices }) => {
    people.openCursor().onsuccess = ({ target }) => {
      const cursor = target.result;
      if (cursor) {
        if (cursor.value.id !== id && cursor.value.current) cursor.update({ ...cursor.value, current: false });
        cursor.continue();
      } else people.put({ id, name, language, theme, current: true });
    };
    devices.get(id).onsuccess = ({ target }) => {
      if (!target.result) devices.put({ who: id, id: newId(), name: deviceName, seq: 0, registered: false });
    };
  });
}

export function deviceOf(who) {
  return read("devices", (devices) => devices.get(who));
}

export function markRegistered(who, registered) {
  return write(["devices"], ({ devices }) => {
    devices.get(who).onsuccess = ({ target }) => devices.put({ ...target.result, registered });
  });
}

// How many of her entries are on this device only.
export async function leftBehind(who) {
  const rows = await read("entries", (entries) => entries.index("who").getAll(who));
  return rows.filter((row) => row.state === "waiting" || row.state === "refused").length;
}

// Signed out with everything sent: key, days, copies and what was running go; the device's name and counter stay.
// With entries that wait, these and their key stay, sealed, until she signs in again.
export function forget(who, { withDevice = false, keepWaiting = false } = {}) {
  return write(["people", "devices", "keys", "days", "entries", "running"], (stores) => {
    if (withDevice) stores.people.delete(who);
    else stores.people.get(who).onsuccess = ({ target }) => {
      if (target.result) stores.people.put({ ...target.result, current: false });
    };
    stores.days.delete(who);
    each(stores.running, who, (cursor) => cursor.delete());
    each(stores.entries, who, (cursor) => { if (!keepWaiting || cursor.value.state === "sent") cursor.delete(); });
    if (keepWaiting) return;
    stores.keys.delete(who);
    if (withDevice) stores.devices.delete(who);
  });
}
