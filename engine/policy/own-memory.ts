// The part of a host's memory that belongs to one policy: its keys begin with its name. Counterpart: memory.ts keeps
// them all. Rule: no policy reads or overwrites what another one remembers.

import type { PolicyMemory } from './policy.ts';

export function ownMemory(memory: PolicyMemory, policy: string): PolicyMemory {
  const own = `${policy}: `;
  return {
    get: (key) => memory.get(own + key),
    set: (key, value, until_ms) => memory.set(own + key, value, until_ms),
    forget: (key) => memory.forget(own + key),
    *entries() {
      for (const entry of memory.entries()) {
        if (entry.key.startsWith(own)) yield { ...entry, key: entry.key.slice(own.length) };
      }
    },
  };
}
