// Forms with data-guard: a second tap sends nothing twice, and leaving with unsaved words asks first.
// Server rules stay the rules: an action's id makes a repeat harmless even without this file.

const changed = new Set();

function hold(form, button) {
  form.dataset.sent = "yes";
  (button ?? form.querySelector("[type=submit]"))?.setAttribute("aria-busy", "true");
}

function release(form) {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll("[aria-busy]")) button.removeAttribute("aria-busy");
}

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.matches("form[data-guard][method=post]")) changed.add(form);
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-guard]")) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  changed.delete(form);
  hold(form, event.submitter);
});

// What a page has kept by itself is no longer unsaved.
document.addEventListener("kept", (event) => changed.delete(event.target));

addEventListener("beforeunload", (event) => {
  if (changed.size) event.preventDefault();
});

// Back from the next page: the form is whole again.
addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelectorAll("form[data-sent]").forEach(release);
});

// After a refused form, the first field with an error is where the person wants to be.
document.querySelector("form [aria-invalid=true]")?.focus();
