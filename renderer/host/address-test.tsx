// Where would mail to an address go from this host, and through which tables? Counterpart: `address.test`, which is also
// `sendmail -bv` at the shell. Rule: nothing is sent; each step is one line, further in than the one that it follows from.

import { type FormEvent, useId, useState } from 'react';

import type { AddressTestStep } from '../../contract/commands.ts';
import { useBenchParts } from '../app/use-bench.ts';
import { describeFailure } from '../inbox/failure.ts';
import { showText } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { Part } from './facts.tsx';
import { useStillness } from './use-stillness.ts';

export function AddressTest({ host }: { host: string }) {
  const { source } = useBenchParts();
  const still = useStillness();
  const id = useId();
  const [address, setAddress] = useState('');
  const [steps, setSteps] = useState<AddressTestStep[]>([]);
  const [problem, setProblem] = useState('');
  const test = async (event: FormEvent) => {
    event.preventDefault();
    try {
      setSteps((await source.dispatch('address.test', { host, address: address.trim() })).steps);
      setProblem('');
    } catch (error) {
      setSteps([]);
      setProblem(describeFailure(error));
    }
  };
  return (
    <Part title={t('tables.test')}>
      <form className="address-test" onSubmit={(event) => void test(event)}>
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
      {(still ?? problem) !== '' && <p className="host__still">{still ?? problem}</p>}
      <ol className="address-test__steps" aria-label={t('tables.way')} aria-live="polite">
        {steps.map((step, at) => (
          <li key={`${String(at)} ${step.address}`} className="address-test__step">
            <span aria-hidden="true">{'\u2003'.repeat(step.depth)}</span>
            <code>{showText(step.address)}</code> {describe(step)}
          </li>
        ))}
      </ol>
    </Part>
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
