// What faults did to a line, beside it. Counterpart: store/strikes.ts. Rule: in words; a student must see at a glance that
// the server didn't do it.

import type { Strike } from '../store/strikes.ts';
import { sayStamp } from './say-fault.ts';

export function LineStrikes({ strikes }: { strikes: readonly Strike[] }) {
  return strikes.map((one) => (
    <span key={one.seq} className="line__mark">
      {sayStamp(one)}
    </span>
  ));
}
