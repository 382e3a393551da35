// Where would mail to an address go from this host, and through which tables? Counterpart: `address.test`, which is also
// `sendmail -bv` at the shell. Rule: nothing is sent; each step is one line, further in than the one that it follows from;
// a change of the tables shows at once.

import { type SubmitEvent, useId, useState } from 'react';

import type { AddressTestStep } from '../../contract/commands.ts';
import type { Host } from '../../contract/topology.ts';
import { showText } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { Part } from '../host/facts.tsx';
import { useAnswer } from '../host/use-answer.ts';

interface Props {
  host: Host;
  /** Why nothing can be asked, if so. */
  still: string | undefined;
}

export function AddressTest({ host, still }: Props) {
  const id = useId();
  const [address, setAddress] = useState('');
  const [asked, setAsked] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(address.trim());
  };
  return (
    <Part title={t('tables.test')}>
      <form className="address-test" onSubmit={submit}>
        <div className="field">
          <label htmlFor={id}>{t('tables.address')}</label>
          <input
            id={id}
            value={address}
            autoComplete="off"
            spellCheck={false}
            disabled={still !== undefined}
            onChange={(event) => setAddress(event.target.value)}
          />
        </div>
        <button type="submit" className="plain-button" disabled={still !== undefined || !address.includes('@')}>
          {t('tables.try')}
        </button>
      </form>
      {still !== undefined && <p className="host__still">{still}</p>}
      {asked !== '' && still === undefined && <Way host={host} address={asked} />}
    </Part>
  );
}

/** Asked again whenever a setting of the host changes: one sees at once what the change does. */
function Way({ host, address }: { host: Host; address: string }) {
  const { reply, problem } = useAnswer('address.test', { host: host.name, address }, host);
  if (problem !== undefined) return <p className="host__still">{problem}</p>;
  return (
    <ol className="address-test__steps" aria-label={t('tables.way')} aria-live="polite">
      {(reply?.steps ?? []).map((step, at) => (
        <li key={`${String(at)} ${step.address}`} className="address-test__step">
          <span aria-hidden="true">{'\u2003'.repeat(step.depth)}</span>
          <code>{showText(step.address)}</code> {describe(step)}
        </li>
      ))}
    </ol>
  );
}

/** What the table says of the address, in a sentence that begins with the address. */
function describe({ table, after, entry, called, keptIn, sender, reply }: AddressTestStep): string {
  const to = showText(after.join(', '));
  const said = t(`tables.step.${table}`, {
    to,
    reply: showText(`${reply?.code ?? ''} ${reply?.enhanced ?? ''} ${reply?.text ?? ''}`),
  });
  return [
    said,
    entry === undefined ? '' : t('tables.step.row', { entry: showText(entry) }),
    called === undefined ? '' : t('tables.step.called', { called: showText(called) }),
    keptIn === undefined ? '' : t('tables.step.kept', { mailbox: showText(keptIn) }),
    sender === undefined ? '' : t('tables.step.sender', { sender: showText(sender) }),
  ]
    .filter((part) => part !== '')
    .join(' ');
}
