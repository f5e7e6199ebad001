// What somebody types for a note, on this device first: an entry of the recording screen's own sealed store, sent in its
// envelopes (docs/sync.md), and gone from here once the server has it. docs/decisions says what sealing protects from.
//
// state  idle | sending | offline | signed-out | somebody-else | unreadable | revoked

import { sendEnvelope } from "./capture/api.js";
import { stamp } from "./capture/clock.js";
import { Contact, stateOf, statusOf } from "./capture/contact.js";
import * as entries from "./capture/entries.js";
import { keyOf, unlock } from "./capture/keys.js";
import { becomeCurrent, deviceOf, forget } from "./capture/people.js";

const KIND = "note.draft";
const MOST = 500;

export class Desk extends EventTarget {
  state = "idle";
  stored = new Set(); // drafts the server has since this page was opened
  reviewed = new Set(); // drafts that wait there for a therapist or director
  #key;
  #locked;
  #contact;
  #round;
  #again = false;
  #tabs = new BroadcastChannel("beadwork-capture");

  // Hers on this browser; a key is made where there was none.
  static async open(person, deviceName) {
    const desk = new Desk();
    desk.who = person.id;
    await becomeCurrent(person, deviceName);
    const { key, locked } = await keyOf(person.id);
    desk.#contact = new Contact(person.id, await deviceOf(person.id));
    desk.#key = key;
    desk.#locked = locked;
    return desk;
  }

  // Whether she has written or recorded here before.
  static async isKnown(who) {
    return Boolean(await deviceOf(who));
  }

  get isLocked() { return !this.#key; }

  async unlock(pin) {
    this.#key = await unlock(this.#locked, pin);
  }

  // Resolves to the draft's id once it is on the disk.
  async keep({ visit, part, text, base }) {
    const draft = entries.make({ at: stamp(), kind: KIND, visit, part, text, ...(base ? { base } : {}) });
    await entries.keep(this.who, this.#key, [draft], null);
    this.#tabs.postMessage({ who: this.who, what: "entries" });
    return draft.id;
  }

  // The drafts of a visit that are here only, in the order they were written.
  async waiting(visit) {
    const rows = await entries.load(this.who, this.#key);
    return rows.filter((row) => row.state === "waiting" && row.entry.kind === KIND && row.entry.visit === visit).map((row) => row.entry);
  }

  // Sends everything that waits, once at a time; resolves when nothing more can be sent now.
  send() {
    this.#again = true;
    this.#round ??= this.#rounds().finally(() => { this.#round = null; });
    return this.#round;
  }

  async #rounds() {
    while (this.#again) {
      this.#again = false;
      try {
        await navigator.locks.request("beadwork-capture-send", () => this.#sendAll());
      } catch (error) {
        if (statusOf(error) !== 404 || !this.#contact.device.registered) return this.#stumble(error);
        await this.#contact.forgetDevice();
        this.#again = true;
      }
    }
    if (this.state !== "revoked") this.#say("idle");
  }

  async #sendAll() {
    const rows = await entries.load(this.who, this.#key);
    const waiting = rows.filter((row) => row.state === "waiting").map((row) => row.entry);
    const drafts = new Set(rows.filter((row) => row.entry.kind === KIND).map((row) => row.entry.id));
    if (waiting.length) await this.#contact.introduce();
    let arrived = rows.filter((row) => row.state === "sent").map((row) => ({ id: row.entry.id, state: "stored" }));
    for (let from = 0; from < waiting.length; from += MOST) {
      this.#say("sending");
      const part = waiting.slice(from, from + MOST);
      const left = waiting.length - from - part.length;
      const answer = await sendEnvelope({ device: this.#contact.device.id, who: this.who, sent_at: stamp(), left, entries: part });
      await entries.settle(answer.receipts, this.#key);
      arrived = arrived.concat(answer.receipts);
      if (answer.wipe) {
        await forget(this.who, { withDevice: true });
        return this.#say("revoked");
      }
    }
    await this.#letGo(arrived.filter((one) => drafts.has(one.id)));
  }

  // What the server has leaves the device: it stands in the note, or waits there for review.
  async #letGo(receipts) {
    const stored = receipts.filter((one) => one.state === "stored").map((one) => one.id);
    const aside = receipts.filter((one) => one.state === "aside").map((one) => one.id);
    for (const id of stored) this.stored.add(id);
    for (const id of aside) this.reviewed.add(id);
    await entries.drop([...stored, ...aside]);
    this.#tabs.postMessage({ who: this.who, what: "receipts" });
  }

  #stumble(error) {
    if ([401, 409].includes(statusOf(error))) this.#contact.part();
    this.#say(stateOf(error));
  }

  #say(state) {
    this.state = state;
    this.dispatchEvent(new Event("changed"));
  }
}
