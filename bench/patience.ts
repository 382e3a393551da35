// Waiting with an end. Counterpart: limits.ts has the times. Rule: a bench that hangs says where.

/** Resolves or rejects with `promise`, or rejects when that takes longer than `limit_ms`. */
export async function within<T>(limit_ms: number, what: string, promise: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`${what}: nothing within ${limit_ms / 1000} s`)), limit_ms);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
