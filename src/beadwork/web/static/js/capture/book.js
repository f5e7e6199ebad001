// Everything one person holds on this device, in memory and beneath it on the disk. A change is told by a `changed` event
// after it is durable; what the disk refuses stays here and on the screen, and is tried again.

import { stamp } from "./clock.js";
import { deviceOf } from "./people.js";
import { dropDays, keepDays, loadDays } from "./days.js";
import * as entries from "./entries.js";
import { nothing, standing } from "./seen.js";

const RETRY = 4_000;
const FRESH_START = 15 * 60_000;

export class Book extends EventTarget {
  rows = new Map();
  days = null;
  running = {};
  unsaved = [];
  trouble = "";
  acting = 0;
  #line = Promise.resolve();
  #tabs = new BroadcastChannel("beadwork-capture");
  #openedAt = new Map();

  static async open(person, key) {
    const book = new Book();
    Object.assign(book, { who: person.id, name: person.name, language: person.language, theme: person.theme, key });
    book.device = await deviceOf(person.id);
    [book.days, book.running] = await Promise.all([loadDays(person.id, key), entries.loadRunning(person.id, key)]);
    for (const row of await entries.load(person.id, key)) book.rows.set(row.entry.id, row);
    book.#tabs.onmessage = ({ data }) => { if (data.who === book.who) book.reread(data.what); };
    return book;
  }

  close() {
    this.#tabs.close();
  }

  // ---- asked

  #in(...states) {
    return [...this.rows.values()].filter((row) => states.includes(row.state));
  }

  // What is on this device only.
  get waiting() { return this.#in("waiting", "refused", "unsaved").length; }
  get toSend() { return this.#in("waiting"); }
  get toReview() { return this.#in("aside", "conflict", "refused"); }

  entriesOf(visit) {
    const recorded = (this.visit(visit)?.recorded ?? []).filter((one) => !this.rows.has(one.id)).map((one) => ({ ...one, seq: 0 }));
    const own = [...this.rows.values()].map((row) => row.entry).filter((one) => one.visit === visit);
    return [...recorded, ...own.sort((one, other) => one.seq - other.seq)];
  }

  seen(visit) { return standing(this.entriesOf(visit)); }
  visit(id) { return this.days?.visits.find((one) => one.id === id); }
  child(visit) { return this.days.children[visit.child]; }
  things(visit) { return this.running[visit] ?? nothing(); }
  isUnsaved(id) { return this.rows.get(id)?.state === "unsaved"; }
  #has(visit, kind) { return this.entriesOf(visit).some((one) => one.kind === kind); }
  isStarted(visit) { return Boolean(this.visit(visit)?.started_at) || this.#has(visit, "visit.start"); }
  isFinished(visit) { return Boolean(this.visit(visit)?.finished_at) || this.#has(visit, "visit.finish"); }

  startOf(visit) {
    const started = this.entriesOf(visit).find((one) => one.kind === "visit.start");
    return started?.at ?? this.visit(visit)?.started_at ?? null;
  }

  get lastSeq() { return Math.max(0, ...[...this.rows.values()].map((row) => row.entry.seq)); }

  // ---- changed by the person

  // The visit is looked at: if something is recorded soon, it began now.
  look(visit) { if (!this.#openedAt.has(visit)) this.#openedAt.set(visit, new Date()); }

  // One act of the person in a visit: `act` gets what is running, may change it, and returns the entries' bodies (or none).
  // Acts are kept one after the other, in the order of the taps, each in one durable transaction. Resolves to the entries.
  change(visit, act) {
    const at = stamp();
    this.#keeping(1);
    this.#line = this.#line.then(() => this.#act(visit, act, at)).finally(() => this.#keeping(-1));
    return this.#line;
  }

  // From a tap to the disk nothing is called safe.
  #keeping(more) {
    this.acting += more;
    this.dispatchEvent(new Event("acting"));
  }

  async #act(visit, act, at) {
    const before = this.running[visit] ?? nothing();
    const things = structuredClone(before);
    const bodies = act(things) ?? [];
    const busy = JSON.stringify(things) === JSON.stringify(before) ? null : { visit, things };
    if (!bodies.length && !busy) return [];
    const made = [...this.#start(visit), ...bodies].map((body) => entries.make({ at, ...body, visit }));
    await this.#keep({ made, busy });
    return made.slice(made.length - bodies.length);
  }

  // The first act in a visit begins it: when it was opened, if that was not long ago.
  #start(visit) {
    if (this.isStarted(visit)) return [];
    const opened = this.#openedAt.get(visit);
    const isFresh = opened && Date.now() - opened < FRESH_START;
    return [{ kind: "visit.start", ...(isFresh ? { at: stamp(opened) } : {}) }];
  }

  async #keep(change) {
    if (this.unsaved.length) return this.#hold(change);
    try {
      await this.#write(change);
    } catch (error) {
      this.#hold(change, error);
    }
    this.#tell();
  }

  async #write({ made, busy }) {
    const numbered = made.length
      ? await this.#withRoom(() => entries.keep(this.who, this.key, made, busy))
      : (await this.#withRoom(() => entries.keepRunning(this.who, this.key, busy.visit, busy.things)), []);
    for (const entry of numbered) this.rows.set(entry.id, { entry, state: "waiting", why: null });
    if (busy) this.running[busy.visit] = busy.things;
    this.trouble = "";
    this.#tabs.postMessage({ who: this.who, what: "entries" });
  }

  // When the device is full, copies of what the server has make room, once.
  async #withRoom(act) {
    try {
      return await act();
    } catch (error) {
      if (error?.name !== "QuotaExceededError") throw error;
      await entries.dropCopies(this.who);
      return act();
    }
  }

  #hold(change, error) {
    if (error) this.trouble = error.name === "QuotaExceededError" ? "full" : "disk";
    this.unsaved.push(change);
    for (const entry of change.made) this.rows.set(entry.id, { entry: { ...entry, seq: this.lastSeq + 1 }, state: "unsaved", why: null });
    if (change.busy) this.running[change.busy.visit] = change.busy.things;
    clearTimeout(this.#again);
    this.#again = setTimeout(() => { this.#line = this.#line.then(() => this.#retry()); }, RETRY);
    this.#tell();
  }
  #again;

  async #retry() {
    const held = this.unsaved;
    this.unsaved = [];
    while (held.length) {
      try {
        await this.#write(held[0]);
        held.shift();
      } catch (error) {
        for (const change of held) this.#hold(change, error);
        return;
      }
    }
    this.#tell();
  }

  // ---- changed by the server

  async settle(receipts) {
    for (const { id, state, why } of await entries.settle(receipts, this.key)) {
      const row = this.rows.get(id);
      if (row) Object.assign(row, { state: state === "stored" ? "sent" : state, why: why && receipts.find((one) => one.id === id).reason });
    }
    this.#tabs.postMessage({ who: this.who, what: "receipts" });
    this.#tell();
  }

  // New days hold whatever was sent before they were asked for: those copies go.
  async keepDays(days, sentBefore) {
    await keepDays(this.who, this.key, days);
    await entries.drop(sentBefore);
    for (const id of sentBefore) this.rows.delete(id);
    this.days = days;
    this.#tabs.postMessage({ who: this.who, what: "days" });
    this.#tell();
  }

  // What a second observer saw is not told again by the days: its copies stay to the end of the visit.
  get sent() { return this.#in("sent").filter(({ entry }) => entry.kind !== "second" || this.isFinished(entry.visit)).map((row) => row.entry.id); }

  async dropDays() {
    await dropDays(this.who);
    this.days = null;
    this.#tell();
  }

  async putAway(id) {
    await entries.drop([id]);
    this.rows.delete(id);
    this.#tell();
  }

  async again(id) {
    await entries.again(id);
    Object.assign(this.rows.get(id), { state: "waiting", why: null });
    this.#tell();
  }

  // ---- changed by another tab

  async reread(what) {
    if (what === "days") this.days = await loadDays(this.who, this.key);
    const held = this.#in("unsaved");
    this.running = await entries.loadRunning(this.who, this.key);
    this.rows = new Map((await entries.load(this.who, this.key)).map((row) => [row.entry.id, row]));
    for (const row of held) if (!this.rows.has(row.entry.id)) this.rows.set(row.entry.id, row);
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new Event("changed"));
  }
}
