// What axe doesn't look for, and a page can tell of itself: each function runs in the page and says what is wrong there.
// Counterpart: axe.test.ts calls them in every view. Rule: no function knows a view; nothing is waited for.

/**
 * 1.4.10 and 1.4.12: nobody scrolls two ways, and no word is cut off. What is two-dimensional by itself (a drawing, a
 * table, bytes in columns) may scroll within its own edge.
 */
export function cutOff(): string[] {
  const { scrollWidth } = document.documentElement;
  const found = scrollWidth > innerWidth + 1 ? [`the page is ${scrollWidth} wide`] : [];
  const clips = (one: Element) => /hidden|clip/.test(getComputedStyle(one).overflowX);
  const scrolls = (one: Element) => /auto|scroll/.test(getComputedStyle(one).overflowX);
  const edge = (one: Element | null): Element | undefined => {
    if (one === null) return undefined;
    return clips(one) || scrolls(one) ? one : edge(one.parentElement);
  };
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let text = words.nextNode(); text; text = words.nextNode()) {
    const around = text.parentElement;
    if (!around || !/\S/.test(text.textContent ?? '') || around.closest('svg, .xterm, [title], select')) continue;
    // Heard, not seen.
    if (around.closest('.sr') || around.clientWidth === 1) continue;
    if (!around.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    range.selectNodeContents(text);
    const { right, width } = range.getBoundingClientRect();
    if (width === 0) continue;
    const within = edge(around);
    if (within && scrolls(within)) continue;
    const most = within ? within.getBoundingClientRect().right : innerWidth;
    if (right > most + 2)
      found.push(`cut off at ${Math.round(most)} of ${Math.round(right)}: ${around.outerHTML.slice(0, 160)}`);
  }
  return found;
}

/**
 * 2.4.11: whatever the keyboard comes to is brought into view, and nothing lies over it but what the person opened
 * and Escape takes away: a drawer, a popover.
 */
export async function hiddenFromKeyboard(): Promise<string[]> {
  const can = 'a[href], button, input, select, textarea, summary, iframe, [tabindex]';
  const within = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document;
  const isSeen = (shown: Element) => {
    const { left, top, width, height } = shown.getBoundingClientRect();
    const [inX, inY] = [Math.min(4, width / 2), Math.min(4, height / 2)];
    const points = [
      [left + width / 2, top + height / 2],
      [left + inX, top + inY],
      [left + width - inX, top + inY],
      [left + inX, top + height - inY],
      [left + width - inX, top + height - inY],
    ] as const;
    return points.some(([x, y]) => {
      const there = document.elementFromPoint(x, y);
      return (
        there?.closest('[role=dialog], :popover-open') || (there && (shown.contains(there) || there.contains(shown)))
      );
    });
  };
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const found = [];
  for (const stop of within.querySelectorAll<HTMLElement | SVGElement>(can)) {
    if (stop.tabIndex < 0 || stop.matches(':disabled') || !stop.checkVisibility({ visibilityProperty: true })) continue;
    stop.focus();
    // What is seen of a hidden field is its label.
    const shown = stop.closest('label') ?? stop;
    if (document.activeElement !== stop || isSeen(shown)) continue;
    // The page may have to put away what lay there for the stop before.
    await drawn();
    if (!isSeen(shown)) found.push(`hidden: ${stop.outerHTML.slice(0, 160)}`);
  }
  return found;
}

/** In the system's own colours: what is told by a ground alone isn't told, since every ground is the same there. */
export function toldByGroundAlone(): string[] {
  const STATES = ['aria-current', 'aria-selected', 'aria-pressed', 'aria-checked'];
  const TELLING = [
    ...['outline', 'border-top', 'border-right', 'border-bottom', 'border-left', 'text-decoration', 'font-weight'],
    ...['color', 'fill', 'stroke', 'stroke-width', 'content', 'transform', 'display', 'left'],
  ];
  const alpha = (colour: string) => (/^rgba\(.*, 0\)$/.test(colour) || colour === 'transparent' ? 0 : 1);
  const behind = (one: Element | null): string => {
    if (one === null) return '';
    const { backgroundColor } = getComputedStyle(one);
    return alpha(backgroundColor) > 0 ? backgroundColor : behind(one.parentElement);
  };
  const hasEdge = (style: CSSStyleDeclaration) =>
    (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') ||
    ['Top', 'Right', 'Bottom', 'Left'].some(
      (side) => style.getPropertyValue(`border-${side.toLowerCase()}-width`) !== '0px',
    ) ||
    style.backgroundImage !== 'none' ||
    style.boxShadow !== 'none';
  const isLost = (style: CSSStyleDeclaration, ground: string) =>
    style.forcedColorAdjust !== 'none' &&
    alpha(style.backgroundColor) > 0 &&
    style.backgroundColor === ground &&
    !hasEdge(style);
  const seen = [...document.body.querySelectorAll<HTMLElement>('*:not(svg, svg *, .sr, .sr *, .xterm *)')].filter(
    (one) =>
      one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      one.offsetWidth > 1 &&
      one.offsetHeight > 1,
  );
  const grounds = seen.flatMap((one) => {
    const own =
      one.childElementCount === 0 &&
      one.textContent === '' &&
      !one.matches('input, select, textarea, img, canvas, iframe, button');
    const lost = own && isLost(getComputedStyle(one), behind(one.parentElement)) ? [one.outerHTML] : [];
    const parts = ['::before', '::after'].filter((part) => {
      const style = getComputedStyle(one, part);
      return /^(""|'')$/.test(style.content) && isLost(style, behind(one));
    });
    return [...lost, ...parts.map((part) => `${part} of ${one.outerHTML}`)];
  });
  const drawn = (one: Element) =>
    [one, ...one.querySelectorAll('*')]
      .flatMap((part) => [null, '::before', '::after'].map((pseudo) => getComputedStyle(part, pseudo)))
      .map((style) => TELLING.map((property) => style.getPropertyValue(property)).join())
      .join();
  const states = STATES.flatMap((state) =>
    seen
      .filter((one) => one.matches(`[${state}]:not([${state}='false'])`))
      .filter((one) => {
        const on = drawn(one);
        const value = one.getAttribute(state) ?? '';
        if (state === 'aria-current') one.removeAttribute(state);
        else one.setAttribute(state, 'false');
        const off = drawn(one);
        one.setAttribute(state, value);
        // A class may say it, too: then another one of its kind looks different.
        const other = document.querySelector(
          `.${one.classList[0]}:not([${state}]), .${one.classList[0]}[${state}='false']`,
        );
        return on === off && (other === null || drawn(other) === on);
      })
      .map((one) => `${state}: ${one.outerHTML}`),
  );
  return [...grounds, ...states].map((told) => `told by a ground: ${told.slice(0, 200)}`);
}
