// Elements without a library: h("button", { class: "pad", onclick: act }, icon("check"), "Got it").

export function h(name, given = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(given)) set(element, key, value);
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function set(element, key, value) {
  if (value === false || value === null || value === undefined) return;
  if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
  else if (value === true) element.setAttribute(key, "");
  else element.setAttribute(key, value);
}

const SVG = "http://www.w3.org/2000/svg";

export function icon(name, more = "") {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("class", `icon ${more}`.trim());
  picture.setAttribute("aria-hidden", "true");
  picture.appendChild(document.createElementNS(SVG, "use")).setAttribute("href", `${document.body.dataset.sprite}#${name}`);
  return picture;
}

export function button(words, act, { look = "quiet", picture = null, ...given } = {}) {
  return h("button", { type: "button", class: `button ${look}`, onclick: act, ...given }, picture && icon(picture), h("span", {}, words));
}

// A button with a picture only; its words are heard, and shown by the browser on hover.
export function iconButton(words, act, picture, { look = "quiet", ...given } = {}) {
  return h("button", { type: "button", class: `button square ${look}`, "aria-label": words, title: words, onclick: act, ...given }, icon(picture));
}

// The same tap twice within half a breath, with nothing tapped between, is one tap.
let last = { act: null, at: 0 };

export function once(act, wait = 400) {
  return (event) => {
    const isSame = last.act === act && performance.now() - last.at < wait;
    last = { act, at: performance.now() };
    return isSame ? undefined : act(event);
  };
}
