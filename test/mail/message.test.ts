// A message that is taken apart on demand comes to the same parts as one that is split whole.

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { toByteString } from '../../mail/bytes.ts';
import { splitMessage } from '../../mail/fields.ts';
import { Message } from '../../mail/message.ts';

const piece = fc.constantFrom('From: a@b.example', 'To : b', 'no field', '\r\n', '\n', ' folded', '\t', 'é', ':', '');
const messages = fc.array(piece, { maxLength: 30 }).map((pieces) => Buffer.from(pieces.join(''), 'latin1'));

test('its fields and its body are those of the whole, whoever asks first', () => {
  fc.assert(
    fc.property(messages, fc.boolean(), (octets, isBuffer) => {
      const message = new Message(isBuffer ? octets : Uint8Array.from(octets));
      const { fields, body } = splitMessage(toByteString(octets));
      expect(message.body).toBe(body);
      expect(message.fields).toEqual(fields);
      expect(message.text).toBe(octets.toString('latin1'));
    }),
  );
});

test('is read once', () => {
  const message = new Message(Buffer.from('Subject: one\r\nsubject: two\r\n\r\nbody\r\n'));
  expect(message.fields).toBe(message.fields);
  expect(message.mime).toBe(message.mime);
  expect(message.fieldsNamed('SUBJECT').map(({ value }) => value)).toEqual(['one', 'two']);
});
