// The letter of the benches, signed by its sender's domain, so that whoever verifies signatures has one to verify.
// Counterpart: letter.ts; defended-topology.ts publishes the key. Rule: the key comes of the lab's seed, as every
// signing host's does.

import { dkimKey } from '../engine/policy/dkim/keys.ts';
import { signLetter } from '../engine/policy/dkim/mailauth.ts';
import { fromByteString } from '../mail/bytes.ts';
import { Message } from '../mail/message.ts';
import { CHAIN_SEED, CHAIN_SENDER } from './chain-topology.ts';
import { LETTER } from './letter.ts';

const [, domain = ''] = CHAIN_SENDER.split('@');

export const SIGNATURE = {
  domain,
  selector: 'bench',
  algorithm: 'rsa-sha256',
  canonicalization: 'relaxed/relaxed',
} as const;

export async function signedLetter(): Promise<Buffer> {
  const { privateKey } = dkimKey(CHAIN_SEED, SIGNATURE.domain, SIGNATURE.selector, SIGNATURE.algorithm);
  const fields = await signLetter(new Message(LETTER), [{ ...SIGNATURE, privateKey }], Date.UTC(2026, 0, 5));
  return Buffer.concat([...fields.map(fromByteString), LETTER]);
}
