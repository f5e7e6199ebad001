// Signing out: with everything sent the device forgets her days and her key; with something unsent it says so first.

import { forget } from "./people.js";
import { asks } from "./sheet.js";
import { w } from "./words.js";

export async function signOut(book, sender) {
  if (book.waiting) {
    const chosen = await asks(w("sign_out"), w("sign_out_unsent", { n: book.waiting }), [[w("send_first"), "send", ""], [w("sign_out_anyway"), "out", "danger"], [w("stay"), null]]);
    if (chosen === "send") return sender.now();
    if (chosen !== "out") return;
  }
  await leave(book.who, book.waiting > 0);
}

export async function leave(who, keepWaiting) {
  await forget(who, { keepWaiting });
  const token = document.cookie.split("; ").find((one) => one.startsWith("csrftoken="))?.slice(10) ?? "";
  const form = document.createElement("form");
  Object.assign(form, { method: "post", action: document.body.dataset.signOut });
  const field = Object.assign(document.createElement("input"), { type: "hidden", name: "csrfmiddlewaretoken", value: token });
  form.append(field);
  document.body.append(form);
  window.beadworkLeaves = true;
  form.submit();
}
