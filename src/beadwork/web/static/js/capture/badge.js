// The badge: where everything is. It says nothing that is not so.

import { button, h, icon } from "./h.js";
import { sayEntry } from "./say.js";
import { sheet } from "./sheet.js";
import { number, w } from "./words.js";

const QUIET = 4_000;

// [look, picture, words] of how it stands.
function standing(book, sender) {
  if (book.unsaved.length) return ["bad", "warning", w(book.trouble === "full" ? "device_full" : "device_trouble")];
  const n = book.waiting;
  if (!n && book.acting) return ["warn", "saved", w("keeping")];
  if (!n) return ["good", "saved", w("all_safe")];
  if (sender.state === "sending") return ["accent", "send", w("sending", { n })];
  return ["warn", "offline", w("on_device", { n })];
}

export function badge(book, sender) {
  const live = h("span", { class: "sr", role: "status", "aria-live": "polite" });
  const words = h("span", { class: "badge-words" });
  const short = h("span", { class: "badge-short", "aria-hidden": "true" });
  const review = h("span", { class: "count" });
  const element = h("button", { type: "button", class: "badge", onclick: () => open(book, sender) }, h("span", { class: "badge-icon" }), words, short, review);
  let timer;
  let heard = "";

  function update() {
    const [look, picture, text] = standing(book, sender);
    element.className = `badge ${look}`;
    element.dataset.waiting = book.waiting;
    element.querySelector(".badge-icon").replaceChildren(icon(picture));
    words.textContent = text;
    short.textContent = book.waiting || "";
    review.textContent = book.toReview.length;
    review.hidden = !book.toReview.length;
    review.setAttribute("aria-label", w("for_review", { n: book.toReview.length }));
    clearTimeout(timer);
    timer = setTimeout(() => { if (heard !== text) live.textContent = heard = text; }, QUIET);
  }
  book.addEventListener("changed", update);
  book.addEventListener("acting", update);
  sender.addEventListener("changed", update);
  update();
  return { element: h("div", { class: "badge-box" }, element, live) };
}

// What the badge stands for, in words, and what can be done.
function open(book, sender) {
  return sheet(w("where_is_it"), (close) => [
    h("p", { class: "answer" }, standing(book, sender)[2]),
    h("p", {}, explain(book, sender)),
    sender.problem && h("p", { class: "soft" }, `${sender.problem.what} ${sender.problem.todo}`),
    Math.abs(sender.ahead) > 0 && h("p", {}, w("clock_wrong", { n: number(Math.abs(sender.ahead) / 60, 0) })),
    h("div", { class: "buttons" },
      sender.state === "signed-out" || sender.state === "somebody-else" ? h("a", { class: "button", href: document.body.dataset.signIn }, w("sign_in")) : button(w("send_now"), () => { sender.now(); close(); }, { look: "", picture: "send" })),
    book.toReview.length > 0 && [h("h3", {}, w("for_review", { n: book.toReview.length })), h("ul", { class: "list", role: "list" }, book.toReview.map((row) => reviewRow(book, row)))],
  ]);
}

function explain(book, sender) {
  if (book.unsaved.length) return w("device_full_do");
  if (sender.state === "signed-out") return w("signed_out_kept");
  if (sender.state === "somebody-else") return w("somebody_else_kept", { name: book.name });
  if (sender.state === "unreadable") return w("unreadable_kept");
  return book.waiting ? w("waiting_kept") : w("all_safe_kept");
}

function reviewRow(book, { entry, state, why }) {
  const item = h("li", {}, h("span", { class: "main" }, h("b", {}, sayEntry(book.days, entry)), h("span", { class: "about" }, `${w(`state_${state}`)} ${why ?? ""}`)),
    h("span", { class: "side" },
      state === "refused" && button(w("send_again"), () => { book.again(entry.id); item.remove(); }),
      state !== "refused" && button(w("seen"), () => { book.putAway(entry.id); item.remove(); })));
  return item;
}
