// Breakpoints: where lines stop on the wire. Counterpart: wire-desk.ts; the action "Hold" opens it. Rule: a breakpoint is
// a sentence; a lesson's own stands there too, so that nobody wonders, and is the lesson's.

import { type FormEvent, useState } from 'react';

import { useBench } from '../app/use-bench.ts';
import { Sheet } from '../app/sheet.tsx';
import type { HoldRule } from '../../contract/commands.ts';
import { hostView } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import { Close } from '../theme/icons.tsx';
import {
  type Choice,
  COMMANDS,
  type Command,
  isLessons,
  isOwn,
  say,
  sayCommand,
  type Side,
  SIDES,
} from './breakpoint.ts';
import './breakpoints.css';
import { useAttempt, useWire, useWireDesk } from './use-wire.ts';

export function Breakpoints({ onClose }: { onClose: () => void }) {
  const rules = useWire((state) => state.rules);
  const off = useWire((state) => state.off);
  const all = [...rules, ...off].toSorted((one, other) => one.id.localeCompare(other.id, 'en', { numeric: true }));
  return (
    <Sheet title={t('hold.title')} onClose={onClose}>
      <p className="soft">{t('hold.help')}</p>
      <NewBreakpoint />
      <ul className="breakpoints" aria-label={t('hold.list')}>
        {all.map((rule) => (
          <li key={rule.id} className="breakpoints__one">
            <Breakpoint rule={rule} isOn={rules.includes(rule)} />
          </li>
        ))}
      </ul>
      {all.length === 0 && <p className="breakpoints__none">{t('hold.none')}</p>}
    </Sheet>
  );
}

function Breakpoint({ rule, isOn }: { rule: HoldRule; isOn: boolean }) {
  const desk = useWireDesk();
  const attempt = useAttempt();
  const sentence = say(rule);
  if (isLessons(rule.id)) return <span>{t('hold.lessons', { what: sentence })}</span>;
  const label = t('hold.remove', { what: sentence });
  return (
    <>
      <label className="breakpoints__switch">
        <input
          type="checkbox"
          checked={isOn}
          disabled={!isOwn(rule)}
          onChange={() => attempt(() => (isOn ? desk.switchOff(rule) : desk.switchOn(rule)))}
        />
        {sentence}
      </label>
      <button
        type="button"
        className="icon-button"
        aria-label={label}
        title={label}
        onClick={() => attempt(() => desk.remove(rule))}
      >
        <Close />
      </button>
    </>
  );
}

/** Begins with the one that shows most: the answer to "who gets it?". */
function NewBreakpoint() {
  const desk = useWireDesk();
  const attempt = useAttempt();
  const topology = useBench((state) => state.live.lab.topology);
  const servers = (topology?.hosts ?? [])
    .filter((host) => host.mta !== undefined)
    .map((host) => hostView(topology, host.name));
  const exchanger = servers.find((one) => one.role === 'exchanger') ?? servers[0];
  const [side, setSide] = useState<Side>('reply');
  const [command, setCommand] = useState<Command>('RCPT');
  const [picked, setPicked] = useState<string>();
  const host = picked ?? exchanger?.name ?? '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const choice: Choice = { side, command, host };
    attempt(() => desk.add(choice));
  };
  // Nobody says CONNECT: it is answered and not said.
  const commands = COMMANDS.filter((one) => one !== 'CONNECT' || side === 'reply');
  return (
    <form className="breakpoints__new" onSubmit={submit}>
      <select aria-label={t('hold.what')} value={side} onChange={({ target }) => setSide(target.value as Side)}>
        {SIDES.map((one) => (
          <option key={one} value={one}>
            {t(`hold.side.${one}`)}
          </option>
        ))}
      </select>
      {side !== 'all' && (
        <select
          aria-label={t('hold.command')}
          value={commands.includes(command) ? command : 'RCPT'}
          onChange={({ target }) => setCommand(target.value as Command)}
        >
          {commands.map((one) => (
            <option key={one} value={one}>
              {sayCommand(one)}
            </option>
          ))}
        </select>
      )}
      <label>
        {t('hold.at')}{' '}
        <select value={host} onChange={({ target }) => setPicked(target.value)}>
          {servers.map((one) => (
            <option key={one.name} value={one.name}>
              {one.short}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="plain-button">
        {t('hold.add')}
      </button>
    </form>
  );
}
