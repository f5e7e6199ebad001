// A PIN for this tablet: without it nothing here can be read. Chosen when everything is sent, so that nothing is sealed twice.

import { h, once } from "./h.js";
import { lockedKey, unlock } from "./keys.js";
import { write } from "./database.js";
import { each } from "./database.js";
import { asks, sheet } from "./sheet.js";
import { w } from "./words.js";

const LEAST = 6;
const field = (name, label) => h("input", { type: "password", name, inputmode: "numeric", autocomplete: "off", minlength: String(LEAST), required: true, "aria-label": label, placeholder: label });

export async function choosePin(book, sender, app) {
  if (book.waiting || sender.state !== "idle") return asks(w("pin_choose"), w("pin_when_sent"), [[w("close"), null]]);
  return sheet(w("pin_choose"), (close) => {
    const [first, second] = [field("pin", w("pin")), field("again", w("pin_again"))];
    const wrong = h("p", { role: "alert" });
    const keep = async (event) => {
      event.preventDefault();
      if (first.value !== second.value) return wrong.replaceChildren(w("pin_differ"));
      await lock(book.who, first.value);
      close();
      app.restart();
    };
    return h("form", { class: "stack", onsubmit: once(keep) }, h("p", {}, w("pin_why")), first, second, wrong, h("div", { class: "buttons" }, h("button", { type: "submit", class: "button" }, w("pin_keep"))));
  });
}

// A new key; what the old one sealed is on the server and comes again.
async function lock(who, pin) {
  const { row } = await lockedKey(who, pin);
  await write(["keys", "days", "entries", "running"], ({ keys, days, entries, running }) => {
    keys.put(row);
    days.delete(who);
    each(entries, who, (cursor) => cursor.delete());
    each(running, who, (cursor) => cursor.delete());
  });
}

// The closed door. Calls `open(key)`.
export function lockScreen(person, row, open) {
  const pin = field("pin", w("pin"));
  const wrong = h("p", { role: "alert", class: "soft" });
  const attempt = async (event) => {
    event.preventDefault();
    try {
      open(await unlock(row, pin.value));
    } catch (error) {
      if (error.name !== "OperationError") throw error;
      pin.value = "";
      wrong.textContent = w("pin_wrong");
    }
  };
  return h("form", { class: "card door", onsubmit: attempt }, h("h1", {}, person.name), h("p", {}, w("pin_ask")), pin, wrong, h("button", { type: "submit", class: "button big" }, w("pin_open")));
}
