// Measures a page from within: how far it is too wide, and the contrast of every text against what is behind it.
(() => {
  const parse = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
  const opaque = (parts) => parts.length === 3 || parts[3] > 0;
  const light = (parts) => {
    const [r, g, b] = parts.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const behindElement = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = parse(getComputedStyle(each).backgroundColor);
      if (opaque(colour)) return colour;
    }
    return [255, 255, 255];
  };
  const behindDrawn = (text) => {
    const box = text.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    let found = null;
    for (const shape of text.ownerSVGElement.querySelectorAll("rect")) {
      if (!(shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
      const room = shape.getBoundingClientRect();
      const fill = getComputedStyle(shape).fill;
      if (fill !== "none" && room.left <= x && x <= room.right && room.top <= y && y <= room.bottom) found = fill;
    }
    return found ? parse(found) : behindElement(text.ownerSVGElement);
  };
  const low = [];
  let texts = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !element.getClientRects().length) continue;
    if (["SCRIPT", "STYLE", "title", "desc"].includes(element.tagName)) continue;
    const drawn = element instanceof SVGElement;
    const style = getComputedStyle(element);
    const ratio = contrast(parse(drawn ? style.fill : style.color), drawn ? behindDrawn(element) : behindElement(element));
    texts += 1;
    if (!(ratio >= 4.5)) low.push(`${ratio.toFixed(2)} ${walker.currentNode.textContent.trim().slice(0, 60)}`);
  }
  const root = document.documentElement;
  parent.postMessage({ width: innerWidth, over: root.scrollWidth - root.clientWidth, texts, low: low.slice(0, 10) }, "*");
})();
