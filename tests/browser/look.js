// What a careful reader would see on the page as it is now. Called in the page: (least) => {wide, small, texts, lang}.
(least) => {
  const shown = (element) => {
    const box = element.getBoundingClientRect();
    return element.checkVisibility({ opacityProperty: false, visibilityProperty: true }) && box.width > 1 && box.height > 1;
  };
  const says = (element) => (element.getAttribute("aria-label") ?? element.textContent ?? "").replace(/\s+/g, " ").trim();
  const named = (element) => `${element.localName}${element.name ? `[${element.name}]` : ""} “${says(element).slice(0, 40)}”`;

  // A control is as big as its label, if that can be pressed, too. A link within a sentence is as high as the line (WCAG 2.5.8).
  const inSentence = (element) => {
    const around = element.closest("p, li, dd, td, figcaption, .about");
    return getComputedStyle(element).display === "inline" && around && says(around).length > says(element).length + 3;
  };
  const target = (element) => {
    const boxes = [element, element.closest("label"), ...(element.labels ?? [])].filter(Boolean).map((one) => one.getBoundingClientRect());
    return { width: Math.max(...boxes.map((box) => box.width)), height: Math.max(...boxes.map((box) => box.height)) };
  };
  const small = [];
  for (const element of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")) {
    if (!shown(element) || element.matches(".skip") || element.closest(".sr") || inSentence(element)) continue;
    const { width, height } = target(element);
    if (Math.min(width, height) < least - 0.5) small.push(`${named(element)} ${Math.round(width)}×${Math.round(height)}`);
  }

  const page = document.scrollingElement;
  let wide = "";
  if (page.scrollWidth > page.clientWidth) {
    const out = [...document.body.querySelectorAll("*")].filter((one) => shown(one) && one.getBoundingClientRect().right > page.clientWidth + 1);
    wide = `${page.scrollWidth} px: ${out.slice(-1).map(named)}`;
  }

  const texts = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.parentElement.closest("script, style, [lang=en]")) texts.add(node.data.replace(/\s+/g, " ").trim());
  }
  for (const element of document.querySelectorAll("[aria-label], [placeholder], [title]")) {
    for (const name of ["aria-label", "placeholder", "title"]) texts.add(element.getAttribute(name) ?? "");
  }
  return { wide, small, texts: [...texts].filter(Boolean), lang: document.documentElement.lang };
}
