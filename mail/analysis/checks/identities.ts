// Do the names that a letter gives itself go together: From, Sender, Reply-To, Return-Path, Message-ID? Counterpart:
// kinds.ts, because lists, forwarders and newsletters let them differ by their nature. Rule: a difference that is explained
// by what the letter says it is stays a note.

import { splitAddress } from '../../address.ts';
import { parseSignature } from '../../dkim/signature.ts';
import { type Mailbox, parseMailboxes } from '../../mailboxes.ts';
import { messageIds } from '../../message-ids.ts';
import { decodeWords } from '../../words.ts';
import { indicesOf } from '../claimed-letter.ts';
import { type Case, type Check, finding, type Finding } from '../finding.ts';
import { isLocalName, sameOrganisation } from '../organisation.ts';

/** One address of a field, and which field that is. */
interface Named {
  field: number;
  mailbox: Mailbox;
  domain: string;
}

export const identities: Check = (letter) => {
  const author = namedIn(letter, 'From')[0];
  return [...ofAuthor(letter), ...(author ? [...beside(letter, author), ...messageId(letter, author)] : [])];
};

function namedIn(letter: Case, name: string): Named[] {
  return indicesOf(letter, name)
    .slice(0, 1)
    .flatMap((field) =>
      parseMailboxes(letter.fields[field]?.value ?? '').map((mailbox) => ({
        field,
        mailbox,
        domain: splitAddress(mailbox.address)?.domain ?? '',
      })),
    );
}

/** Characters that turn text around, or can't be seen. */
const HIDDEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\p{Cc}/u;

function ofAuthor(letter: Case): Finding[] {
  const authors = namedIn(letter, 'From');
  const found: Finding[] = [];
  for (const { field, mailbox, domain } of authors.slice(0, 1)) {
    const name = decodeWords(mailbox.name ?? '');
    const inName = /[\w.+-]+@([\w-]+(?:\.[\w-]+)+)/.exec(name);
    // Lists that write in their own name say so: “Alice via List”.
    if (inName && !sameOrganisation(inName[1], domain) && !letter.kinds.includes('list')) {
      const params = { name: inName[0], address: mailbox.address };
      found.push(finding(letter, 'from.name', { marks: [[field]], params }));
    }
  }
  for (const field of ['From', 'Reply-To', 'Subject'].flatMap((name) => indicesOf(letter, name))) {
    const { name = '', value = '' } = letter.fields[field] ?? {};
    const hidden = HIDDEN.exec(decodeWords(value).replaceAll('\t', ' '))?.[0];
    if (hidden === undefined) continue;
    const point = `U+${hidden.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    found.push(finding(letter, 'from.hidden', { marks: [[field]], params: { name, point } }));
  }
  if (authors.length > 1 && indicesOf(letter, 'Sender').length === 0) {
    found.push(finding(letter, 'from.several', { marks: [[authors[0]?.field]], params: { count: authors.length } }));
  }
  return found;
}

/** What stands beside the author, if it is another house's. */
function beside(letter: Case, author: Named): Finding[] {
  const isSigned = indicesOf(letter, 'DKIM-Signature').some((index) =>
    sameOrganisation(parseSignature(letter.fields[index]?.value ?? '')?.domain, author.domain),
  );
  const [sender] = namedIn(letter, 'Sender');
  const isExplained = letter.kinds.length > 0 || isSigned || (sender !== undefined && !isOther(sender, author));
  const found: Finding[] = [];
  const tell = (name: string, code: Finding['code']) => {
    const [other] = namedIn(letter, name);
    if (!other || !isOther(other, author)) return;
    const marks = [
      [author.field, author.mailbox.address],
      [other.field, other.mailbox.address],
    ] as const;
    const params = { author: author.mailbox.address, other: other.mailbox.address };
    found.push(finding(letter, code, { marks, params }));
  };
  tell('Sender', 'sender.other');
  tell('Return-Path', isExplained || sender !== undefined ? 'returnPath.explained' : 'returnPath.other');
  tell('Reply-To', isExplained ? 'replyTo.explained' : 'replyTo.other');
  const paths = indicesOf(letter, 'Return-Path');
  if (paths.length > 1)
    found.push(finding(letter, 'returnPath.twice', { marks: paths.map((index) => [index] as const) }));
  return found;
}

const isOther = (one: Named, author: Named): boolean =>
  one.domain !== '' && !sameOrganisation(one.domain, author.domain);

function messageId(letter: Case, author: Named): Finding[] {
  const [field] = indicesOf(letter, 'Message-ID');
  if (field === undefined) return [];
  const [id = ''] = messageIds(letter.fields[field]?.value ?? '');
  const domain = id.slice(id.lastIndexOf('@') + 1, -1);
  if (!id.includes('@') || domain === '') return [finding(letter, 'messageId.malformed', { marks: [[field]] })];
  if (isLocalName(domain)) return []; // a machine's own name, inside some house
  const related = [
    author.domain,
    ...['Sender', 'Return-Path', 'List-Id'].flatMap((name) => namedIn(letter, name).map((one) => one.domain)),
    ...letter.hops.map(({ received }) => received.by),
    ...indicesOf(letter, 'DKIM-Signature').map((at) => parseSignature(letter.fields[at]?.value ?? '')?.domain),
  ];
  if (related.some((name) => sameOrganisation(name, domain) || name === domain)) return [];
  const params = { domain, author: author.domain };
  return [finding(letter, 'messageId.other', { marks: [[field, domain]], params })];
}
