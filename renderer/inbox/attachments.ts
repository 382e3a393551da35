// What hangs on a letter beside the text that is shown. Counterpart: shown-letter.ts chooses the text; attachments-list.tsx
// shows the rest. Rule: every part that isn't shown is one of these, so that nothing is hidden.

import type { ByteString } from '../../mail/bytes.ts';
import { firstValue } from '../../mail/fields.ts';
import type { MimePart } from '../../mail/mime.ts';
import { parseParameterised } from '../../mail/parameters.ts';
import { decodeAny, readWords } from '../store/charsets.ts';
import { showText } from '../store/octets.ts';
import { type SafeName, safeFileName } from './file-name.ts';

export interface Attachment extends SafeName {
  part: MimePart;
  /** As its writer called it. */
  called: string;
  type: string;
}

/** `shown`: the parts that are shown. */
export function attachmentsOf(whole: MimePart, shown: ReadonlySet<MimePart>): Attachment[] {
  return leaves(whole)
    .filter((part) => !shown.has(part))
    .map((part, at) => {
      const called = nameOf(part);
      const type = `${part.type}/${part.subtype}`;
      const instead = part.message ? `letter-${at + 1}.eml` : `part-${at + 1}.${ending(part)}`;
      return { part, called: showText(called), type, ...safeFileName(called, instead) };
    });
}

/** Parts that hold something: no multipart that could be taken apart, and nothing inside an attached letter. */
export function leaves(part: MimePart): MimePart[] {
  return part.parts.length === 0 ? [part] : part.parts.flatMap(leaves);
}

/** RFC 2183's filename before RFC 2045's name; both are met as encoded words too, though RFC 2047 forbids it. */
export function nameOf({ fields, message }: MimePart): string {
  const parameter = (field: string, name: string): ByteString | undefined =>
    parseParameterised(firstValue(fields, field) ?? '', decodeAny).params[name];
  const written = parameter('Content-Disposition', 'filename') ?? parameter('Content-Type', 'name');
  if (written !== undefined) return readWords(written);
  const subject = message && readWords(firstValue(message.fields, 'Subject') ?? '').trim();
  return subject ? `${subject}.eml` : '';
}

const ending = ({ type, subtype }: MimePart): string =>
  type === 'text' && subtype === 'plain' ? 'txt' : /^[a-z0-9]{1,8}$/.test(subtype) ? subtype : 'bin';
