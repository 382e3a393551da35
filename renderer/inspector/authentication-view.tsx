// Is it who it says it is? What a server's checks came to, step by step, and what each signature was made over.
// Counterpart: authentication.ts. Rule: shown only where somebody checked; the letter is read when it is asked for.

import { useEffect, useState } from 'react';

import { useBenchParts } from '../app/use-bench.ts';
import type { MessageId } from '../../contract/ids.ts';
import { sayReason } from '../explain/decision.ts';
import { shortName } from '../store/hosts.ts';
import type { ByteString } from '../../mail/bytes.ts';
import type { Journey } from '../store/journeys.ts';
import type { HeaderLine } from '../store/letter.ts';
import { showText } from '../store/octets.ts';
import { otherwiseKey, reasonKey, showPolicy } from '../text/policy.ts';
import { t } from '../text/t.ts';
import { Alignment } from './alignment.tsx';
import './authentication.css';
import { type Check, checksOf, type Signed, signedParts, transfersOf, type Transfers } from './authentication.ts';
import { SpfDebugger } from './spf-debugger.tsx';
import { readWireLetter } from './wire-letter.ts';

interface Props {
  journey: Journey;
  message: MessageId;
  header: readonly HeaderLine[];
}

export function AuthenticationView({ journey, message, header }: Props) {
  const checks = checksOf(journey.dialogs, message);
  const [first] = checks;
  if (!first) return null;
  const { sent, checked } = transfersOf(journey.dialogs, header, first.host);
  const isSigned = checks.some(({ reasons }) => reasons.some(({ code }) => code === 'dkim.signature'));
  return (
    <section className="authentication" aria-labelledby="authentication-title">
      <div className="authentication__head">
        <h3 id="authentication-title">{t('auth.title')}</h3>
        <span>{t('auth.at', { host: shortName(first.host) })}</span>
      </div>
      {checks.map((check) => (
        <CheckSteps key={check.policy} check={check} />
      ))}
      {isSigned && checked !== undefined && (
        <Signatures key={`${sent?.at} ${checked.at}`} sent={sent} checked={checked} />
      )}
    </section>
  );
}

function CheckSteps({ check: { policy, results, reasons, rfc, otherwise = [] } }: { check: Check }) {
  return (
    <details className="authentication__check">
      <summary>
        {showPolicy(policy).title} <b data-result={results[0]}>{results.join(', ')}</b>
      </summary>
      {(policy === 'spf' || policy === 'sender-id') && <SpfDebugger reasons={reasons} />}
      {policy === 'dmarc' && <Alignment reasons={reasons} />}
      <ol>
        {reasons.map((reason, at) => {
          const { key, params } = sayReason(reason, reasonKey);
          return <li key={at}>{t(key, params)}</li>;
        })}
      </ol>
      {otherwise.length > 0 && (
        <ul>
          {otherwise.map((reason, at) => {
            const { key, params } = sayReason(reason, otherwiseKey);
            return <li key={at}>{t(key, params)}</li>;
          })}
        </ul>
      )}
      {rfc !== undefined && <p className="authentication__rfc">{rfc}</p>}
    </details>
  );
}

function Signatures({ sent, checked }: Transfers) {
  const { source } = useBenchParts();
  const [isOpen, setOpen] = useState(false);
  const [signed, setSigned] = useState<Signed[] | 'gone'>();
  useEffect(() => {
    if (!isOpen) return undefined;
    let isWanted = true;
    const read = async () => {
      const letter = await readWireLetter(source, checked);
      const original = sent === undefined ? undefined : await readWireLetter(source, sent);
      return letter === undefined ? 'gone' : signedParts(letter, original);
    };
    read()
      .catch(() => 'gone' as const)
      .then((parts) => isWanted && setSigned(parts))
      .catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [source, isOpen, sent, checked]);
  return (
    <details className="authentication__check" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('auth.canonical.title')}</summary>
      {signed === 'gone' && <p>{t('auth.gone')}</p>}
      {Array.isArray(signed) &&
        signed.map((one) => <SignedParts key={`${one.signature.domain} ${one.signature.selector}`} signed={one} />)}
    </details>
  );
}

function SignedParts({ signed: { signature, fields, body, isCompared, change } }: { signed: Signed }) {
  const { domain, selector, header, body: bodyForm } = signature;
  return (
    <div className="authentication__signed">
      <h4>{t('auth.signed.by', { domain: showText(domain), selector: showText(selector) })}</h4>
      <p>{t('auth.signed.help', { header, body: bodyForm })}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('auth.field')}</th>
            <th scope="col">{t('auth.canonical')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ before, after, changed }) => (
            <tr key={before}>
              <td>
                <code>{showText(before.trimEnd())}</code>
              </td>
              <td>
                <code>{showText(after.trimEnd())}</code>
                {changed && <b className="authentication__changed">{t('auth.changed')}</b>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {t('auth.body', { count: body.length })} {change && t('auth.body.differs', { line: change.line })}
        {isCompared && !change && t('auth.body.same')}
      </p>
      {change && (
        <dl>
          <dt>{t('auth.was')}</dt>
          <dd>
            <MarkedByte line={change.was} at={change.at} />
          </dd>
          <dt>{t('auth.is')}</dt>
          <dd>
            <MarkedByte line={change.is} at={change.at} />
          </dd>
        </dl>
      )}
    </div>
  );
}

/** A line with the octet marked where it stops being the other one. */
function MarkedByte({ line, at }: { line: ByteString; at: number }) {
  if (line === '') return <code>{t('auth.noLine')}</code>;
  return (
    <code>
      {showText(line.slice(0, at))}
      <mark>{showText(line.charAt(at)) || '\u23ce'}</mark>
      {showText(line.slice(at + 1))}
    </code>
  );
}
