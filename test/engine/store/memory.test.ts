// The mailbox in memory keeps the promises of the interface, so that protocol tests can rely on it.
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../../engine/store/mailbox.ts';
import { MemoryMailbox } from '../../../engine/store/memory.ts';

describe('a mailbox in memory', () => {
  it('numbers letters upwards for ever, and forgets what is removed', async () => {
    const mailbox = new MemoryMailbox('bob@harbor.example');
    expect((await mailbox.deliver(Buffer.from('a'), 5999)).uid).toBe(1);
    expect(mailbox.letters()).toMatchObject([{ uid: 1, octets: 1, received_ms: 5000, recent: true }]);
    mailbox.remove(1);
    mailbox.remove(1);
    expect(mailbox.append(Buffer.from('b'), new Set(['Seen']), 0)).toBe(2);
    expect(mailbox.uidNext).toBe(3);
    expect(() => mailbox.read(1)).toThrow(StoreError);
    expect(() => mailbox.setFlags(1, new Set())).toThrow(StoreError);
  });

  it('keeps its own octets and flags', () => {
    const mailbox = new MemoryMailbox('bob@harbor.example');
    const octets = Buffer.from('abc');
    const flags = new Set(['Seen'] as const);
    mailbox.append(octets, flags, 0);
    octets.fill(0);
    flags.clear();
    expect(Buffer.from(mailbox.read(1)).toString()).toBe('abc');
    expect(mailbox.letters()[0]?.flags.has('Seen')).toBe(true);
  });
});
