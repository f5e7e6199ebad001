// The small machines of the record screen: the clock of the visit, the counter, the ticked steps, the timer.

export function told(seconds) {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
}

// The minutes the visit has run, once every ten seconds.
export function clocks(skew) {
  const clock = document.querySelector("[data-since]");
  if (!clock) return;
  const since = Date.parse(clock.dataset.since);
  const tick = () => { clock.textContent = `${Math.max(0, Math.floor((Date.now() + skew - since) / 60_000))} min`; };
  tick();
  setInterval(tick, 10_000);
}

export function counters() {
  for (const button of document.querySelectorAll("[data-add]")) {
    const field = button.closest(".counter").querySelector("input");
    button.hidden = false;
    button.addEventListener("click", () => {
      const next = Number(field.value || 0) + Number(button.dataset.add);
      field.value = Math.min(Number(field.max), Math.max(Number(field.min), next));
    });
  }
}

export function steps(of) {
  for (const form of document.querySelectorAll("form:has([name=steps])")) {
    const boxes = form.querySelectorAll("[name=steps]");
    const words = form.querySelector("[data-ticked]");
    const tell = () => {
      words.hidden = false;
      words.textContent = `${form.querySelectorAll("[name=steps]:checked").length} ${of} ${boxes.length}`;
    };
    form.addEventListener("change", tell);
    form.addEventListener("cleared", tell);
    tell();
  }
}

// One tap starts, the next stops and records; an eye on the child, not on the screen.
export function timers(start, stop) {
  for (const button of document.querySelectorAll("[data-timer]")) {
    const form = button.closest("form");
    const field = form.querySelector("[name=value]");
    const [label, clock] = [button.querySelector("[data-timer-words]"), button.querySelector("[data-timer-clock]")];
    let began = 0;
    let ticking = 0;
    button.hidden = false;
    button.addEventListener("click", () => {
      if (began) {
        field.value = Math.min(Number(field.max), (performance.now() - began) / 1000).toFixed(1);
        form.requestSubmit();
      }
      began = began ? 0 : performance.now();
      label.textContent = began ? stop : start;
      clock.hidden = !began;
      button.setAttribute("aria-pressed", String(Boolean(began)));
      clearInterval(ticking);
      if (began) ticking = setInterval(() => { clock.textContent = told((performance.now() - began) / 1000); }, 200);
      clock.textContent = told(0);
    });
  }
}
