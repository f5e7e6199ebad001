// What a bead says, on hover, touch and focus; arrow keys from bead to bead (one stop for Tab instead of many).

const BEAD = "[data-bead]";
const NEAR = 26; // pixels: small beads are easy to hit
const tip = document.createElement("div");
tip.className = "tip";
tip.hidden = true;
tip.setAttribute("aria-hidden", "true"); // the bead says the same
let told = null;

function tell(bead) {
  if (bead === told && !tip.hidden) return;
  hide();
  told = bead;
  bead.classList.add("told");
  tip.replaceChildren(...bead.getAttribute("aria-label").split("\n").map((line) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    return paragraph;
  }));
  bead.closest(".beads").append(tip);
  tip.hidden = false;
  place(bead);
}

function place(bead) {
  const frame = tip.parentElement.getBoundingClientRect();
  const box = bead.getBoundingClientRect();
  const left = box.left + box.width / 2 - frame.left - tip.offsetWidth / 2;
  const above = box.top - frame.top - tip.offsetHeight - 8;
  tip.style.left = `${Math.max(0, Math.min(left, frame.width - tip.offsetWidth))}px`;
  tip.style.top = `${above < -24 ? box.bottom - frame.top + 8 : above}px`;
}

function hide() {
  tip.hidden = true;
  told?.classList.remove("told");
  told = null;
}

function nearest(beads, event) {
  let best = null;
  let least = NEAR;
  for (const bead of beads) {
    const box = bead.getBoundingClientRect();
    const away = Math.hypot(box.left + box.width / 2 - event.clientX, box.top + box.height / 2 - event.clientY);
    if (away < least) [best, least] = [bead, away];
  }
  return best;
}

function oneStop(svg, beads) {
  const focusOn = (index) => {
    const next = beads[Math.max(0, Math.min(index, beads.length - 1))];
    for (const bead of beads) bead.setAttribute("tabindex", bead === next ? "0" : "-1");
    return next;
  };
  focusOn(beads.length - 1);
  svg.addEventListener("focusin", (event) => {
    const bead = event.target.closest(BEAD);
    if (bead) tell(focusOn(beads.indexOf(bead)));
  });
  svg.addEventListener("focusout", hide);
  svg.addEventListener("keydown", (event) => {
    const now = beads.indexOf(event.target.closest(BEAD));
    const goes = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: beads.length - 1 };
    if (now < 0 || !(event.key in goes)) return;
    event.preventDefault();
    focusOn(goes[event.key]).focus();
  });
}

function wake(svg) {
  const beads = [...svg.querySelectorAll(BEAD)];
  for (const bead of beads) {
    const title = bead.querySelector("title");
    bead.setAttribute("aria-label", title.textContent);
    title.remove(); // or the browser shows it a second time
  }
  if (!beads.length) return;
  oneStop(svg, beads);
  const point = (event) => {
    const bead = nearest(beads, event);
    bead ? tell(bead) : hide();
  };
  for (const kind of ["pointermove", "pointerdown"]) svg.addEventListener(kind, point);
  svg.addEventListener("pointerleave", hide);
}

for (const svg of document.querySelectorAll(".beads svg.string")) wake(svg);
document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
