import type { Answer as WireAnswer } from 'dns-packet';
import { AUTHORITATIVE_ANSWER, encode } from 'dns-packet';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeQuery } from '../../../engine/dns/query.ts';
import { readReply } from '../../../engine/dns/reply.ts';

const query = writeQuery(7, 'www.harbor.example', 1) ?? new Uint8Array();

function replyOf(answers: WireAnswer[], authorities: WireAnswer[] = [], rcode = 0): Buffer {
  return encode({
    type: 'response',
    id: 7,
    flags: AUTHORITATIVE_ANSWER | rcode,
    questions: [{ name: 'www.harbor.example', type: 'A' }],
    answers,
    authorities,
  });
}

const read = (bytes: Uint8Array) => readReply(bytes, query, 'www.harbor.example', 'A');
const cname = (name: string, data: string, ttl = 60): WireAnswer => ({ type: 'CNAME', name, ttl, data });
const a = (name: string, ttl = 60): WireAnswer => ({ type: 'A', name, ttl, data: '192.0.2.1' });
const soa: WireAnswer = {
  type: 'SOA',
  name: 'harbor.example',
  ttl: 400,
  data: { mname: 'ns.example', rname: 'hostmaster.example', serial: 1, refresh: 1, retry: 1, expire: 1, minimum: 300 },
};

describe('a reply', () => {
  test('lives as long as its shortest record', () => {
    const reply = read(replyOf([cname('WWW.harbor.example', 'mx1.harbor.example', 30), a('mx1.harbor.example')]));
    expect(reply).toMatchObject({ rcode: 'NOERROR', keep_s: 30, answers: [{ type: 'CNAME' }, { type: 'A' }] });
    expect(reply).not.toHaveProperty('next');
  });

  test('holds only what was asked for', () => {
    const extra = [a('bank.example'), { ...a('www.harbor.example'), class: 'CH' as const }];
    expect(read(replyOf([a('www.harbor.example'), ...extra]))?.answers).toHaveLength(1);
  });

  test('says where to ask on when the chain leaves the zone', () => {
    expect(read(replyOf([cname('www.harbor.example', 'relay.campus.example')]))).toMatchObject({
      next: 'relay.campus.example',
    });
  });

  test('with an SOA says that there is nothing to ask on for', () => {
    const reply = read(replyOf([cname('www.harbor.example', 'nothing.harbor.example')], [soa]));
    expect(reply).not.toHaveProperty('next');
    expect(reply).toMatchObject({ keep_s: 60 });
  });

  test('that denies is kept by the SOA: its TTL or its last field, whichever is less', () => {
    expect(read(replyOf([], [soa], 3))).toMatchObject({ rcode: 'NXDOMAIN', keep_s: 300 });
    expect(read(replyOf([], [{ ...soa, ttl: 10 } as WireAnswer]))).toMatchObject({ rcode: 'NOERROR', keep_s: 10 });
    expect(read(replyOf([]))).not.toHaveProperty('keep_s');
  });

  test('with a chain in a circle ends', () => {
    const circle = [cname('www.harbor.example', 'b.example'), cname('b.example', 'www.harbor.example')];
    expect(read(replyOf(circle))?.answers).toHaveLength(2);
  });

  test('that fails without repeating the question counts', () => {
    expect(read(Buffer.from('000780010000000000000000', 'hex'))).toMatchObject({ rcode: 'FORMERR', answers: [] });
    expect(read(Buffer.from('000780000000000000000000', 'hex'))).toBeUndefined();
  });
});

describe('no reply', () => {
  const good = replyOf([a('www.harbor.example')]);
  test.each([
    ['another id', (bytes: Buffer) => bytes.writeUInt16BE(8, 0)],
    ['a query', (bytes: Buffer) => bytes.writeUInt8(0, 2)],
    ['another name', (bytes: Buffer) => bytes.write('x', 13)],
    ['another type', (bytes: Buffer) => bytes.writeUInt8(15, 12 + 20 + 1)],
    ['a count that is not there', (bytes: Buffer) => bytes.writeUInt16BE(9, 6)],
  ])('is %s', (_what, change) => {
    const bytes = Buffer.from(good);
    change(bytes);
    expect(read(bytes)).toBeUndefined();
  });

  test('is a reply cut anywhere', () => {
    for (let length = 0; length < good.length; length += 1) expect(read(good.subarray(0, length))).toBeUndefined();
  });

  test('no octets make it throw', () => {
    const damage = fc.tuple(fc.nat(good.length - 1), fc.nat(255));
    fc.assert(
      fc.property(
        fc.oneof(fc.uint8Array(), fc.constant(good)),
        fc.array(damage, { maxLength: 4 }),
        (octets, damages) => {
          const bytes = Buffer.from(octets);
          for (const [at, octet] of damages) if (at < bytes.length) bytes[at] = octet;
          read(bytes);
        },
      ),
    );
  });
});
