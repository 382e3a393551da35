// The words of the filter language, in the order in which they are offered. A new one: its file, a line here, and its
// help in renderer/text/en-filter.ts.

import type { FilterKey } from '../key.ts';
import { from, host, to } from './host.ts';
import { is } from './is.ts';
import { message } from './message.ts';
import { policy } from './policy.ts';
import { proto } from './proto.ts';
import { reply } from './reply.ts';
import { text } from './text.ts';
import { verb } from './verb.ts';

export const FILTER_KEYS: readonly FilterKey[] = [reply, verb, host, from, to, proto, message, policy, text, is];
