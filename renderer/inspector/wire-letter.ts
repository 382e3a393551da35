// A letter as it crossed a wire, one character an octet. Counterpart: `bytes.read` of the contract.

import type { BytesRef } from '../../contract/ids.ts';
import { type ByteString, fromByteString, toByteString } from '../../mail/bytes.ts';
import { unstuffDots } from '../../mail/smtp/data.ts';
import type { Source } from '../source/source.ts';

/** Undefined when it isn't kept any more. */
export async function readWireLetter(source: Source, ref: BytesRef): Promise<ByteString | undefined> {
  const { bytes, expired } = await source.dispatch('bytes.read', { ref });
  return expired ? undefined : toByteString(unstuffDots(fromByteString(bytes)));
}
