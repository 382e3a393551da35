// What the property tests of this folder feed their parsers. Counterpart: fast-check. Rule: every octet may occur, and
// the octets that matter to the grammar under test occur often.

import fc from 'fast-check';

/** Octets as text, with the given pieces mixed in among random ones. */
export const byteText = (...pieces: string[]): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...pieces, '\r\n', '\n', ' ', 'a') },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 255 }).map((octet) => String.fromCharCode(octet)) },
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(''));

/** Any octets. */
export const octets = fc.uint8Array({ maxLength: 400 });
