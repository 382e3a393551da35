// The version of this Posthorn, as files and reports name it. Counterpart: package.json, which
// test/contract/version.test.ts holds equal. Rule: it is shown, never decided by; formats have numbers of their own.

export const APP_VERSION = '0.1.0';
