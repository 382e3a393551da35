// A page made ready for looking at it: what needs no look is taken off the page, or everything is as wide as it may get.
// Counterpart: axe.test.ts. Rule: each function runs in the page; `bringBack` undoes the first.

/**
 * Takes off what lies under a modal sheet, and what stood in a view before, letter by letter the same: axe is as slow with what
 * is hidden as with what is shown. Gives the parts that are new.
 */
export function setAside(known: readonly number[]): number[] {
  const seen = new Set(known);
  const fresh: number[] = [];
  const aside: (() => void)[] = [];
  const takeOff = (one: Element) => {
    const place = document.createComment('set aside');
    one.replaceWith(place);
    aside.unshift(() => place.replaceWith(one));
  };
  const controlled = [...document.querySelectorAll('[aria-controls]')].map(
    (one) => `#${CSS.escape(one.getAttribute('aria-controls') ?? '')}`,
  );
  const needed = ['h1', 'h2', 'h3', 'h4', ...controlled].join();
  const isNeeded = (one: Element) => one.matches(needed) || one.querySelector(needed) !== null;
  const sheet = [...document.querySelectorAll('dialog:modal')].at(-1);
  for (const region of document.querySelectorAll('[data-region], section, [role=log]')) {
    if (!region.isConnected) continue;
    let sum = 0;
    for (const sign of region.innerHTML) sum = (Math.imul(sum, 31) + (sign.codePointAt(0) ?? 0)) | 0;
    const isUnder = sheet !== undefined && !region.contains(sheet);
    // What others refer to stays, and headings: whether their order is right can only be told of all of them.
    if (isUnder || seen.has(sum)) [...region.children].filter((one) => !isNeeded(one)).forEach(takeOff);
    else fresh.push(sum);
  }
  Object.assign(globalThis, { bringBack: () => aside.forEach((back) => back()) });
  return fresh;
}

export function bringBack(): void {
  (globalThis as unknown as { bringBack: () => void }).bringBack();
}

/** What to look at: the modal sheet on top, where there is one; else all. */
export function onTop(): string {
  return document.querySelector('dialog:modal') ? 'dialog:modal' : 'html';
}

/** 1.4.12: as much space between lines, letters and words as somebody may ask for. A terminal's letters stand in cells. */
export async function spreadLetters(): Promise<void> {
  const spread = new CSSStyleSheet();
  spread.replaceSync(`
    :not(.xterm *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }
  `);
  document.adoptedStyleSheets.push(spread);
  // What goes by its own size is drawn again.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}
