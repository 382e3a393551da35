// People's own rules for their mail: `.dovecot.sieve` in their folder on the host, where Dovecot looks for it.
// Counterpart: mail/sieve reads and runs them, local-delivery.ts does what they say. Rule: a letter is never lost for a
// mistake in a script: it is kept, and the log says what is wrong. Whoever has no script costs one look at the disk.

import type { EventData } from '../../contract/events.ts';
import { headerLength, splitMessage } from '../../mail/fields.ts';
import { toByteString } from '../../mail/bytes.ts';
import { decodeUtf8 } from '../../mail/charset.ts';
import { parseSieve, runSieve, type SieveAction, SieveError, type SieveScript } from '../../mail/sieve/index.ts';
import { encodeName } from '../encode-name.ts';
import type { Disk } from '../world.ts';
import type { Home } from './home.ts';

const SCRIPT = '.dovecot.sieve';

export interface Ruled {
  actions: SieveAction[];
  /** Why the script couldn't be followed; the letter is kept then. */
  problem?: NonNullable<EventData['sieve.ran']['problem']>;
}

export class SieveRules {
  readonly #disk: Pick<Disk, 'now'>;
  readonly #dir: string;
  readonly #home: Home;
  /** By address, as the file was when it was read. */
  readonly #known = new Map<string, { version: string; script: SieveScript }>();

  /** `dir`: the host's folder. */
  constructor(disk: Pick<Disk, 'now'>, dir: string, home: Home) {
    this.#disk = disk;
    this.#dir = dir;
    this.#home = home;
  }

  /** What the owner of a mailbox wants done with a letter; undefined where they said nothing. Never throws. */
  ask(address: string, letter: { recipient: string; reversePath: string; octets: Uint8Array }): Ruled | undefined {
    const script = this.#scriptOf(address);
    if (!script) return undefined;
    const kept: SieveAction[] = [{ do: 'keep', line: 0 }];
    if ('problem' in script) return { actions: kept, problem: script.problem };
    const { octets, recipient, reversePath } = letter;
    const { fields } = splitMessage(toByteString(octets.subarray(0, headerLength(octets))));
    try {
      return {
        actions: runSieve(script.commands, { fields, octets: octets.length, from: reversePath, to: recipient }),
      };
    } catch (error) {
      if (!(error instanceof SieveError)) throw error;
      return { actions: kept, problem: { line: error.line, message: error.message } };
    }
  }

  #scriptOf(address: string): SieveScript | undefined {
    const file = `home/${encodeName(address)}/${SCRIPT}`;
    const version = this.#disk.now.stamp(`${this.#dir}/${file}`)?.version;
    if (version === undefined) return undefined;
    const known = this.#known.get(address);
    if (known?.version === version) return known.script;
    const read = this.#home.read(`/${file}`);
    const script: SieveScript =
      'problem' in read
        ? { problem: { line: 1, message: read.problem } }
        : parseSieve(decodeUtf8(toByteString(read.bytes)));
    this.#known.set(address, { version, script });
    return script;
  }
}
