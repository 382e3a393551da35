// Words of a stranger's letter in a sentence of ours: decoded, made visible, cut. Rule: as store/octets.ts.

import type { ByteString } from '../../mail/bytes.ts';
import { readWords } from '../store/charsets.ts';
import { showText } from '../store/octets.ts';
import { ANALYZER_LIMITS } from './limits.ts';

export function quote(value: ByteString): string {
  const text = showText(readWords(value.slice(0, ANALYZER_LIMITS.quotedCharacters * 8)));
  const most = ANALYZER_LIMITS.quotedCharacters;
  return text.length > most ? `${text.slice(0, most)}\u2026` : text;
}
