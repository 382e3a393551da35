// Folders as conversations: making, listing, renaming, removing, subscribing, copying and moving between them.
import { describe, expect, it } from 'vitest';
import { imapMachine } from '../../../../engine/access/imap/machine.ts';
import type { AccessMachine, Output } from '../../../../engine/access/machine.ts';
import { accountOf, contextFor } from '../access-context.ts';
import { converse } from '../dialogue.ts';
import { mailboxWith } from '../letters.ts';

/** Logged in; greeting and login are no part of the conversation. */
function session(mailbox = mailboxWith()): AccessMachine {
  const machine = imapMachine(contextFor(mailbox));
  machine.greet();
  machine.receive(Buffer.from('x LOGIN bob secret\r\n'));
  return Object.assign(machine, { greet: () => [] });
}

const said = (outputs: readonly Output[]): string =>
  outputs.map((one) => (one.kind === 'reply' ? Buffer.from(one.bytes).toString() : `<${one.kind}>`)).join('');
const ask = (machine: AccessMachine, line: string): string => said(machine.receive(Buffer.from(`${line}\r\n`)));

describe('IMAP folders', () => {
  it('are made, listed with what they are for, and removed', () => {
    converse(
      session(),
      `C: a CREATE Sent
      S: a OK Create completed.
      C: b CREATE "Lists/Mail 2.0/"
      S: b OK Create completed.
      C: c CREATE sent
      S: c NO [ALREADYEXISTS] Mailbox already exists: Sent.
      C: d CREATE inbox
      S: d NO [ALREADYEXISTS] Mailbox already exists: INBOX.
      C: e CREATE {6+}
      C: a*%//b
      S: e NO [CANNOT] a level of the name is empty.
      C: f LIST "" *
      S: * LIST (\\HasNoChildren) "/" INBOX
      S: * LIST (\\HasNoChildren) "/" "Lists/Mail 2.0"
      S: * LIST (\\HasNoChildren \\Sent) "/" Sent
      S: * LIST (\\Noselect \\HasChildren) "/" Lists
      S: f OK List completed.
      C: g LIST Lists/ %
      S: * LIST (\\HasNoChildren) "/" "Lists/Mail 2.0"
      S: g OK List completed.
      C: h LIST "" %
      S: * LIST (\\HasNoChildren) "/" INBOX
      S: * LIST (\\HasNoChildren \\Sent) "/" Sent
      S: * LIST (\\Noselect \\HasChildren) "/" Lists
      S: h OK List completed.
      C: i SELECT Lists
      S: i NO [NONEXISTENT] Mailbox doesn't exist: Lists
      C: j DELETE Lists
      S: j NO [HASCHILDREN] Lists is only a name above others; delete those.
      C: k DELETE INBOX
      S: k NO [CANNOT] INBOX can't be deleted.
      C: l DELETE "Lists/Mail 2.0"
      S: l OK Delete completed.
      C: m DELETE Lists
      S: m NO [NONEXISTENT] Mailbox doesn't exist: Lists.
      C: n LIST "" *
      S: * LIST (\\HasNoChildren) "/" INBOX
      S: * LIST (\\HasNoChildren \\Sent) "/" Sent
      S: n OK List completed.`,
    );
  });

  it('keep their letters through a renaming, with all below; INBOX stays and is emptied', () => {
    const mailbox = mailboxWith();
    converse(
      session(mailbox),
      `C: a CREATE a
      S: a OK Create completed.
      C: b CREATE a/b
      S: b OK Create completed.
      C: c RENAME a x/y
      S: c OK Rename completed.
      C: d RENAME INBOX old
      S: d OK Rename completed.
      C: e LIST "" *
      S: * LIST (\\HasNoChildren) "/" INBOX
      S: * LIST (\\HasNoChildren) "/" old
      S: * LIST (\\HasChildren) "/" x/y
      S: * LIST (\\HasNoChildren) "/" x/y/b
      S: * LIST (\\Noselect \\HasChildren) "/" x
      S: e OK List completed.
      C: f STATUS old (MESSAGES UIDNEXT)
      S: * STATUS old (MESSAGES 3 UIDNEXT 4)
      S: f OK Status completed.
      C: g STATUS INBOX (MESSAGES UIDNEXT)
      S: * STATUS INBOX (MESSAGES 0 UIDNEXT 4)
      S: g OK Status completed.
      C: h RENAME x/y x/y/z
      S: h NO [CANNOT] A mailbox can't be moved below itself.
      C: i RENAME nothing here
      S: i NO [NONEXISTENT] Mailbox doesn't exist: nothing.
      C: j RENAME old INBOX
      S: j NO [ALREADYEXISTS] Mailbox already exists: INBOX.`,
    );
  });

  it('are subscribed to by name, also when they are gone', () => {
    converse(
      session(),
      `C: a CREATE a/b
      S: a OK Create completed.
      C: b SUBSCRIBE a/b
      S: b OK Subscribe completed.
      C: c SUBSCRIBE gone
      S: c OK Subscribe completed.
      C: d UNSUBSCRIBE INBOX
      S: d OK Unsubscribe completed.
      C: e LSUB "" *
      S: * LSUB () "/" a/b
      S: * LSUB (\\Noselect) "/" gone
      S: e OK Lsub completed.
      C: f LSUB "" %
      S: * LSUB (\\Noselect) "/" gone
      S: * LSUB (\\Noselect) "/" a
      S: f OK Lsub completed.`,
    );
  });

  it('take copies with their flags, and moves that tell the new uids first', () => {
    const mailbox = mailboxWith();
    mailbox.setFlags(2, new Set(['Flagged']));
    const machine = session(mailbox);
    ask(machine, 'a CREATE Archive');
    ask(machine, 'b SELECT INBOX');
    converse(
      machine,
      `C: c COPY 2:3 Archive
      S: c OK [COPYUID 78 2:3 1:2] Copy completed.
      C: d MOVE 1:2 Archive
      S: * OK [COPYUID 78 1:2 3:4] Moved.
      S: * 1 EXPUNGE
      S: * 1 EXPUNGE
      S: d OK Move completed.
      C: e UID MOVE 1:2 Archive
      S: e OK Move completed.
      C: f MOVE 1 Nowhere
      S: f NO [TRYCREATE] Mailbox doesn't exist: Nowhere
      C: g EXAMINE Archive
      S: * FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)
      S: * OK [PERMANENTFLAGS ()] Read-only mailbox.
      S: * 4 EXISTS
      S: * 4 RECENT
      S: * OK [UNSEEN 1] First unseen.
      S: * OK [UIDVALIDITY 78] UIDs valid
      S: * OK [UIDNEXT 5] Predicted next UID
      S: g OK [READ-ONLY] Examine completed.
      C: h FETCH 1:4 FLAGS
      S: * 1 FETCH (FLAGS (\\Flagged \\Recent))
      S: * 2 FETCH (FLAGS (\\Recent))
      S: * 3 FETCH (FLAGS (\\Recent))
      S: * 4 FETCH (FLAGS (\\Flagged \\Recent))
      S: h OK Fetch completed.
      C: i MOVE 1 INBOX
      S: i NO [READ-ONLY] The mailbox was opened read-only.`,
    );
  });

  it('are left by who deletes them, and their other readers are sent away', () => {
    const mailbox = mailboxWith();
    const [one, other] = [session(mailbox), session(mailbox)];
    ask(one, 'a CREATE Junk');
    ask(one, 'b SELECT Junk');
    ask(other, 'b SELECT Junk');
    const heard: string[] = [];
    other.watched()?.onChange(() => heard.push(said(other.changed())));
    expect(ask(one, 'c DELETE Junk')).toBe('c OK Delete completed.\r\n');
    expect(ask(one, 'd FETCH 1 FLAGS')).toContain('d BAD Error in IMAP command: no mailbox selected.');
    expect(heard).toEqual(['* BYE The selected mailbox was deleted.\r\n<close>']);
    ask(one, 'e CREATE Junk');
    expect(ask(one, 'f STATUS Junk (UIDVALIDITY)')).toContain('UIDVALIDITY 79');
  });

  it('are bounded in number, length and depth, and no pattern takes long', () => {
    const mailbox = mailboxWith();
    const machine = session(mailbox);
    expect(ask(machine, `a CREATE ${'a/'.repeat(20)}b`)).toContain('a NO [CANNOT] a name has at most 8 levels.');
    expect(ask(machine, `b CREATE ${'x'.repeat(200)}`)).toContain('b NO [CANNOT] a name has at most 80 characters.');
    for (let count = 0; count < 500; count += 1) accountOf(mailbox).create(`f${count}`);
    expect(ask(machine, 'c CREATE more')).toContain('c NO [LIMIT] An account has at most 500 folders.');
    expect(ask(machine, `d LIST "" "${'%a*'.repeat(5000)}"`)).toBe('d OK List completed.\r\n');
  });
});
