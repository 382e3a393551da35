// Hears the keys of all actions. Counterpart: keys.ts compares, perform.ts runs. Rule: heard before any view, so that a
// terminal can't swallow the way out of itself; while a sheet is open its own keys count and no others.

import type { Bench } from '../app/use-bench.ts';
import type { Action } from './action.ts';
import { isMacKeyboard, isPressed, isTerminals, isTyping } from './keys.ts';
import { perform } from './perform.ts';

/** Begins to listen; the answer ends it. */
export function listenForKeys(bench: Bench, actionsNow: () => readonly Action[], page: Document): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const found = pressedOf(actionsNow(), event);
    if (!found || isElsewhere(found.keys, event.target)) return;
    const { action, keys } = found;
    const isCovered = page.querySelector('dialog[open]') !== null;
    if (isTyping(keys) && (isCovered || !bench.settings.store.getState().hasSingleKeys)) return;
    // The browser has a use for Ctrl+K too: not while it is ours.
    event.preventDefault();
    event.stopPropagation();
    if (!isCovered && !event.repeat) perform(bench, action);
  };
  page.addEventListener('keydown', onKey, { capture: true });
  return () => page.removeEventListener('keydown', onKey, { capture: true });
}

/** The action whose keys these are. */
function pressedOf(actions: readonly Action[], event: KeyboardEvent): { action: Action; keys: string } | undefined {
  for (const action of actions) {
    const all = [...(action.keys === undefined ? [] : [action.keys]), ...(action.otherKeys ?? [])];
    const keys = all.find((one) => isPressed(one, event, isMacKeyboard));
    if (keys !== undefined) return { action, keys };
  }
  return undefined;
}

/** Whether the keys belong to where they are pressed: a field, or a terminal. */
function isElsewhere(keys: string, target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('.xterm')) return isTerminals(keys);
  if (/Arrow/.test(keys)) return target.matches(ARROWED);
  return isTyping(keys) && (target.isContentEditable || target.matches(FIELDS));
}

/** Where arrows mean something of their own. */
const ARROWED = 'input, textarea, select, [role=slider], [role=separator], [role=tab], [role=grid] *';
const FIELDS = 'input:not([type=radio], [type=checkbox], [type=range], [type=button]), textarea, select';
