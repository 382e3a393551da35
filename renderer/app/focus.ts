// Where the keyboard goes when an action takes it: the regions that F6 goes through, or one place by its id. Counterpart:
// whoever writes data-region="" tabIndex={-1} and a name on an element. Rule: what isn't seen is passed over; inside a
// region Tab goes on from its beginning.

const REGION = '[data-region]';

export function focusRegion(page: Document, by: 1 | -1): void {
  const regions = [...page.querySelectorAll<HTMLElement>(REGION)].filter((one) => one.checkVisibility());
  // The innermost: a region may stand in another.
  const current = page.activeElement?.closest<HTMLElement>(REGION);
  const at = current ? regions.indexOf(current) : by === 1 ? -1 : 0;
  regions.at((at + by) % regions.length)?.focus();
}

/** Once what an action changed is drawn. */
export function focusSoon(id: string): void {
  setTimeout(() => document.getElementById(id)?.focus());
}

/** Once what had the keyboard is gone, and nothing else took it: never nowhere. */
export function focusIfLost(id: string): void {
  setTimeout(() => document.activeElement === document.body && document.getElementById(id)?.focus());
}
