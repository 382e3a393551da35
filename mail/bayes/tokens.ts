// A letter as a filter that learns sees it: a set of words, those of some fields marked with the field's name.
// Counterpart: score.ts weighs them; engine/policy/bayes.ts counts them. Rule: what a reader would see counts, decoded;
// the number of words is bounded, and the same letter always gives the same words in the same order.

import { toByteString, type ByteString } from '../bytes.ts';
import { decodeCharset, decodeUndeclared } from '../charset.ts';
import { BAYES_LIMITS } from '../limits.ts';
import type { Message } from '../message.ts';
import { parseMailboxes } from '../mailboxes.ts';
import { decodeBody, decodeWords, leafParts, type MimePart } from '../mime.ts';

/** Each word once, in the order of the letter. */
export function lettersTokens(message: Message): string[] {
  const tokens = new Set<string>();
  const add = (token: string): void => {
    if (tokens.size < BAYES_LIMITS.tokens) tokens.add(token);
  };
  for (const { value } of message.fieldsNamed('From')) {
    for (const { address } of parseMailboxes(value)) add(`from:${address.toLowerCase().slice(0, BAYES_LIMITS.word)}`);
  }
  for (const { value } of message.fieldsNamed('Subject')) {
    for (const word of words(decodeWords(value))) add(`subject:${word}`);
  }
  let left = BAYES_LIMITS.octets;
  for (const part of leafParts(message.mime)) {
    if (part.type !== 'text' || left <= 0) continue;
    const text = textOf(part, message.text).slice(0, left);
    left -= text.length;
    for (const host of hosts(text)) add(`link:${host}`);
    for (const word of words(part.subtype === 'html' ? withoutTags(text) : text)) add(word);
  }
  return [...tokens];
}

function textOf(part: MimePart, message: ByteString): string {
  const most = Math.min(part.end, part.headerEnd + BAYES_LIMITS.octets);
  const octets = toByteString(decodeBody({ ...part, end: most }, message));
  return decodeCharset(octets, part.params['charset'] ?? 'us-ascii') ?? decodeUndeclared(octets);
}

/** Runs of letters, digits and what holds words and prices together; the very short and the very long say nothing. */
function words(text: string): string[] {
  const found = text.toLowerCase().match(/[\p{L}\p{N}$€£%'’-]+/gu) ?? [];
  return found
    .map((word) => word.replace(/^['’-]+|['’-]+$/g, ''))
    .filter((word) => word.length >= BAYES_LIMITS.shortest && word.length <= BAYES_LIMITS.word);
}

/** Whose servers the letter's links lead to. */
function hosts(text: string): string[] {
  return [...text.matchAll(/\bhttps?:\/\/([a-z0-9.-]{1,253})/gi)].map(([, host = '']) => host.toLowerCase());
}

const withoutTags = (html: string): string => html.replace(/<[^<>]{0,2000}>/g, ' ');
