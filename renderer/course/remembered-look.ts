// Whether the course was last looked at as a map or as a list. Counterpart: course-overview.tsx. Rule: a taste of this
// browser's; what was learned is kept elsewhere (progress-desk.ts).

import { z } from '../../contract/schema.ts';
import { remembered } from '../store/remembered.ts';

export const rememberedLook = remembered('posthorn.course', z.enum(['map', 'list']));
