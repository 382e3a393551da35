// The sizes of the panels: within their bounds, kept, and not led astray by what a browser has kept.

import { beforeEach, describe, expect, it } from 'vitest';

import { PANELS, PanelSizes } from '../../../renderer/app/panel-sizes.ts';
import { remembered } from '../../../renderer/store/remembered.ts';
import { z } from '../../../contract/schema.ts';

const set = new Map<string, string>();
const style = { setProperty: (name: string, value: string | null) => void set.set(name, value ?? '') };

const schema = z.partialRecord(z.enum(['side', 'letter', 'map', 'shell', 'timeline']), z.number().min(0).max(200));

/** A browser's storage with `text` in it. */
function storage(text?: string) {
  const kept = new Map<string, string>(text === undefined ? [] : [['panels', text]]);
  const keep = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  return { kept, remembered: remembered('panels', schema, () => keep) };
}

beforeEach(() => set.clear());

describe('panel sizes', () => {
  it('are the usual ones until somebody moves a line, and then theirs, also after a reload', () => {
    const { remembered: first, kept } = storage();
    const sizes = new PanelSizes(style, first);
    expect(set.get('--side')).toContain(`${PANELS.side.usual}rem`);
    sizes.set('side', 22.5);
    expect(kept.size).toBe(0);
    sizes.keep();
    expect(new PanelSizes(style, storage(kept.get('panels')).remembered).sizeOf('side')).toBe(22.5);
    expect(set.get('--side')).toContain('min(22.5rem, 27cqi)');
  });

  it('stay within what the panel can bear', () => {
    const sizes = new PanelSizes(style, storage().remembered);
    sizes.set('side', 1);
    expect(sizes.sizeOf('side')).toBe(PANELS.side.least);
    sizes.set('shell', 1000);
    expect(sizes.sizeOf('shell')).toBe(PANELS.shell.most);
  });

  it('go back to usual one by one, and all together', () => {
    const { remembered: keep, kept } = storage('{"side":20,"letter":30}');
    const sizes = new PanelSizes(style, keep);
    sizes.reset('side');
    expect([sizes.sizeOf('side'), sizes.sizeOf('letter')]).toEqual([PANELS.side.usual, 30]);
    sizes.resetAll();
    expect(sizes.sizeOf('letter')).toBe(PANELS.letter.usual);
    expect(kept.size).toBe(0);
  });

  it('forget what isn’t a size', () => {
    for (const text of [
      '{"side":"10000px; background: url(x)"}',
      '{"side":-3}',
      '{"elsewhere":3}',
      'no json',
      'null',
    ]) {
      expect(new PanelSizes(style, storage(text).remembered).sizeOf('side')).toBe(PANELS.side.usual);
    }
  });

  it('do without a storage that throws', () => {
    const broken = remembered('panels', schema, () => {
      throw new Error('storage is off');
    });
    const sizes = new PanelSizes(style, broken);
    sizes.set('side', 20);
    sizes.keep();
    expect(sizes.sizeOf('side')).toBe(20);
  });
});
