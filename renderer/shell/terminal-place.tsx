// Where the terminal is put, once the page has loaded what draws it. Counterpart: screen-terminal.ts. Rule: React knows
// the element and nothing of what is in it.

import { useEffect, useRef, useState } from 'react';

import { t } from '../text/t.ts';
import type { ScreenTerminal } from './screen-terminal.ts';
import type { ShellSession } from './session.ts';

interface Props {
  session: ShellSession;
  host: string;
  /** The others wait behind it, with what stands in them. */
  isShown: boolean;
  /** The terminal is there; `focus` takes the keyboard to it. */
  onReady: (focus: () => void) => void;
}

export function TerminalPlace({ session, host, isShown, onReady }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [terminal, setTerminal] = useState<ScreenTerminal>();
  const [failure, setFailure] = useState<string>();

  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    let isGone = false;
    let opened: ScreenTerminal | undefined;
    const open = async () => {
      const { openTerminal } = await import('./screen-terminal.ts');
      if (isGone) return;
      opened = await openTerminal(element, session);
      if (isGone) opened.dispose();
      else setTerminal(opened);
    };
    open().catch((error: unknown) => setFailure(String(error)));
    return () => {
      isGone = true;
      opened?.dispose();
    };
  }, [session]);

  useEffect(() => {
    if (terminal && isShown) onReady(() => terminal.focus());
  }, [terminal, isShown, onReady]);

  useEffect(() => terminal?.label(t('shell.terminal', { host })), [terminal, host]);

  if (failure !== undefined) return <p role="alert">{t('shell.failed', { detail: failure })}</p>;
  return <div className="shell__terminal" hidden={!isShown} ref={place} />;
}
