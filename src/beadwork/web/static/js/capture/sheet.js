// A sheet over the screen, and short words at its edge.

import { h, iconButton } from "./h.js";
import { w } from "./words.js";

// `fill(close)` gives what is in it. Resolves when it is closed.
export function sheet(title, fill, { look = "" } = {}) {
  const dialog = h("dialog", { class: `sheet ${look}`, "aria-label": title });
  const close = () => dialog.close();
  dialog.append(h("header", { class: "sheet-top" }, h("h2", {}, title), iconButton(w("close"), close, "close", { look: "plain" })), h("div", { class: "sheet-body" }, fill(close, dialog)));
  dialog.addEventListener("click", (event) => { if (event.target === dialog) close(); });
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((done) => dialog.addEventListener("close", () => { dialog.remove(); done(); }));
}

// A question with buttons: [[words, value, look], …]; resolves to the value, or null.
export function asks(title, text, choices) {
  let chosen = null;
  return sheet(title, (close) => [
    h("p", {}, text),
    h("div", { class: "buttons" }, choices.map(([words, value, look = "quiet"]) =>
      h("button", { type: "button", class: `button ${look}`, onclick: () => { chosen = value; close(); } }, words))),
  ]).then(() => chosen);
}

// For whoever does not see the screen.
export function said(text) {
  document.getElementById("said").textContent = text;
}
