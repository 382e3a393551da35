// How wide the columns and how high the rows are that a person can move. Counterpart: splitter.tsx moves them, app.css
// lays out by the custom properties --side, --letter ... Rule: sizes are in rem, so that they grow with the type; the
// page's own width decides how much of a wish is granted.

import { createStore } from 'zustand/vanilla';

import { z } from '../../contract/schema.ts';
import { type Remembered, remembered } from '../store/remembered.ts';

interface PanelRule {
  axis: 'x' | 'y';
  /** 1: grows to the right or downwards, its splitter behind it; -1: the other way. */
  grows: 1 | -1;
  /** In rem. */
  least: number;
  usual: number;
  most: number;
  /** Never more of the page than this, in hundredths: the dialogs need the rest. */
  share: number;
  /** The same while nobody has moved it: on a low page the dialogs come first. */
  usualShare: number;
}

export const PANELS = {
  side: { axis: 'x', grows: 1, least: 14, usual: 18, most: 40, share: 27, usualShare: 27 },
  letter: { axis: 'x', grows: -1, least: 16, usual: 24, most: 60, share: 34, usualShare: 34 },
  map: { axis: 'y', grows: 1, least: 10, usual: 25, most: 60, share: 60, usualShare: 31 },
  shell: { axis: 'y', grows: -1, least: 6, usual: 14, most: 60, share: 45, usualShare: 45 },
  timeline: { axis: 'y', grows: -1, least: 6, usual: 12, most: 30, share: 40, usualShare: 22 },
} as const satisfies Record<string, PanelRule>;

export type PanelId = keyof typeof PANELS;
export type Sizes = Readonly<Partial<Record<PanelId, number>>>;

const IDS = Object.keys(PANELS) as PanelId[];
const kept = remembered('posthorn.panels', z.partialRecord(z.enum(IDS), z.number().min(0).max(200)));

/** `size` within what the rule allows. */
export function granted(id: PanelId, size: number): number {
  const { least, most } = PANELS[id];
  return Math.round(Math.min(Math.max(size, least), most) * 100) / 100;
}

/** As a style sheet's value. A custom property is read where it is used: there cqi is the frame's width. */
export function cssSize(id: PanelId, size: number | undefined): string {
  const { axis, least, usual, share, usualShare } = PANELS[id];
  const most = size === undefined ? usualShare : share;
  return `max(${least}rem, min(${size ?? usual}rem, ${most}${axis === 'x' ? 'cqi' : 'dvh'}))`;
}

export class PanelSizes {
  readonly store = createStore<Sizes>()(() => ({}));
  readonly #style: Pick<CSSStyleDeclaration, 'setProperty'>;
  readonly #kept: Remembered<Partial<Record<PanelId, number>>>;

  constructor(style: Pick<CSSStyleDeclaration, 'setProperty'>, keep = kept) {
    this.#style = style;
    this.#kept = keep;
    this.#show(keep.recall() ?? {});
  }

  sizeOf(id: PanelId): number {
    return this.store.getState()[id] ?? PANELS[id].usual;
  }

  /** While it is being dragged; `keep` says when it stays so. */
  set(id: PanelId, size: number): void {
    this.#show({ ...this.store.getState(), [id]: granted(id, size) });
  }

  keep(): void {
    this.#kept.remember(this.store.getState());
  }

  reset(id: PanelId): void {
    const { [id]: _dropped, ...rest } = this.store.getState();
    this.#show(rest);
    this.keep();
  }

  resetAll(): void {
    this.#show({});
    this.#kept.forget();
  }

  #show(sizes: Sizes): void {
    this.store.setState(sizes, true);
    for (const id of IDS) this.#style.setProperty(`--${id}`, cssSize(id, sizes[id]));
  }
}
