// The child's own voice: one picture a screen, no reading, no right answer. Three taps, or as few as the child likes.

import { h, icon, iconButton, once } from "./h.js";
import { face } from "./faces.js";
import { inWords, w } from "./words.js";

const ASKED = ["felt", "fun", "more"];

export function checkIn(book, visit, activity) {
  const dialog = h("dialog", { class: "check-in", "aria-label": w("childs_turn") });
  const place = h("ol", { class: "thread way", role: "list", "aria-hidden": "true" });
  const main = h("div", { class: "check-in-main" });
  const close = () => dialog.close();

  function ask(step) {
    place.replaceChildren(...ASKED.map((_, number) => h("li", { class: "thread-bead" }, icon(number < step ? "fill-4" : "fill-0"))));
    if (step === ASKED.length) return thank();
    const asked = ASKED[step];
    const about = asked === "felt" ? "" : activity;
    const choose = (slug) => once(() => {
      book.change(visit, () => [{ kind: "check_in", asked, answer: slug, ...(about ? { about: about.slice(0, 120) } : {}) }]);
      ask(step + 1);
    });
    const pads = book.days.check_in[asked].map((one) => h("button", { type: "button", class: `pad face face-${one.slug}`, onclick: choose(one.slug) }, face(asked, one.slug), h("b", {}, inWords(one.name))));
    main.replaceChildren(h("h2", { tabindex: "-1" }, w(`asked_${asked}`, { activity: about || w("this_visit") })), h("div", { class: `faces faces-${pads.length}` }, pads));
    main.querySelector("h2").focus({ preventScroll: true });
  }

  function thank() {
    main.replaceChildren(h("button", { type: "button", class: "pad face thanks", onclick: close }, face("more", "thanks"), h("b", {}, w("thank_you"))));
    main.querySelector("button").focus();
    setTimeout(() => dialog.open && close(), 2500);
  }

  dialog.append(h("header", {}, place, iconButton(w("close"), close, "close", { look: "plain" })), main);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  ask(0);
  dialog.showModal();
}
