// Pictures for a child who does not read: drawn, not fetched. Each is told apart by its shape, not by its colour.

const SVG = "http://www.w3.org/2000/svg";
const EYES = "M34 42v6 M66 42v6";
const DRAWN = {
  fun: ["M30 46q4-8 8 0 M62 46q4-8 8 0", "M28 58q22 30 44 0z"],
  fine: [EYES, "M34 62q16 14 32 0"],
  proud: ["M30 45q4-7 8 0 M62 45q4-7 8 0", "M34 60q16 16 32 0", "M50 4l4 9 10 1-7 7 2 10-9-5-9 5 2-10-7-7 10-1z"],
  tired: ["M29 46h11 M60 46h11", "M42 66a8 6 0 1 0 16 0a8 6 0 1 0-16 0", "M76 16h12l-12 12h12"],
  hard: ["M27 36h13 M60 36h13 M34 46v5 M66 46v5", "M34 68l8-6 8 6 8-6 8 6", "M80 30q-6 9 0 12q6-3 0-12z"],
  upset: ["M28 38l12-4 M72 38l-12-4 M34 46v5 M66 46v5", "M34 72q16-16 32 0", "M30 56q-6 9 0 12q6-3 0-12z"],
};
const LIKE = {
  liked: ["M30 46q4-8 8 0 M62 46q4-8 8 0", "M28 58q22 30 44 0z"],
  fine: [EYES, "M34 66h32"],
  "not-for-me": [EYES, "M34 72q16-16 32 0"],
};
const SIGNS = {
  more: ["M50 18v64 M18 50h64"],
  stop: ["M34 12h32l22 22v32l-22 22h-32l-22-22v-32z", "M34 50h32"],
  "something-else": ["M18 34h62 M66 20l14 14-14 14 M82 66h-62 M34 52l-14 14 14 14"],
  thanks: ["M50 84c-46-30-38-62-14-62q10 0 14 12q4-12 14-12c24 0 32 32-14 62z"],
};

function path(d, isFilled) {
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", d);
  if (isFilled) line.setAttribute("class", "filled");
  return line;
}

export function face(asked, slug) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 100 100");
  drawing.setAttribute("aria-hidden", "true");
  drawing.setAttribute("class", "face-drawn");
  const lines = (asked === "felt" ? DRAWN : asked === "fun" ? LIKE : SIGNS)[slug] ?? [EYES, "M34 62h32"];
  if (asked !== "more") {
    const head = document.createElementNS(SVG, "circle");
    for (const [name, value] of Object.entries({ cx: 50, cy: 54, r: 36, class: "head" })) head.setAttribute(name, value);
    drawing.append(head);
  }
  drawing.append(...lines.map((d) => path(d, d.endsWith("z"))));
  return drawing;
}
