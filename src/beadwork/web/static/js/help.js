// "What helps" in a dialog over the record screen, so that nothing of the visit goes away. Without this file it is a link.
// After a response is tapped, the link leads to that one.

const link = document.querySelector("[data-help]");

function lead(slug) {
  link.href = link.dataset.help.replace("RESPONSE", slug);
}

async function open(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const dialog = document.querySelector("[data-help-dialog]");
  const place = dialog.querySelector("[data-help-content]");
  const answer = await fetch(event.target.closest("a").href).catch(() => null);
  if (!answer?.ok || answer.redirected) {
    location.assign(link.href);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  dialog.querySelector("h2").textContent = page.querySelector("h1").textContent;
  place.replaceChildren(page.querySelector("#response-help > *"), page.querySelector("#main nav.chips"));
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("h2").focus();
  dialog.scrollTo(0, 0);
}

if (link) {
  link.addEventListener("click", open);
  document.querySelector("[data-help-content]").addEventListener("click", (event) => {
    if (event.target.closest("nav.chips a")) open(event);
  });
  for (const button of document.querySelectorAll("[name=response]")) button.addEventListener("click", () => lead(button.value));
}
