// Searching as you type: the page a form would open, fetched and its results put in place. Without this file the form works.

const form = document.querySelector("[data-search]");
let asking = null;

function fill(page) {
  document.querySelector("#results").replaceWith(page.querySelector("#results"));
  for (const select of form.querySelectorAll("select")) {
    const fresh = page.querySelector(`#${select.id}`);
    const chosen = select.value;
    select.replaceChildren(...fresh.children);
    select.value = chosen;
  }
}

async function ask() {
  asking?.abort();
  asking = new AbortController();
  const url = `${location.pathname}?${new URLSearchParams(new FormData(form))}`;
  try {
    const answer = await fetch(url, { signal: asking.signal });
    if (!answer.ok) return form.requestSubmit();
    fill(new DOMParser().parseFromString(await answer.text(), "text/html"));
    history.replaceState(null, "", url);
  } catch (error) {
    if (error.name !== "AbortError") form.requestSubmit();
  }
}

let soon = 0;
form?.addEventListener("input", (event) => {
  clearTimeout(soon);
  soon = setTimeout(ask, event.target.matches("select") ? 0 : 180);
});

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
