// What the presenter has scrolled to, by wheel, finger or scroll bar. Counterpart: stage-thing.ts names it, follow/follow-light.tsx goes
// there. Rule: what scrolls by itself says nothing, since it does so at followers too.

import type { StageThing } from '../../contract/lecture/stage.ts';
import { STAGE_LIMITS } from './limits.ts';
import { thingAt } from './stage-thing.ts';

/** Until the answer is called. */
export function watchScrolling(page: Document, onTop: (thing: StageThing) => void): () => void {
  let isDown = false;
  let byHand_ms = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watching = new AbortController();
  const options = { capture: true, passive: true, signal: watching.signal };
  const onHand = ({ timeStamp }: Event) => void (byHand_ms = timeStamp);
  const onScroll = ({ target, timeStamp }: Event) => {
    const isByHand = isDown || timeStamp - byHand_ms < STAGE_LIMITS.scrolling_ms;
    if (!isByHand || !(target instanceof Element)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const thing = thingAtTop(target);
      if (thing) onTop(thing);
    }, STAGE_LIMITS.pointing_ms);
  };
  page.addEventListener('wheel', onHand, options);
  page.addEventListener('touchmove', onHand, options);
  page.addEventListener('pointerdown', () => (isDown = true), options);
  page.addEventListener('pointerup', () => (isDown = false), options);
  page.addEventListener('scroll', onScroll, options);
  return () => {
    clearTimeout(timer);
    watching.abort();
  };
}

/** The first thing below the upper edge of what was scrolled. */
function thingAtTop(scroller: Element): StageThing | undefined {
  const { left, top, width } = scroller.getBoundingClientRect();
  const under = document.elementFromPoint(left + width / 2, top + STAGE_LIMITS.edge_px);
  return under ? thingAt(under) : undefined;
}
