// The shell below the dialogs: a bar that opens, a host to sit at, a terminal. Counterpart: session.ts and
// screen-terminal.ts do the work. Rule: folded until asked for; closing it keeps the session; Ctrl+` gets in and out.

import { useCallback, useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';

import { useBench, useBenchParts } from '../app/use-bench.ts';
import { hostView } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import { HostMark } from '../theme/host-mark.tsx';
import { HostPicker } from './host-picker.tsx';
import { ShellSession } from './session.ts';
import './shell-drawer.css';
import { isShellKey } from './shell-key.ts';
import { TerminalPlace } from './terminal-place.tsx';

export function ShellDrawer() {
  const { source, shells } = useBenchParts();
  const topology = useBench((state) => state.live.lab.topology);
  const [session] = useState(() => new ShellSession(source.dispatch, shells));
  const { host: current, lines } = useSyncExternalStore(session.subscribe, session.view);
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  const drawer = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const terminalFocus = useRef<() => void>(() => undefined);
  const usual = topology?.hosts.find((host) => hostView(topology, host.name).role === 'outside') ?? topology?.hosts[0];

  const toggle = (open: boolean) => {
    setOpen(open);
    if (open) setOpened(true);
    // Once it is there; the first time the terminal takes the focus itself.
    if (open) requestAnimationFrame(() => terminalFocus.current());
    else button.current?.focus();
  };

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isShellKey(event) || !usual) return;
    event.preventDefault();
    toggle(!isOpen || drawer.current?.contains(document.activeElement) === false);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  useEffect(() => {
    const leave = () => session.close();
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [session]);

  const usualName = usual?.name;
  const onReady = useCallback(
    (focus: () => void) => {
      terminalFocus.current = focus;
      focus();
      if (usualName !== undefined && session.view().host === undefined) void session.open(usualName);
    },
    [session, usualName],
  );

  if (!topology || !usual) return null;
  const host = hostView(topology, current ?? usual.name);
  const sitAt = (name: string) => {
    void session.open(name);
    terminalFocus.current();
  };
  const keys = t('shell.keys');
  return (
    <section className="shell" aria-label={t('shell.title')} ref={drawer}>
      <div className="shell__bar">
        <button
          type="button"
          className="shell__button"
          aria-expanded={isOpen}
          aria-controls="shell-body"
          aria-keyshortcuts="Control+`"
          ref={button}
          onClick={() => toggle(!isOpen)}
        >
          <h2>{t('shell.title')}</h2>
          <HostMark host={host} size={20} />
          <span>{t('shell.on', { host: host.short })}</span>
        </button>
        {isOpen ? (
          <HostPicker topology={topology} value={host.name} onPick={sitAt} />
        ) : (
          <span className="shell__about">{t('shell.about')}</span>
        )}
        <span className="shell__hint">{t(isOpen ? 'shell.leave' : 'shell.openHint', { keys })}</span>
      </div>
      <div className="shell__body" id="shell-body" hidden={!isOpen}>
        {wasOpened && <TerminalPlace session={session} host={host.short} onReady={onReady} />}
        <div className="sr" role="log" aria-label={t('shell.log')}>
          {lines.map((line) => (
            <div key={line.number}>{line.text}</div>
          ))}
        </div>
      </div>
    </section>
  );
}
