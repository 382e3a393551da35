// The dialog as somebody on the wire sees it: what was said in the clear, then the handshake as far as it is readable,
// then ciphertext. Counterpart: records.ts; `wire.ciphertext` and `bytes.read` of the contract. Rule: these are the octets
// that crossed; as long as the connection is open the engine hasn't told them yet, and the view says so.

import { useEffect, useState } from 'react';

import { useBenchParts } from '../../app/use-bench.ts';
import type { Dialog } from '../../store/dialog.ts';
import { SCREEN_LIMITS } from '../../store/limits.ts';
import { hexLines, showText } from '../../store/octets.ts';
import type { Source } from '../../source/source.ts';
import { t, type TextKey } from '../../text/t.ts';
import { DialogItemView } from '../dialog-item.tsx';
import './eavesdropper.css';
import { type Flight, recordsOf, type TlsRecord } from './records.ts';

/** Rows of a record that are shown: enough to see that there is nothing to see. */
const SHOWN_OCTETS = 48;

export function EavesdropperView({ dialog, title }: { dialog: Dialog; title: string }) {
  const records = useRecords(dialog);
  const start = dialog.items.findIndex((item) => item.kind === 'tls');
  const clear = dialog.items.slice(0, start).slice(-SCREEN_LIMITS.wholeDialog);
  return (
    <div
      className="dialog__scroll eavesdropper"
      role="group"
      aria-label={t('eavesdropper.title', { title })}
      tabIndex={0}
    >
      {clear.length > 0 && <p className="eavesdropper__note">{t('eavesdropper.clear')}</p>}
      {clear.map((item) => (
        <DialogItemView
          key={item.seq}
          item={item}
          time={undefined}
          isPointed={false}
          isFound={false}
          isCurrent={false}
        />
      ))}
      <p className="eavesdropper__note">{t('eavesdropper.tls')}</p>
      {records === 'waiting' && <p className="eavesdropper__note">{t('eavesdropper.waiting')}</p>}
      {records === 'gone' && <p className="eavesdropper__note">{t('bulk.expired')}</p>}
      {typeof records === 'object' && records.map((record, index) => <Record key={index} record={record} />)}
    </div>
  );
}

function Record({ record }: { record: TlsRecord }) {
  const { from, octets, bytes } = record;
  return (
    <div className={`record record--${from}`}>
      <p className="record__what">
        {t(from === 'client' ? 'dialog.client' : 'dialog.server')} {wordsFor(record)}
      </p>
      <pre className="record__bytes">
        {hexLines(bytes.slice(0, SHOWN_OCTETS))}
        {bytes.length > SHOWN_OCTETS && `\n${t('eavesdropper.more', { octets: octets - SHOWN_OCTETS })}`}
      </pre>
    </div>
  );
}

function wordsFor({ kind, octets, hello }: TlsRecord): string {
  if (hello?.by === 'client') {
    const versions = hello.versions.join(', ');
    return hello.servername === undefined
      ? t('eavesdropper.clientHello', { versions })
      : t('eavesdropper.clientHello.name', { name: showText(hello.servername), versions });
  }
  if (hello?.by === 'server') return t('eavesdropper.serverHello', { version: hello.version ?? '?' });
  return t(`eavesdropper.${kind}` satisfies TextKey, { octets });
}

type Records = TlsRecord[] | 'waiting' | 'gone';

/** Reads the flights once they are told; what comes too late for another dialog is dropped. */
function useRecords({ flights }: Dialog): Records {
  const { source } = useBenchParts();
  const [records, setRecords] = useState<Records>('waiting');
  const count = flights.length;
  useEffect(() => {
    if (count === 0) return undefined;
    let isWanted = true;
    readFlights(source, flights.slice(0, SCREEN_LIMITS.flights))
      .then((read) => isWanted && setRecords(read === undefined ? 'gone' : recordsOf(read)))
      .catch(() => isWanted && setRecords('gone'));
    return () => {
      isWanted = false;
    };
  }, [source, flights, count]);
  return records;
}

async function readFlights(source: Source, flights: Dialog['flights']): Promise<Flight[] | undefined> {
  const answers = await Promise.all(
    flights.map(async ({ from, ref: { at, length } }) => {
      const ref = { at, length: Math.min(length, SCREEN_LIMITS.flightOctets) };
      return { from, ...(await source.dispatch('bytes.read', { ref })) };
    }),
  );
  return answers.some((one) => one.expired) ? undefined : answers;
}
