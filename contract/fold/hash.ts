// A short name for a state, equal on every machine for equal states. Counterpart: state.ts.
// Rule: keys are sorted, so that the order of insertion doesn't matter. It finds differences; it
// is no protection against somebody who wants two states to look alike.

/** 16 hexadecimal digits over the canonical JSON of `value` (two 32-bit FNV-1a with different seeds). */
export function stateHash(value: unknown): string {
  const text = canonical(value);
  return (fnv1a(text, 0x811c9dc5) + fnv1a(text, 0x9747b28c)).toString();
}

function fnv1a(text: string, seed: number): string {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** JSON with sorted keys; undefined members are left out, as in JSON.stringify. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}
