// Every name that a letter and its session carry: what it says, who set it, whether the sender can lie in it, who checks
// it, whether the reader ever sees it. Counterpart: identity-board.tsx. Rule: only what was really said stands here, so
// it grows while the dialog runs.

import type { Dialog, Fact, Lookup } from '../store/dialog.ts';
import { type HeaderLine, valueOf } from '../store/letter.ts';

export type IdentityName =
  | 'peer'
  | 'reverse'
  | 'helo'
  | 'login'
  | 'mailFrom'
  | 'rcptTo'
  | 'from'
  | 'sender'
  | 'replyTo'
  | 'returnPath'
  | 'dkim'
  | 'results';

export interface Identity {
  name: IdentityName;
  value: string;
  /** `order`: it isn't a claim but an instruction. */
  lie: 'no' | 'yes' | 'owner' | 'order';
  checkedBy: 'tcp' | 'dns' | 'nobody' | 'password' | 'login' | 'server' | 'spf' | 'signature' | 'copy';
  seen: 'yes' | 'trace' | 'no';
}

interface Sources {
  dialog: Dialog | undefined;
  /** What the server asked about the client. */
  asked: readonly Lookup[];
  header: readonly HeaderLine[];
  /** The letter that is looked at, where the session carried several. */
  message: string | undefined;
}

export function identitiesOf({ dialog, asked, header, message }: Sources): Identity[] {
  return [...ofSession(dialog, asked, message), ...ofLetter(header)];
}

function ofSession(dialog: Dialog | undefined, asked: readonly Lookup[], message: string | undefined): Identity[] {
  if (!dialog) return [];
  const { facts, client } = dialog;
  const last = <T extends Fact['type']>(type: T, isOurs: (fact: Fact) => boolean = () => true) =>
    facts.findLast((fact): fact is Extract<Fact, { type: T }> => fact.type === type && isOurs(fact));
  const isOurs = (fact: Fact) => message === undefined || fact.message === message;
  const reverse = asked.find((one) => one.type === 'PTR' && one.host === dialog.server.host)?.outcome;
  const helo = last('smtp.helo');
  const login = last('auth.succeeded');
  const mail = last('smtp.mail', isOurs);
  const hasSpf = facts.some((fact) => fact.type === 'policy.decided' && fact.data.policy === 'spf');
  const recipients = facts.filter((fact) => fact.type === 'smtp.rcpt' && isOurs(fact) && fact.data.accepted);
  const found: Identity[] = [
    { name: 'peer', value: client.address, lie: 'no', checkedBy: 'tcp', seen: 'trace' },
    {
      name: 'reverse',
      value: reverse?.answers[0]?.replace(/\.$/, '') ?? '',
      lie: 'owner',
      checkedBy: 'dns',
      seen: 'trace',
    },
    { name: 'helo', value: helo?.data.argument ?? '', lie: 'yes', checkedBy: 'nobody', seen: 'trace' },
    { name: 'login', value: login?.data.login ?? '', lie: 'no', checkedBy: 'password', seen: 'no' },
    {
      name: 'mailFrom',
      value: mail && (mail.data.reversePath || '<>'),
      lie: 'yes',
      checkedBy: login ? 'login' : hasSpf ? 'spf' : 'nobody',
      seen: 'trace',
    },
    ...recipients.map((fact) => ({
      name: 'rcptTo' as const,
      value: fact.type === 'smtp.rcpt' ? fact.data.forwardPath : '',
      lie: 'order' as const,
      checkedBy: 'server' as const,
      seen: 'no' as const,
    })),
  ].filter((one): one is Identity => one.value !== undefined && one.value !== '');
  return found;
}

const FIELDS: readonly (Omit<Identity, 'value'> & { field: string })[] = [
  { field: 'from', name: 'from', lie: 'yes', checkedBy: 'nobody', seen: 'yes' },
  { field: 'sender', name: 'sender', lie: 'yes', checkedBy: 'nobody', seen: 'yes' },
  { field: 'reply-to', name: 'replyTo', lie: 'yes', checkedBy: 'nobody', seen: 'yes' },
  { field: 'return-path', name: 'returnPath', lie: 'yes', checkedBy: 'copy', seen: 'no' },
  { field: 'dkim-signature', name: 'dkim', lie: 'no', checkedBy: 'signature', seen: 'no' },
  { field: 'authentication-results', name: 'results', lie: 'yes', checkedBy: 'server', seen: 'no' },
];

function ofLetter(header: readonly HeaderLine[]): Identity[] {
  return FIELDS.flatMap(({ field, ...identity }) => {
    const value = valueOf(header, field);
    const shown = identity.name === 'dkim' ? domainOf(value) : value;
    return shown === '' ? [] : [{ ...identity, value: shown }];
  });
}

/** The d= of a signature (RFC 6376 section 3.5). */
function domainOf(signature: string): string {
  return /(?:^|;)\s*d\s*=\s*([^;\s]*)/.exec(signature)?.[1] ?? '';
}
