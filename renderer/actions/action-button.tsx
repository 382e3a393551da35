// An action as a button: its title, its help and keys as tooltip. Counterpart: use-action.ts. Rule: a button for what
// can't be done now stays where it is, so that nothing jumps, and says that it can't.

import type { ReactNode } from 'react';

import { t } from '../text/t.ts';
import type { Action } from './action.ts';
import { ariaKeys, isMacKeyboard, showKeys } from './keys.ts';
import { useAction } from './use-action.ts';

interface Props {
  action: Action;
  className: string;
  /** In place of the title; it has words. */
  children?: ReactNode;
  /** It leads to where one is. */
  isCurrent?: boolean;
}

export function ActionButton({ action, className, children, isCurrent = false }: Props) {
  const { isPossible, isBusy, run } = useAction(action);
  const { title, help, keys, unless } = action;
  const words = [
    help === undefined ? t(title) : t(help),
    ...(keys === undefined ? [] : [showKeys(keys, isMacKeyboard)]),
    ...(isPossible || unless === undefined ? [] : [t(unless)]),
  ];
  return (
    <button
      type="button"
      className={className}
      disabled={!isPossible || isBusy}
      title={words.join(' \u00b7 ')}
      aria-current={isCurrent ? 'true' : undefined}
      aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys, isMacKeyboard)}
      onClick={run}
    >
      {children ?? t(title)}
    </button>
  );
}
