// Letters: the suggested one at once, or one's own. Counterpart: inbox/. Rule: whatever the place, the bench is shown,
// because that is where a letter travels.

import { focusSoon } from '../app/focus.ts';
import { sendSuggested } from '../inbox/send-letter.ts';
import { WRITE_FIELD } from '../inbox/write-form.tsx';
import { type Action, isLab, isLive } from './action.ts';
import { writeHere } from './inbox.ts';
import { actionState } from './perform.ts';

export const sendLetter: Action = {
  id: 'letter.send',
  title: 'send.action',
  help: 'send.help',
  group: 'letters',
  keys: 'S',
  isPossible: isLive,
  run: async (bench) => {
    const refused = await sendSuggested(bench);
    bench.frame.setState({ failure: refused });
  },
};

export const writeLetter: Action = {
  id: 'letter.write',
  title: 'write.title',
  help: 'write.help',
  group: 'letters',
  keys: 'W',
  isPossible: (state) => isLab(state) && state.bench.live.lab.topology !== undefined,
  run: (bench) => {
    // Who reads their mail writes there.
    if (writeHere.isPossible(actionState(bench))) return writeHere.run(bench);
    bench.frame.setState({ place: 'lab', isWriting: true });
    focusSoon(WRITE_FIELD);
    return undefined;
  },
};
