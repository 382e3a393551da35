// Runs an outside program to its end and gives back what it wrote. Rule: bounded in time, never through a shell.

import { spawn } from 'node:child_process';

export interface Outcome {
  code: number | null;
  stdout: Buffer;
  stderr: string;
}

const LIMIT_MS = 20_000; // a mail client against a server on the same machine needs a fraction of a second

export function runProgram(program: string, args: readonly string[], input?: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], timeout: LIMIT_MS });
    const stdout: Buffer[] = [];
    let stderr = '';
    child.stdout.on('data', (bytes: Buffer) => stdout.push(bytes));
    child.stderr.on('data', (bytes: Buffer) => (stderr += bytes.toString()));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout: Buffer.concat(stdout), stderr }));
  });
}
