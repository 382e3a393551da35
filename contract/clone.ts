// A deep copy of plain JSON. Counterpart: the folds, which must not share what events hold.

export function cloneJson<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
}
