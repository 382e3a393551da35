// What kinds of files a letter may bring along, by the name that the part gives them, by the type that it claims, and by
// how the file begins. Counterpart: mail/mime.ts takes the letter apart. Rule: a name decides on the reader's computer,
// so the name is read as that computer reads it: without spaces and dots at its end, whatever the case.

import type { Reason } from '../../contract/events.ts';
import { z } from '../../contract/schema.ts';
import { toByteString } from '../../mail/bytes.ts';
import { decodeBody, decodeWords, leafParts, type MimePart } from '../../mail/mime.ts';
import { REPLIES } from '../../mail/smtp/replies.ts';
import { POLICY_LIMITS } from './limits.ts';
import { placement } from './placement.ts';
import { CONTINUE, type Decision, definePolicy } from './policy.ts';

const words = z.string().max(1000);

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(false),
  placement,
  extensions: words.default('exe com scr pif bat cmd js vbs jar msi hta lnk'),
  types: words.default('application/x-msdownload application/x-executable'),
  /** A program with a harmless name is still one. */
  looksInside: z.boolean().default(true),
  onFound: z.enum(['refuse', 'hold', 'discard', 'accept']).default('refuse'),
});

type Settings = z.infer<typeof settingsSchema>;

export const attachments = definePolicy({
  name: 'attachments',
  rfc: 'RFC 2183 section 2.3',
  settings: settingsSchema,
  stages: {
    message({ message }, { settings }) {
      if (!settings.enabled || !message) return CONTINUE;
      const parts = [...leafParts(message.mime)];
      for (const part of parts) {
        const reason = wrongWith(part, message.text, settings);
        if (reason) return conclude(reason, settings.onFound);
      }
      return { verdict: 'continue', reasons: [{ code: 'attachment.fine', params: { parts: parts.length } }] };
    },
  },
});

function wrongWith(part: MimePart, message: string, settings: Settings): Reason | undefined {
  const given = part.disposition?.params['filename'] ?? part.params['name'] ?? '';
  const file = decodeWords(given).slice(0, POLICY_LIMITS.shownCharacters);
  const type = `${part.type}/${part.subtype}`;
  const params = { file, type };
  const extension = /\.([^.]*)$/.exec(file.replace(/[. ]+$/, '').toLowerCase())?.[1] ?? '';
  if (isAmong(extension, settings.extensions))
    return { code: 'attachment.extension', params: { ...params, extension } };
  if (isAmong(type, settings.types)) return { code: 'attachment.type', params };
  if (!settings.looksInside) return undefined;
  const kind = programKind(part, message);
  return kind === undefined ? undefined : { code: 'attachment.program', params: { ...params, kind } };
}

function isAmong(what: string, list: string): boolean {
  return (
    what !== '' &&
    list
      .toLowerCase()
      .split(/[\s,]+/)
      .some((one) => one.replace(/^\./, '') === what)
  );
}

/** Programs say what they are with their first octets. */
function programKind(part: MimePart, message: string): string | undefined {
  const beginning = { ...part, end: Math.min(part.end, part.headerEnd + POLICY_LIMITS.magicOctets) };
  const octets = decodeBody(beginning, message);
  const text = toByteString(octets);
  // Two letters may begin a sentence too; a DOS header goes on with octets that no text has.
  if (text.startsWith('MZ') && octets.subarray(2, 32).includes(0)) return 'Windows';
  return text.startsWith('\x7fELF') ? 'Unix' : undefined;
}

function conclude(reason: Reason, onFound: Settings['onFound']): Decision {
  const found = { reasons: [reason], otherwise: [{ code: 'attachment.other', params: reason.params }] };
  switch (onFound) {
    case 'refuse':
      return {
        verdict: 'reject',
        reply: REPLIES.contentRejected('attachment of a type that is not accepted here'),
        ...found,
      };
    case 'hold':
      return { verdict: 'quarantine', ...found };
    case 'discard':
      return { verdict: 'discard', ...found };
    case 'accept':
      return { verdict: 'continue', reasons: [reason] };
  }
}
