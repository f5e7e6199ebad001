// Remarks of a bead on hover and focus; arrow keys from bead to bead (one stop for Tab instead of many).

const BEAD = "[data-bead]";
const tip = document.createElement("div");
tip.className = "tip";
tip.hidden = true;

function tell(bead) {
  const words = bead.getAttribute("aria-label").split("\n");
  tip.replaceChildren(...words.map((line) => {
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

const hide = () => (tip.hidden = true);

function oneStop(svg) {
  const beads = [...svg.querySelectorAll(BEAD)];
  const focusOn = (index) => {
    const next = beads[Math.max(0, Math.min(index, beads.length - 1))];
    for (const bead of beads) bead.setAttribute("tabindex", bead === next ? "0" : "-1");
    return next;
  };
  focusOn(beads.length - 1);
  svg.addEventListener("focusin", (event) => focusOn(beads.indexOf(event.target.closest(BEAD))));
  svg.addEventListener("keydown", (event) => {
    const now = beads.indexOf(event.target.closest(BEAD));
    const goes = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: beads.length - 1 };
    if (now < 0 || !(event.key in goes)) return;
    event.preventDefault();
    focusOn(goes[event.key]).focus();
  });
}

for (const svg of document.querySelectorAll(".beads svg")) {
  for (const title of svg.querySelectorAll("title")) title.remove();
  if (svg.querySelector(BEAD)) oneStop(svg);
  for (const kind of ["pointerover", "focusin"]) {
    svg.addEventListener(kind, (event) => {
      const bead = event.target.closest(BEAD);
      bead ? tell(bead) : hide();
    });
  }
  for (const kind of ["pointerleave", "focusout"]) svg.addEventListener(kind, hide);
}
document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
