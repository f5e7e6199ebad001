// Ctrl-K / ⌘K: jump to a child or a page. `?`: the keys that help. Without this file every page is still reachable by links.
// The address in <body data-jump-url> answers JSON: {"places": [{"label", "url", "about"}]}, only what this person may see.

const url = document.body.dataset.jumpUrl;
const palette = document.querySelector("[data-palette]");
const shortcuts = document.querySelector("[data-shortcuts]");

const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function matches(place, wanted) {
  const words = plain(`${place.label} ${place.about ?? ""}`);
  return wanted.every((part) => words.includes(part));
}

function option(place, number) {
  const item = document.createElement("li");
  item.id = `place-${number}`;
  item.role = "option";
  item.dataset.url = place.url;
  item.textContent = place.label;
  const about = document.createElement("small");
  about.textContent = place.about ?? "";
  item.append(about);
  return item;
}

function setUp() {
  const input = palette.querySelector("input");
  const list = palette.querySelector("ul");
  const status = palette.querySelector("[role=status]");
  let places;

  async function open() {
    if (palette.open) return;
    palette.showModal();
    input.select();
    try {
      places ??= await fetchPlaces();
      show();
    } catch {
      status.textContent = status.dataset.lost;
    }
  }

  async function fetchPlaces() {
    const answer = await fetch(url, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(answer.statusText);
    return (await answer.json()).places;
  }

  function show() {
    const wanted = plain(input.value).split(/\s+/).filter(Boolean);
    const found = (places ?? []).filter((place) => matches(place, wanted)).slice(0, 12);
    list.replaceChildren(...found.map(option));
    status.textContent = found.length ? "" : status.dataset.none;
    choose(list.firstElementChild);
  }

  const chosen = () => list.querySelector("[aria-selected=true]");

  function choose(item) {
    chosen()?.setAttribute("aria-selected", "false");
    item?.setAttribute("aria-selected", "true");
    item?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", item?.id ?? "");
  }

  const go = (item) => item && location.assign(item.dataset.url);
  const keys = {
    ArrowDown: () => choose(chosen()?.nextElementSibling ?? list.firstElementChild),
    ArrowUp: () => choose(chosen()?.previousElementSibling ?? list.lastElementChild),
    Enter: () => go(chosen()),
  };

  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    if (!(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });
  list.addEventListener("click", (event) => go(event.target.closest("[role=option]")));
  palette.addEventListener("click", (event) => event.target === palette && palette.close());
  for (const button of document.querySelectorAll("[data-jump-open]")) {
    button.hidden = false;
    button.addEventListener("click", open);
  }
  return open;
}

const open = url && palette ? setUp() : undefined;
const isTyping = (element) => element.matches?.("input, textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  if (open && event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    open();
  } else if (shortcuts && event.key === "?" && !isTyping(event.target) && !document.querySelector("dialog[open]")) {
    shortcuts.showModal();
  }
});

// A menu closes when one goes elsewhere, as menus do.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
