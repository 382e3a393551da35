// The memory of another process, in MB. Counterpart: rows/load.ts, rows/followers.ts. Rule: NaN where the system doesn't say.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

/** The most that it ever had; where the system doesn't say what that was, what it has. */
export function peakMemory(pid: number): number {
  return ofStatus(pid, 'VmHWM') ?? presentMemory(pid);
}

/** What it has now. */
export function presentMemory(pid: number): number {
  const present = ofStatus(pid, 'VmRSS');
  if (present !== undefined) return present;
  if (process.platform === 'win32') return NaN;
  return (Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) * 1024) / 1e6;
}

function ofStatus(pid: number, key: 'VmHWM' | 'VmRSS'): number | undefined {
  const status = `/proc/${pid}/status`;
  if (!fs.existsSync(status)) return undefined;
  const kilobytes = new RegExp(`^${key}:\\s+(\\d+) kB$`, 'm').exec(fs.readFileSync(status, 'utf8'))?.[1];
  return kilobytes === undefined ? undefined : (Number(kilobytes) * 1024) / 1e6;
}
