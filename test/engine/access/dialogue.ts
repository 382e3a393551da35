// Reads a scripted conversation and holds it against a protocol machine. Counterpart: the *.dialogue tests beside it.
//
//   C: text      the client sends the line          C> text      sends it without a line end (\r \n \0 are understood)
//   S: text      the server says exactly this line  S~ text      the line matches this regular expression
//   = secured    TLS has begun, as the owner says   = name       an action that the test gave
//   ! startTls   the machine asked its owner        # text       a remark
//   ! event TYPE {"data"}
//
// The whole conversation is compared at once, so a failure shows what was said instead.
import { expect } from 'vitest';
import type { AccessMachine, Output } from '../../../engine/access/machine.ts';

export interface DialogueOptions {
  /** What `= name` does besides asking the machine for news. */
  actions?: Readonly<Record<string, () => void>>;
  /** Whether events are part of the conversation; otherwise they are passed over. */
  events?: boolean;
  /** Octets handed to the machine at once; everything by default. */
  chunk?: number;
}

export function converse(machine: AccessMachine, script: string, options: DialogueOptions = {}): void {
  const expected = script
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const heard: string[] = [];
  let said = lines(machine.greet(), options);
  for (const line of expected) {
    if (/^[C=]/.test(line)) {
      heard.push(...said.splice(0), line);
      said = lines(perform(machine, line, options), options);
      continue;
    }
    const next = said.shift();
    if (next === undefined) continue; // the comparison shows that it is missing
    const pattern = line.startsWith('S~ ') ? new RegExp(`^${line.slice(3)}$`) : undefined;
    heard.push(pattern && next.startsWith('S: ') && pattern.test(next.slice(3)) ? line : next);
  }
  heard.push(...said);
  expect(heard).toEqual(expected);
}

function perform(machine: AccessMachine, line: string, { actions, chunk }: DialogueOptions): Output[] {
  const text = line.slice(3);
  if (line.startsWith('C: ')) return send(machine, Buffer.from(`${text}\r\n`), chunk);
  if (line === 'C:') return send(machine, Buffer.from('\r\n'), chunk);
  if (line.startsWith('C> ')) return send(machine, Buffer.from(unescape(text), 'latin1'), chunk);
  const name = line.slice(2);
  if (name === 'secured') {
    machine.secured();
    return [];
  }
  const action = actions?.[name];
  if (!action) throw new Error(`no action is called ${name}`);
  action();
  return machine.changed();
}

function send(machine: AccessMachine, bytes: Uint8Array, chunk = bytes.length): Output[] {
  const outputs: Output[] = [];
  for (let at = 0; at < bytes.length; at += chunk) outputs.push(...machine.receive(bytes.subarray(at, at + chunk)));
  return outputs;
}

/** What was said, a line each, as a script has it. */
function lines(outputs: readonly Output[], { events }: DialogueOptions): string[] {
  const result: string[] = [];
  let open = '';
  for (const output of outputs) {
    if (output.kind === 'reply') {
      const pieces = (open + Buffer.from(output.bytes).toString('latin1')).split('\r\n');
      open = pieces.pop() ?? '';
      result.push(...pieces.map((piece) => `S: ${piece}`.trimEnd()));
    } else if (output.kind === 'event') {
      if (events) result.push(`! event ${output.type} ${JSON.stringify(output.data)}`);
    } else result.push(`! ${output.kind}`);
  }
  if (open !== '') result.push(`S: ${open} (no line end)`);
  return result;
}

function unescape(text: string): string {
  return text.replaceAll('\\r', '\r').replaceAll('\\n', '\n').replaceAll('\\0', '\0');
}
