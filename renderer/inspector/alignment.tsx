// DMARC as what it is: two comparisons with the domain in From, one of what SPF proved, one of what DKIM proved; one that
// is aligned is enough. Counterpart: engine/policy/dmarc.ts tells them as reasons. Rule: a proof that is missing has its
// row too, with why.

import type { Reason } from '../../contract/events.ts';
import { showText } from '../store/octets.ts';
import { t } from '../text/t.ts';
import './alignment.css';

const METHODS = ['spf', 'dkim'] as const;

export function Alignment({ reasons }: { reasons: readonly Reason[] }) {
  const compared = reasons.filter(({ code }) => code === 'dmarc.aligned' || code === 'dmarc.unaligned');
  const author = reasons.map(({ params }) => params['author']).find((one) => one !== undefined);
  // Without a record there is nothing that has to be aligned.
  if (author === undefined || !reasons.some(({ code }) => code === 'dmarc.record')) return null;
  return (
    <table className="alignment">
      <caption>{t('alignment.title', { author: showText(String(author)) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('alignment.method')}</th>
          <th scope="col">{t('alignment.proved')}</th>
          <th scope="col">{t('alignment.mode')}</th>
          <th scope="col">{t('alignment.result')}</th>
        </tr>
      </thead>
      <tbody>
        {METHODS.flatMap((method) => {
          const rows = compared.filter(({ params }) => params['method'] === method);
          return rows.length > 0
            ? rows.map((reason, at) => <Compared key={`${method} ${at}`} method={method} reason={reason} />)
            : [<Missing key={method} method={method} reasons={reasons} />];
        })}
      </tbody>
    </table>
  );
}

interface RowProps {
  method: (typeof METHODS)[number];
}

function Compared({ method, reason: { code, params } }: RowProps & { reason: Reason }) {
  const isAligned = code === 'dmarc.aligned';
  return (
    <tr data-aligned={isAligned}>
      <th scope="row">{method.toUpperCase()}</th>
      <td>
        <code>{showText(String(params['domain'] ?? ''))}</code>
      </td>
      <td>{showText(String(params['mode'] ?? ''))}</td>
      <td>
        <b>{t(isAligned ? 'alignment.yes' : 'alignment.no')}</b>
      </td>
    </tr>
  );
}

function Missing({ method, reasons }: RowProps & { reasons: readonly Reason[] }) {
  const why = reasons.find(({ code, params }) => code === 'dmarc.unproven' && params['method'] === method);
  const result = why?.params['result'];
  return (
    <tr data-aligned={false}>
      <th scope="row">{method.toUpperCase()}</th>
      <td colSpan={2}>
        {result === undefined
          ? t('alignment.unchecked')
          : t('alignment.unproven', { result: showText(String(result)) })}
      </td>
      <td>
        <b>{t('alignment.no')}</b>
      </td>
    </tr>
  );
}
