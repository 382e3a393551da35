// Fetches a letter's text: out of the mailbox once it is there, before that out of what was said on the wire.
// Counterpart: `store.read` and `bytes.read` of the contract. Rule: asked once per copy, and an answer that comes too
// late for what is shown is dropped.

import { useEffect, useState } from 'react';

import { useBenchParts } from '../app/use-bench.ts';
import type { BytesRef } from '../../contract/ids.ts';
import type { Source } from '../source/source.ts';
import { type BodyText, bodyText } from '../store/body.ts';
import type { Journey } from '../store/journeys.ts';
import type { Copy } from '../store/letter.ts';
import { readWireLetter } from './wire-letter.ts';

/** `octets`: the whole letter, for who wants it taken apart. */
type LetterText = (BodyText & { octets: string }) | { kind: 'loading' } | { kind: 'gone' };

export function useLetterText(journey: Journey, copy: Copy | undefined): LetterText {
  const { source } = useBenchParts();
  const [body, setBody] = useState<LetterText>({ kind: 'loading' });
  const mailbox = copy?.mailbox;
  const address = mailbox?.address;
  const uid = mailbox?.uid;
  const wire = lastData(journey);
  const at = address === undefined ? wire?.at : undefined;
  const length = address === undefined ? wire?.length : undefined;
  useEffect(() => {
    let isWanted = true;
    const place =
      address !== undefined && uid !== undefined
        ? { address, uid }
        : at !== undefined && length !== undefined
          ? { at, length }
          : undefined;
    const read = place === undefined ? Promise.resolve(undefined) : readLetter(source, place);
    read
      .catch(() => undefined)
      .then((octets) => isWanted && setBody(octets === undefined ? { kind: 'gone' } : { ...bodyText(octets), octets }))
      .catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [source, address, uid, at, length]);
  return body;
}

type Place = BytesRef | { address: string; uid: number };

/** The whole letter, one character an octet; undefined when it isn't there any more. */
async function readLetter(source: Source, place: Place): Promise<string | undefined> {
  if ('address' in place) return (await source.dispatch('store.read', place)).bytes;
  return readWireLetter(source, place);
}

function lastData({ dialogs }: Journey): BytesRef | undefined {
  const data = dialogs.flatMap((one) => one.items.filter((item) => item.kind === 'bulk'));
  return data.findLast((item) => item.content === 'mailData')?.ref;
}
