// The shell below the dialogs: a bar that opens, a host to sit at, a terminal. Counterpart: session.ts and
// screen-terminal.ts do the work, actions/shell.ts has the key. Rule: folded until asked for; closing it keeps the session.

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';

import { ariaKeys, isMacKeyboard, showKeys } from '../actions/keys.ts';
import { SHELL_ID, toggleShell } from '../actions/shell.ts';
import { Splitter } from '../app/splitter.tsx';
import { useBench, useBenchParts, useFrame } from '../app/use-bench.ts';
import { useIsFolded } from '../lesson/use-folded.ts';
import { useLessonDesk, useLessons } from '../lesson/use-lesson.ts';
import { hostView } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import { HostMark } from '../theme/host-mark.tsx';
import { HostPicker } from './host-picker.tsx';
import { hostOf, type Seats, sitDown } from './seats.ts';
import { ShellSession } from './session.ts';
import './shell-drawer.css';
import { TerminalPlace } from './terminal-place.tsx';

export function ShellDrawer() {
  const { source, shells, frame, hand, store } = useBenchParts();
  const topology = useBench((state) => state.live.lab.topology);
  const desk = useLessonDesk();
  const fresh = useCallback(() => {
    // In a lesson where its learner sits; else where one sat, if that host is there.
    const seatIn = (host: string) => {
      const there = store.getState().live.lab.topology?.hosts ?? [];
      const { actors = [] } = desk.store.getState().running?.state.step.start ?? {};
      const wanted = [
        ...(actors.includes(host) ? [] : actors.slice(0, 1)),
        host,
        there.find(({ kind }) => kind === 'end')?.name,
      ];
      return wanted.find((name) => there.some((one) => one.name === name));
    };
    return new ShellSession(source.dispatch, shells, seatIn);
  }, [source, shells, store, desk]);
  const [seats, setSeats] = useState<Seats>(() => {
    const shown = { host: '', session: fresh() };
    return { all: [shown], shown };
  });
  const { session } = seats.shown;
  const { host: current, lines } = useSyncExternalStore(session.subscribe, session.view);
  const isFolded = useIsFolded('shell');
  const isOpen = useFrame((state) => state.isShellOpen) && !isFolded;
  const learner = useLessons((state) => state.running?.state.step.start.actors[0]);
  const calls = useFrame((state) => state.shellCalls);
  const [wasOpened, setOpened] = useState(isOpen);
  if (isOpen && !wasOpened) setOpened(true);
  const button = useRef<HTMLButtonElement>(null);
  const [isReady, setReady] = useState(false);
  const terminalFocus = useRef<() => void>(() => undefined);
  const usual = topology?.hosts.find((host) => hostView(topology, host.name).role === 'outside') ?? topology?.hosts[0];

  // Whoever asks for the shell gets it, also where a lesson's step does without. The first time the terminal takes the
  // focus itself, as soon as it is there.
  useEffect(() => {
    if (calls === 0) return;
    desk.fold('shell', false);
    if (!isChoosing()) terminalFocus.current();
  }, [calls, desk]);
  useEffect(() => {
    if (wasOpened && !isOpen) button.current?.focus();
  }, [wasOpened, isOpen]);
  useEffect(() => {
    const leave = () => seats.all.forEach((seat) => seat.session.close());
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [seats]);

  useEffect(() => {
    if (!isReady) return undefined;
    return hand.lend((host) => {
      const { shown: here } = seats;
      if (hostOf(here) === host) {
        if (!here.session.view().isOpen) void here.session.open(host);
        return here.session;
      }
      const moved = sitDown(seats, host, fresh);
      setSeats(moved);
      return moved.shown.session;
    });
  }, [hand, isReady, seats, fresh]);

  const usualName = learner ?? usual?.name;
  const { shown } = seats;
  const onReady = useCallback(
    (focus: () => void) => {
      terminalFocus.current = focus;
      setReady(true);
      // A lesson opens the shell for who reads; the keyboard goes there when it is asked for.
      if (frame.getState().shellCalls > 0 && !isChoosing()) focus();
      const first = shown.host === '' ? usualName : shown.host;
      if (first !== undefined && shown.session.view().host === undefined) void shown.session.open(first);
    },
    [shown, usualName, frame],
  );

  if (!topology || !usual) return null;
  const host = hostView(topology, current ?? usual.name);
  const sitAt = (name: string) => {
    frame.setState({ shellCalls: frame.getState().shellCalls + 1 });
    setSeats(sitDown(seats, name, fresh));
  };
  const left = seats.all.filter((seat) => seat !== shown).map(hostOf);
  const toggle = () => frame.setState(isOpen ? { isShellOpen: false } : { isShellOpen: true, shellCalls: calls + 1 });
  const keys = toggleShell.keys ?? '';
  const shownKeys = showKeys(keys, isMacKeyboard);
  return (
    <>
      {isOpen && <Splitter panel="shell" />}
      <section
        id={SHELL_ID}
        className="shell"
        hidden={isFolded}
        aria-label={t('shell.title')}
        data-region=""
        tabIndex={-1}
      >
        <div className="shell__bar">
          <button
            type="button"
            className="shell__button"
            aria-expanded={isOpen}
            aria-controls="shell-body"
            aria-keyshortcuts={ariaKeys(keys, isMacKeyboard)}
            ref={button}
            onClick={toggle}
          >
            <h2>{t('shell.title')}</h2>
            <HostMark host={host} size={20} />
            <span>{t('shell.on', { host: host.short })}</span>
          </button>
          {isOpen ? (
            <HostPicker topology={topology} value={host.name} left={left} onPick={sitAt} />
          ) : (
            <span className="shell__about">{t('shell.about')}</span>
          )}
          <span className="shell__hint">{t(isOpen ? 'shell.leave' : 'shell.openHint', { keys: shownKeys })}</span>
        </div>
        <div className="shell__body" id="shell-body" hidden={!isOpen}>
          {wasOpened &&
            seats.all.map((seat) => (
              <TerminalPlace
                key={seat.session.id}
                session={seat.session}
                host={host.short}
                isShown={seat === shown}
                onReady={onReady}
              />
            ))}
          <div className="sr" role="log" aria-label={t('shell.log')}>
            {lines.map((line) => (
              <div key={line.number}>{line.text}</div>
            ))}
          </div>
        </div>
      </section>
    </>
  );
}

/** Whoever goes through the hosts by key keeps the keyboard there: the first host passed isn't the one that is meant. */
const isChoosing = () => document.activeElement?.matches('.shell__picker :focus-visible') === true;
