// What a part holds, its transfer encoding undone. Counterpart: octets-pair.tsx shows it as it lies there. Rule: text as
// text, the pictures that every browser knows as pictures, everything else as octets; nothing is run or fetched.

import { useMemo } from 'react';

import { type ByteString, toByteString } from '../../mail/bytes.ts';
import { decodeBody, type MimePart } from '../../mail/mime.ts';
import { encodeBase64 } from '../../mail/transfer.ts';
import { textOf } from '../store/charsets.ts';
import { SCREEN_LIMITS } from '../store/limits.ts';
import { hexLines, showText } from '../store/octets.ts';
import { showOctets } from '../text/octets.ts';
import { t } from '../text/t.ts';

const PICTURES = ['png', 'jpeg', 'gif', 'webp'];

export function PartContent({ part, octets }: { part: MimePart; octets: ByteString }) {
  const decoded = useMemo(() => decodeBody(part, octets), [part, octets]);
  const size = showOctets(decoded.length);
  if (part.type === 'text') {
    const { text, unknownCharset, isCut } = textOf(part, octets);
    return (
      <>
        {unknownCharset !== undefined && (
          <p className="parts__note">{t('inbox.unknownCharset', { charset: showText(unknownCharset) })}</p>
        )}
        <pre className="parts__content" tabIndex={0}>
          {showText(text)}
        </pre>
        {isCut && <p className="parts__note">{t('bulk.cut', { octets: SCREEN_LIMITS.shownOctets })}</p>}
      </>
    );
  }
  if (part.type === 'image' && PICTURES.includes(part.subtype) && decoded.length <= SCREEN_LIMITS.pictureOctets) {
    return (
      <img
        className="parts__picture"
        alt={t('parts.picture', { size })}
        src={`data:image/${part.subtype};base64,${encodeBase64(decoded)}`}
      />
    );
  }
  return (
    <>
      <p className="parts__note">{t('parts.binary', { size })}</p>
      <pre className="parts__content" tabIndex={0}>
        {hexLines(toByteString(decoded.subarray(0, SCREEN_LIMITS.hexOctets)))}
      </pre>
    </>
  );
}
