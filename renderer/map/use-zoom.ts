// Moving and enlarging the map by wheel, drag, pinch and keys. Counterpart: map-canvas.tsx. Rule: the picture's own
// transform is set without React, and "fit" is always one key away.

import { select } from 'd3-selection';
import { zoom, zoomIdentity, type ZoomBehavior } from 'd3-zoom';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

import type { Room } from './layout.ts';

export interface Zoom {
  /** Whether the whole map is in sight as it was laid out. */
  isFit: boolean;
  by: (factor: number) => void;
  fit: () => void;
}

const MOST = 5;

export function useZoom(
  svg: RefObject<SVGSVGElement | null>,
  picture: RefObject<SVGGElement | null>,
  size: Room,
): Zoom {
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown>>(undefined);
  const [isFit, setFit] = useState(true);
  const { width, height } = size;
  useEffect(() => {
    const element = svg.current;
    if (!element) return undefined;
    const extent: [[number, number], [number, number]] = [
      [0, 0],
      [width, height],
    ];
    const behaves = zoom<SVGSVGElement, unknown>()
      .extent(extent)
      .translateExtent(extent)
      .scaleExtent([1, MOST])
      .on('zoom', ({ transform }: { transform: typeof zoomIdentity }) => {
        picture.current?.setAttribute('transform', String(transform));
        setFit(transform.k === 1);
      });
    behaviour.current = behaves;
    // A double click opens a host; it doesn't enlarge.
    const selection = select(element).call(behaves).on('dblclick.zoom', null);
    behaves.transform(selection, zoomIdentity);
    return () => void selection.on('.zoom', null);
  }, [svg, picture, width, height]);
  const by = useCallback(
    (factor: number) => {
      if (svg.current) behaviour.current?.scaleBy(select(svg.current), factor);
    },
    [svg],
  );
  const fit = useCallback(() => {
    if (svg.current) behaviour.current?.transform(select(svg.current), zoomIdentity);
  }, [svg]);
  return { isFit, by, fit };
}
