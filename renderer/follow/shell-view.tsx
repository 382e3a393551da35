// The presenter's shell, to read. Counterpart: shell-lines.ts; the presenter's own is shell/shell-drawer.tsx.

import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';

import { useBench } from '../app/use-bench.ts';
import { useIsFolded } from '../lesson/use-folded.ts';
import { hostView } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import { HostMark } from '../theme/host-mark.tsx';
import type { ShellLines } from './shell-lines.ts';

export function ShellView({ lines }: { lines: ShellLines }) {
  const { host, text } = useStore(lines.store);
  const topology = useBench((state) => state.live.lab.topology);
  const end = useRef<HTMLPreElement>(null);
  const isFolded = useIsFolded('shell');
  useEffect(() => {
    end.current?.scrollTo({ top: end.current.scrollHeight });
  }, [text]);
  if (isFolded || !topology || host === undefined) return null;
  const view = hostView(topology, host);
  return (
    <section className="follow__shell" aria-label={t('shell.title')}>
      <h2 className="follow__shell-title">
        {t('shell.title')} <HostMark host={view} size={20} /> {t('shell.on', { host: view.short })}
      </h2>
      <pre ref={end} className="follow__shell-text" tabIndex={0} role="log" aria-label={t('shell.log')}>
        {text}
      </pre>
    </section>
  );
}
