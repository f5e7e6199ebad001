// Sends what waits, one tab at a time, and keeps the days fresh. Says how it stands; the badge and the screens listen.
//
// state  idle | sending | offline | signed-out | somebody-else | unreadable | revoked

import { fetchDays, sendEnvelope } from "./api.js";
import { stamp } from "./clock.js";
import { Contact, stateOf, statusOf } from "./contact.js";

const MOST = 500;
const MOST_BYTES = 1_500_000;
const STALE = 20 * 60_000;
const SOON = 400;
const WAITS = [2_000, 5_000, 15_000, 30_000, 60_000];

export class Sender extends EventTarget {
  state = "idle";
  problem = null;
  ahead = 0;
  #book;
  #contact;
  #tries = 0;
  #timer;
  #freshAt = 0;
  #isClosed = false;

  constructor(book) {
    super();
    this.#book = book;
    this.#contact = new Contact(book.who, book.device);
    this.soon = () => this.#plan(SOON);
    this.now = () => { this.#tries = 0; this.#plan(0); };
    addEventListener("online", this.now);
    document.addEventListener("visibilitychange", this.seen);
  }

  seen = () => { if (!document.hidden) this.now(); };

  close() {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    removeEventListener("online", this.now);
    document.removeEventListener("visibilitychange", this.seen);
  }

  #plan(wait) {
    clearTimeout(this.#timer);
    if (!this.#isClosed) this.#timer = setTimeout(() => this.#alone(), wait);
  }

  #say(state, problem = null) {
    Object.assign(this, { state, problem });
    this.dispatchEvent(new Event("changed"));
  }

  #alone() {
    return navigator.locks.request("beadwork-capture-send", { ifAvailable: true }, (lock) => (lock ? this.#round() : this.#plan(WAITS[0])));
  }

  async #round() {
    try {
      await this.#contact.introduce();
      await this.#sendAll();
      await this.#refresh();
      this.#tries = 0;
      this.#say("idle");
      this.#plan(this.#book.toSend.length ? WAITS[1] : STALE);
    } catch (error) {
      await this.#stumble(error);
    }
  }

  get met() { return this.#contact.met; }

  async #sendAll() {
    const skipped = new Set();
    for (;;) {
      const [part, left] = this.#part(skipped);
      if (!part.length) return;
      this.#say("sending");
      const { device, who } = this.#book;
      const answer = await sendEnvelope({ device: device.id, who, sent_at: stamp(), left, entries: part });
      this.ahead = answer.ahead;
      for (const one of answer.receipts) if (!one.final) skipped.add(one.id);
      await this.#book.settle(answer.receipts);
      if (answer.wipe) return this.#say("revoked");
    }
  }

  #part(skipped) {
    const waiting = this.#book.toSend.filter((row) => !skipped.has(row.entry.id)).map((row) => row.entry);
    const part = [];
    let bytes = 0;
    for (const entry of waiting.slice(0, MOST)) {
      bytes += JSON.stringify(entry).length;
      if (part.length && bytes > MOST_BYTES) break;
      part.push(entry);
    }
    return [part, waiting.length - part.length];
  }

  // The days again, when they are old: now, soon, or after a visit.
  async #refresh() {
    if (this.#book.days && Date.now() - this.#freshAt < STALE) return;
    const sentBefore = this.#book.sent;
    const days = await fetchDays(this.#book.device, this.#book.days?.version);
    this.#freshAt = Date.now();
    if (days) await this.#book.keepDays(days, sentBefore);
  }

  // Ask for the days at the next contact.
  freshen() {
    this.#freshAt = 0;
    this.soon();
  }

  async #stumble(error) {
    const status = statusOf(error);
    const wait = WAITS[Math.min(this.#tries++, WAITS.length - 1)] * (0.75 + Math.random() / 2);
    if (status === 401) this.#contact.part();
    if (status === 404) await this.#contact.forgetDevice();
    if (error.revoked || status === 410) await this.#book.dropDays();
    this.#say(stateOf(error), error.problem ?? null);
    this.#plan(wait);
  }
}
