// From Today straight to the recording screen that needs no network; without this file the same button starts the online page.

document.addEventListener("click", (event) => {
  const way = event.target.closest("[data-capture]");
  if (!way || !("serviceWorker" in navigator)) return;
  event.preventDefault();
  location.assign(way.dataset.capture);
});
