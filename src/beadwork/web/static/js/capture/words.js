// The words of the screen, in the language of whoever uses it. The shell carries both.

const all = JSON.parse(document.getElementById("words").textContent);
let language = "en";

export function speak(wanted) {
  language = wanted in all ? wanted : "en";
  document.documentElement.lang = language;
}

export const speaks = () => language;

// A word by its name; {n} and the like are filled in. With a number, `name_one` is the singular where there is one.
export function w(name, values = {}) {
  const text = (values.n === 1 && all[language][`${name}_one`]) || all[language][name];
  if (text === undefined) throw new Error(`no word “${name}”`);
  return text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
}

// What the server says in both languages: {en, es}
export const inWords = (both) => both?.[language] || both?.en || both?.es || "";

export const number = (value, digits = 1) => new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
export const hour = (when, zone) => new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit", timeZone: zone }).format(new Date(when));
export const dayName = (day) => new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format(new Date(`${day}T12:00:00Z`));
