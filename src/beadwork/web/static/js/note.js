// A line of the note is kept at every pause in typing, so that nothing waits for a button.
// Without this file the button does it. Each pause is a draft with an id of its own, written on the one before.

const PAUSE = 1500;

for (const form of document.querySelectorAll("form[data-line]")) watch(form);

function watch(form) {
  let timer = 0;
  const words = form.elements.text;
  const say = teller(form);
  words.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => keep(form, words, say), PAUSE);
  });
  form.addEventListener("submit", () => clearTimeout(timer));
}

function teller(form) {
  const said = document.createElement("span");
  said.className = "soft small";
  said.setAttribute("role", "status");
  form.querySelector(".buttons").append(said);
  return (text) => { said.textContent = text; };
}

async function keep(form, words, say) {
  const typed = words.value;
  let kept;
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
    kept = answer.ok ? await answer.json() : null;
  } catch { kept = null; }
  if (!kept) return say(form.dataset.not);
  form.elements.base.value = kept.kept;
  form.elements.id.value = kept.next;
  const sign = document.querySelector("form.sign");
  if (sign) sign.elements.seen.value = kept.mark;
  if (words.value !== typed) return;
  say(form.dataset.kept);
  form.dispatchEvent(new Event("kept", { bubbles: true }));
}
