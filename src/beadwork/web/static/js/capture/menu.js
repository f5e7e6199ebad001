// The menu of the day list: sign out, a PIN for this tablet, the way to the other pages.

import { button, h, icon, iconButton } from "./h.js";
import { choosePin } from "./pin.js";
import { sheet } from "./sheet.js";
import { signOut } from "./sign-out.js";
import { w } from "./words.js";

export function menu(book, sender, app) {
  return iconButton(w("menu"), () => sheet(w("menu"), (close) => [
    h("p", { class: "soft" }, book.name),
    h("div", { class: "choices" },
      h("a", { class: "button quiet", href: document.body.dataset.today }, icon("today"), h("span", {}, w("to_today"))),
      app.canInstall() && button(w("install"), () => { app.install(); close(); }, { picture: "download" }),
      button(w("pin_choose"), () => { close(); choosePin(book, sender, app); }, { picture: "lock" }),
      button(w("sign_out"), () => { close(); signOut(book, sender); }, { picture: "exit" })),
    h("p", { class: "soft small" }, w("days_kept")),
  ]), "settings", { look: "plain" });
}
