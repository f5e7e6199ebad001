// Signing out on a browser that records: what is not sent yet is said first; what is sent leaves the device.

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("[data-unsent]") || form.dataset.left) return;
  event.preventDefault();
  const { currentPerson, forget, leftBehind } = await import("./capture/people.js");
  const person = await currentPerson();
  const waiting = person ? await leftBehind(person.id) : 0;
  if (waiting && !confirm(form.dataset.unsent.replace("{n}", waiting))) return form.removeAttribute("data-sent");
  if (person) await forget(person.id, { keepWaiting: waiting > 0 });
  form.dataset.left = "yes";
  form.submit();
});
