// What of the stage lies under a point, and where it is on another screen. Counterpart: StageThing of the contract; spotlight.tsx and
// by-hand.ts name things, follow/ finds them. Rule: things, not places: a phone has another width, and so other places.

import type { StageThing } from '../../contract/lecture/stage.ts';

const PANELS: Readonly<Record<StageThing['panel'], string>> = {
  map: '.bench__map',
  dialogs: '.bench__dialogs',
  inspector: '.bench__letter',
  timeline: '.app__timeline',
  shell: '.shell, .follow__shell',
};
/** What counts as a row where nothing has a name: drawn in the same order on every screen. */
const ROWS = 'h2, h3, li, tr, p, pre, summary';

export function thingAt(element: Element): StageThing | undefined {
  for (const panel of Object.keys(PANELS) as StageThing['panel'][]) {
    const box = element.closest(PANELS[panel]);
    if (!box) continue;
    const seq = element.closest<HTMLElement>('[data-seq]')?.dataset['seq'];
    const host = element.closest<SVGElement>('[data-host]')?.dataset['host'];
    const row = panel === 'inspector' ? element.closest(ROWS) : undefined;
    return {
      panel,
      ...(seq === undefined ? {} : { seq: Number(seq) }),
      ...(host === undefined ? {} : { host }),
      ...(row ? { row: [...box.querySelectorAll(ROWS)].indexOf(row) } : {}),
    };
  }
  return undefined;
}

/** The same thing on this screen; its panel where there is no such thing here. */
export function elementOf({ panel, seq, host, row }: StageThing): Element | undefined {
  const box = document.querySelector(PANELS[panel]) ?? undefined;
  const thing =
    (seq !== undefined && box?.querySelector(`[data-seq="${seq}"]`)) ||
    (host !== undefined && box?.querySelector(`[data-host="${CSS.escape(host)}"]`)) ||
    (row !== undefined && box?.querySelectorAll(ROWS)[row]);
  return thing || box;
}
