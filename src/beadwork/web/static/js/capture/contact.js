// Who is signed in and which device this is: told to the server once. What its refusals mean.

import { hello, register, Said } from "./api.js";
import { markRegistered } from "./people.js";

const SAYS = { 400: "unreadable", 401: "signed-out", 409: "somebody-else", 410: "revoked" };

export const statusOf = (error) => (error instanceof Said ? error.status : 0);
export const stateOf = (error) => SAYS[statusOf(error)] ?? "offline";

export class Contact {
  #met;

  constructor(who, device) {
    Object.assign(this, { who, device });
  }

  get met() { return this.#met?.who ?? null; }

  // Once a page: who is signed in. Once a device: its name.
  async introduce() {
    this.#met ??= await hello();
    if (this.#met.who.id !== this.who) throw new Said(409, null);
    if (this.device.registered) return;
    await register(this.device);
    await this.#remember(true);
  }

  // Ask again who is signed in.
  part() {
    this.#met = undefined;
  }

  // The server does not know this device (any more): name it again.
  forgetDevice() {
    return this.#remember(false);
  }

  async #remember(registered) {
    await markRegistered(this.who, registered);
    this.device.registered = registered;
  }
}
