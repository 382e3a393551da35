// parts: what a letter consists of, as a mail program takes it apart (RFC 2046); each of the named must be there, in this
// order. Counterpart: stored, the same octets as lines. Containers aren't parts, only what is in them.
//   parts: { mailbox: bob@harbor.example, is: [{ type: text/plain }, { type: image/gif, name: heart.gif, octets: 48 }] }

import { z } from '../../../contract/schema.ts';
import { toByteString } from '../../../mail/bytes.ts';
import { decodeCharset, decodeUndeclared } from '../../../mail/charset.ts';
import { decodeBody, type MimePart, walkMime } from '../../../mail/mime.ts';
import { quoted } from '../../book/lines.ts';
import type { SayParam } from '../../text/say.ts';
import { passes, valueTestSchema } from '../value.ts';
import { defineLetterTest } from './letter-test.ts';

const MOST = 8; // more parts than a lesson's letter has

const partSchema = z.strictObject({
  type: z.string().max(80).optional(),
  /** The file name that it proposes. */
  name: valueTestSchema.optional(),
  encoding: z.string().max(40).optional(),
  /** Octets, once decoded. */
  octets: valueTestSchema.optional(),
  /** How the octets begin, decoded. */
  begins: z.string().max(80).optional(),
  /** The text, decoded by its charset. */
  text: valueTestSchema.optional(),
});
type PartSpec = z.output<typeof partSchema>;

export const partsTest = defineLetterTest<PartSpec[]>({
  name: 'parts',
  schema: z.array(partSchema).min(1).max(MOST) as unknown as z.ZodType<PartSpec[]>,
  reads: ['stored'],
  failing(letter, copy, wanted) {
    const bytes = (copy ?? letter.copies.at(-1))?.bytes;
    if (bytes === undefined) return { key: 'text.reading', params: {} };
    const parts = leavesOf(walkMime(bytes));
    let at = 0;
    for (const spec of wanted) {
      const found = parts.findIndex((part, index) => index >= at && isSuch(part, bytes, spec));
      if (found < 0) {
        return { key: 'parts.missing', params: { wanted: wordsOf(spec), seen: quoted(parts.map(typeOf).join(', ')) } };
      }
      at = found + 1;
    }
    return undefined;
  },
});

function leavesOf(part: MimePart): MimePart[] {
  return part.parts.length === 0 ? [part] : part.parts.flatMap(leavesOf);
}

function isSuch(part: MimePart, message: string, { type, name, encoding, octets, begins, text }: PartSpec): boolean {
  const body = toByteString(decodeBody(part, message));
  return (
    (type === undefined || typeOf(part) === type.toLowerCase()) &&
    passes(nameOf(part), name) &&
    (encoding === undefined || part.encoding === encoding) &&
    passes(body.length, octets) &&
    (begins === undefined || body.startsWith(begins)) &&
    passes(decodeCharset(body, part.params['charset'] ?? '') ?? decodeUndeclared(body), text)
  );
}

const typeOf = ({ type, subtype }: MimePart): string => `${type}/${subtype}`;
const nameOf = ({ disposition, params }: MimePart): string | undefined =>
  disposition?.params['filename'] ?? params['name'];

function wordsOf({ type, name, encoding }: PartSpec): SayParam {
  const words = [type, name, encoding].filter((one) => typeof one === 'string');
  return words.length === 0 ? { names: 'parts.asItShouldBe' } : words.join(', ');
}
