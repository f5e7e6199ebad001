// How the child is: tap what, tap how strong, and it is kept. Then, if one wants, what helped. The strip changes in place,
// so nothing covers the goals.

import { button, h, icon, iconButton, once } from "./h.js";
import { inWords, w } from "./words.js";

const PICTURES = {
  joy: "joy", pride: "star", calm: "calm", focus: "eye", stress: "activity", fear: "sad", frustration: "upset",
  confusion: "question", "sore-muscles": "hand", "lack-of-interest": "unsure", avoidance: "exit",
};
const LEAVES = 12_000;

// `does`: during() → the activity in progress, record(body) → its entry's id, helps() → what is known to help this child,
// ask() the child herself.
export function strip(days, does) {
  const element = h("section", { class: "strip-box", "aria-label": w("how_is_the_child") });
  let back;
  let counts = {};

  function show(...children) {
    clearTimeout(back);
    element.replaceChildren(...children);
  }

  function what(focus = "") {
    const pads = days.responses.map((one) => {
      const count = h("span", { class: "count" }, String(counts[one.slug] ?? ""));
      count.hidden = !counts[one.slug];
      return h("button", { type: "button", class: `pad ${one.mood === "good" ? "joy" : ""}`, title: inWords(one.looks), "data-response": one.slug, onclick: () => strength(one) },
        icon(PICTURES[one.slug] ?? "joy"), h("span", {}, inWords(one.name)), count);
    });
    const voice = h("button", { type: "button", class: "pad voice", onclick: () => does.ask() }, icon("child"), h("span", {}, w("childs_turn")));
    show(h("div", { class: "strip" }, pads, voice));
    if (focus) element.querySelector(`[data-response="${focus}"]`)?.focus();
  }

  function strength(response) {
    const pads = [1, 2, 3].map((number) =>
      h("button", { type: "button", class: `pad strong-${number} ${response.mood === "good" ? "joy" : ""}`, onclick: once(() => keep(response, number)) }, icon(PICTURES[response.slug] ?? "joy"), h("b", {}, w(`strength_${number}`))));
    show(h("div", { class: "strip-step" }, iconButton(w("back"), () => what(response.slug), "back", { look: "plain" }),
      h("p", { class: "strip-said" }, h("b", {}, inWords(response.name)), h("small", {}, inWords(response.looks))), h("div", { class: "strip three" }, pads)));
    element.querySelector(".three .strong-2").focus({ preventScroll: true });
  }

  async function keep(response, number) {
    const during = does.during();
    const body = { kind: "response", response: response.slug, strength: number, ...(during ? { during: during.slice(0, 120) } : {}) };
    const id = await does.record(body);
    helped(response, body, id);
  }

  function helped(response, body, id) {
    const known = [...does.helps(), ...response.now.map(inWords)].slice(0, 6);
    const choose = (text) => async () => { await does.record({ ...body, helped: text.slice(0, 200), supersedes: id }); what(response.slug); };
    const chips = known.map((text) => h("button", { type: "button", class: "pad helped", onclick: once(choose(text)) }, text));
    const close = button(w("nothing_more"), () => what(response.slug), { look: "plain" });
    show(h("div", { class: "strip-step" }, h("p", { class: "strip-said", role: "status" }, h("b", {}, icon("check"), `${inWords(response.name)}, ${w(`strength_${body.strength}`)}`), h("small", {}, w("what_helped"))),
      h("div", { class: "helped-row", tabindex: "0", role: "group", "aria-label": w("what_helped") }, chips), close));
    back = setTimeout(() => { if (!element.contains(document.activeElement) || document.activeElement === document.body) what(); }, LEAVES);
  }

  what();
  return {
    element,
    update(seen) {
      counts = {};
      for (const one of seen) if (one.kind === "response") counts[one.response] = (counts[one.response] ?? 0) + 1;
      for (const pad of element.querySelectorAll("[data-response]")) {
        const number = counts[pad.dataset.response];
        Object.assign(pad.querySelector(".count"), { textContent: number ?? "", hidden: !number });
      }
    },
  };
}
