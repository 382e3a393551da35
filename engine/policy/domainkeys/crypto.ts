// RSA with SHA-1, the one algorithm of DomainKeys (RFC 4870 section 3.3). Counterpart: ../domainkeys.ts verifies,
// ../domainkeys-signing.ts signs. Rule: a key or a signature that can't be read verifies nothing and throws nothing.

import { createPublicKey, createSign, createVerify, type KeyObject } from 'node:crypto';

import { type ByteString, fromByteString } from '../../../mail/bytes.ts';

/** Undefined for what is no RSA key of a size that can be used. */
export function publicKeyOf(base64: string): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'rsa' ? key : undefined;
  } catch {
    return undefined;
  }
}

export function verifiesRsaSha1(text: ByteString, signature: string, key: KeyObject): boolean {
  try {
    return createVerify('RSA-SHA1').update(fromByteString(text)).verify(key, signature, 'base64');
  } catch {
    return false;
  }
}

/** Base64. */
export function signRsaSha1(text: ByteString, privateKey: string): string {
  return createSign('RSA-SHA1').update(fromByteString(text)).sign(privateKey, 'base64');
}
