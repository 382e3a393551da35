// What a translated catalogue must be: every key of the English one and no other, forms where it has forms. Counterpart:
// the files beside this one say `satisfies Translation<typeof enX>`; test/renderer/text/german.test.ts holds the {names}.

import type { Entry } from '../language.ts';

type Forms = Exclude<Entry, string>;

export type Translation<English> = { readonly [Key in keyof English]: English[Key] extends string ? string : Forms };
