// A sentence worth keeping.

import { h } from "./h.js";
import { sheet } from "./sheet.js";
import { w } from "./words.js";

export function remark(book, visit, goals) {
  return sheet(w("remark"), (close) => {
    const text = h("textarea", { name: "text", rows: "4", maxlength: "1000", required: true, "aria-label": w("remark"), autofocus: true });
    const about = h("select", { name: "goal", "aria-label": w("about") }, h("option", { value: "" }, w("whole_visit")), goals.map((id) => h("option", { value: id }, book.days.goals[id].name)));
    const family = h("input", { type: "checkbox", name: "family" });
    const keep = (event) => {
      event.preventDefault();
      const body = { kind: "remark", text: text.value.trim(), for_family: family.checked, ...(about.value ? { goal: about.value } : {}) };
      if (body.text) book.change(visit, () => [body]);
      close();
    };
    return h("form", { class: "stack", onsubmit: keep }, text, goals.length > 0 && h("label", { class: "stack tight" }, h("span", { class: "soft" }, w("about")), about), h("label", { class: "choice" }, family, h("span", {}, w("for_the_family"))), h("div", { class: "buttons" }, h("button", { type: "submit", class: "button" }, w("keep_remark"))));
  });
}
