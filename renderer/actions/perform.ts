// Runs an action, whoever asks: a button, a key, the palette. Counterpart: app/asking.tsx puts the question,
// app/notice.tsx tells the failure. Rule: what is under way isn't begun a second time.

import type { Bench } from '../app/use-bench.ts';
import { describeFailure } from '../inbox/failure.ts';
import type { Action, ActionState } from './action.ts';

export function actionState({ store, frame, inbox }: Bench): ActionState {
  return { bench: store.getState(), frame: frame.getState(), inbox: inbox.store.getState() };
}

/** Does it, or asks first. */
export function perform(bench: Bench, action: Action): void {
  if (!action.isPossible(actionState(bench))) return;
  if (action.confirm) bench.frame.setState({ asking: action });
  else void carryOut(bench, action);
}

/** Does it, the question answered. */
export async function carryOut(bench: Bench, action: Action): Promise<void> {
  const { frame } = bench;
  if (frame.getState().busy.has(action.id)) return;
  frame.setState(({ busy }) => ({ busy: new Set([...busy, action.id]), failure: undefined }));
  try {
    await action.run(bench);
  } catch (error) {
    frame.setState({ failure: describeFailure(error) });
  } finally {
    frame.setState(({ busy }) => ({ busy: new Set([...busy].filter((id) => id !== action.id)) }));
  }
}
