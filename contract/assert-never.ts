// The end of every switch over a closed union. Counterpart: every such switch. Rule: reaching it
// at compile time is a type error, at run time a defect.

export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
