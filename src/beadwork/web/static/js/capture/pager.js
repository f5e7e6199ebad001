// Goals side by side where there is room, one after the other where there is not: by swipe, by tab, by key. More than six
// stand six to a screen, and one button turns to the others.

import { h, icon, iconButton } from "./h.js";
import { attemptsAt } from "./seen.js";
import { w } from "./words.js";

const ROOMY = matchMedia("(min-width: 44rem) and (min-height: 34rem)");

const SIX = 6;

export function pager(days, cards) {
  const row = h("div", { class: "goal-row" }, cards.map((card) => card.element));
  const tabs = cards.map((card, place) => h("button", { type: "button", class: "tab", onclick: () => show(place) }, h("span", {}, days.goals[card.id].name), h("span", { class: "count", hidden: true })));
  const all = iconButton(w("all_goals"), () => apart(false), "fill-1", { look: "quiet" });
  const nav = h("nav", { class: "goal-tabs", "aria-label": w("goals") }, all, h("div", { class: "tab-row" }, tabs));
  const isMany = cards.length > SIX;
  const turn = isMany && turner(row, cards.length);
  const element = h("div", { class: `goal-pages ${isMany ? "many" : ""}`, "data-view": "all" }, nav, row, turn);
  let isAlone = false;
  let current = 0;

  function arrange() {
    element.dataset.view = isAlone || !ROOMY.matches ? "one" : "all";
    all.hidden = !ROOMY.matches || !isAlone;
    if (element.dataset.view === "one") requestAnimationFrame(() => jump(current, "instant"));
  }

  function apart(wanted) {
    isAlone = wanted;
    arrange();
  }

  function jump(place, behavior) {
    row.scrollTo({ left: cards[place].element.offsetLeft - row.offsetLeft, behavior });
    mark(place);
  }

  function mark(place) {
    current = place;
    tabs.forEach((tab, number) => (number === place ? tab.setAttribute("aria-current", "true") : tab.removeAttribute("aria-current")));
    tabs[place]?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  function show(place) {
    if (place < 0 || place >= cards.length) return;
    jump(place, "smooth");
    cards[place].element.focus({ preventScroll: true });
  }

  const seen = new IntersectionObserver((changes) => {
    if (element.dataset.view !== "one") return;
    for (const change of changes) if (change.intersectionRatio > 0.6) mark(cards.findIndex((card) => card.element === change.target));
  }, { root: row, threshold: [0.61] });
  for (const card of cards) seen.observe(card.element);
  ROOMY.addEventListener("change", arrange);
  arrange();

  const keys = { ArrowRight: () => show(current + 1), ArrowLeft: () => show(current - 1) };
  cards.forEach((_, place) => { keys[String(place + 1)] = () => show(place); });
  return {
    element,
    keys: { ...keys, Escape: () => isAlone && apart(false) },
    alone(goal) { current = cards.findIndex((card) => card.id === goal); apart(!isAlone); },
    update(entries) {
      cards.forEach((card, place) => {
        const count = attemptsAt(entries, card.id).length;
        Object.assign(tabs[place].querySelector(".count"), { textContent: count, hidden: !count });
      });
    },
    close() { seen.disconnect(); ROOMY.removeEventListener("change", arrange); },
  };
}

// Says how many goals are on the other side, and turns there.
function turner(row, many) {
  const words = h("span", {});
  const picture = h("span", {}, icon("next"));
  const isAtEnd = () => row.scrollLeft > 4;
  const turn = () => row.scrollTo({ left: isAtEnd() ? 0 : row.scrollWidth, behavior: "smooth" });
  const element = h("button", { type: "button", class: "pad turn-goals", onclick: turn }, picture, words);
  const tell = () => {
    element.classList.toggle("is-back", isAtEnd());
    words.textContent = w(isAtEnd() ? "goals_before" : "goals_more", { n: isAtEnd() ? SIX : many - SIX });
  };
  row.addEventListener("scroll", tell, { passive: true });
  tell();
  return element;
}
