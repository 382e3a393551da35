// How Node is started for an engine. Counterpart: web/engine-process.ts, scripts/run.mjs and the bench start one with these.
// Rule: nothing here changes what an engine does, only what it takes for it. Electron's own process for the engine goes
// without: what it makes of V8's flags isn't told.

/**
 * Megabytes of a half of the young generation. Left to itself V8 lets it grow to 32 and more under a load of letters, most
 * of it empty: a lab with 500 connections has 249 MB then and 173 with this, after a letter of 25 MB 410 and 316.
 */
const YOUNG_MB = 16;

export const ENGINE_FLAGS: readonly string[] = [`--max-semi-space-size=${YOUNG_MB}`];
