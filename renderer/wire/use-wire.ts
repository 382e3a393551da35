// How views reach what is held. Counterpart: wire-desk.ts. Rule: views read by selector and act by the desk's methods; a
// command that fails is told where every failure is.

import { createContext, useContext } from 'react';
import { useStore } from 'zustand';

import { useBenchParts } from '../app/use-bench.ts';
import { describeFailure } from '../inbox/failure.ts';
import type { WireDesk, WireState } from './wire-desk.ts';

export const WireContext = createContext<WireDesk | undefined>(undefined);

export function useWireDesk(): WireDesk {
  const desk = useContext(WireContext);
  if (!desk) throw new Error('a view stands outside WireContext');
  return desk;
}

export function useWire<T>(select: (state: WireState) => T): T {
  return useStore(useWireDesk().store, select);
}

/** Does something with the wire, and tells a failure. */
export function useAttempt(): (act: () => Promise<unknown>) => void {
  const { frame } = useBenchParts();
  return (act) => {
    frame.setState({ failure: undefined });
    act().catch((error: unknown) => frame.setState({ failure: describeFailure(error) }));
  };
}
