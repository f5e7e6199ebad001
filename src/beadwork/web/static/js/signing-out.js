// Signing out on a browser that records: what is not sent yet is said first; what is sent leaves the device.

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("[data-unsent]") || form.dataset.left) return;
  event.preventDefault();
  const { leftBehind, forgetCurrent } = await import("./capture/leaving.js");
  const waiting = await leftBehind();
  if (waiting && !confirm(form.dataset.unsent.replace("{n}", waiting))) return form.removeAttribute("data-sent");
  await forgetCurrent(waiting > 0);
  form.dataset.left = "yes";
  form.submit();
});
