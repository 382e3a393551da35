// What is done to letters in the Inbox. Counterpart: inbox/inbox-desk.ts does it. Rule: possible only while the Inbox is
// shown, so that a key pressed at the bench moves no letter; an act is done to what is picked, or to what is read.

import { focusSoon } from '../app/focus.ts';
import { answerTo, type Draft, passedOn, passedOnWhole, type Source } from '../inbox/draft.ts';
import type { InboxDesk } from '../inbox/inbox-desk.ts';
import { readerOf } from '../inbox/inbox-choices.ts';
import { INBOX_WRITE_FIELD, rowId, SEARCH_FIELD } from '../inbox/ids.ts';
import { openFolder, targetsOf } from '../inbox/inbox-state.ts';
import type { Action, ActionState } from './action.ts';

const isHere = ({ frame, bench }: ActionState) => frame.place === 'inbox' && bench.link.name === 'live';
const hasTargets = (state: ActionState) => isHere(state) && targetsOf(state.inbox).length > 0;
const isOpen = (state: ActionState) => isHere(state) && state.inbox.open !== undefined;
const hasFolders = (state: ActionState) =>
  hasTargets(state) && readerOf(state.inbox.choices, state.inbox.address).reader === 'imap';

function step(by: 1 | -1): Action['run'] {
  return ({ inbox }) => {
    const uid = inbox.step(by);
    if (uid !== undefined) focusSoon(rowId(uid));
  };
}

/** Begins to write what `make` makes of the letter that is read. */
function write(make: (source: Source, octets: string) => Draft): Action['run'] {
  return ({ inbox }) => {
    const { open, address, folder, shown } = inbox.store.getState();
    if (!open || shown === undefined) return;
    inbox.write(make({ letter: open.letter, address, folder, uid: shown }, open.octets));
    focusSoon(INBOX_WRITE_FIELD);
  };
}

const isJunk = (inbox: InboxDesk) => openFolder(inbox.store.getState())?.use === 'junk';

const nextLetter: Action = {
  id: 'inbox.next',
  title: 'act.next',
  group: 'inbox',
  keys: 'J',
  isPossible: isHere,
  run: step(1),
};

const previousLetter: Action = {
  id: 'inbox.previous',
  title: 'act.previous',
  group: 'inbox',
  keys: 'K',
  isPossible: isHere,
  run: step(-1),
};

const reply: Action = {
  id: 'inbox.reply',
  title: 'act.reply',
  group: 'inbox',
  keys: 'Shift+R',
  isPossible: isOpen,
  run: write((source) => answerTo(source)),
};

const replyAll: Action = {
  id: 'inbox.replyAll',
  title: 'act.replyAll',
  help: 'act.replyAll.help',
  group: 'inbox',
  keys: 'Shift+A',
  isPossible: isOpen,
  run: write((source) => answerTo(source, true)),
};

const forward: Action = {
  id: 'inbox.forward',
  title: 'act.forward',
  help: 'act.forward.help',
  group: 'inbox',
  keys: 'P',
  isPossible: isOpen,
  run: write(passedOn),
};

const forwardWhole: Action = {
  id: 'inbox.forwardWhole',
  title: 'act.forwardWhole',
  help: 'act.forwardWhole.help',
  group: 'inbox',
  keys: 'Shift+P',
  isPossible: isOpen,
  run: write(passedOnWhole),
};

const junk: Action = {
  id: 'inbox.junk',
  title: 'act.junk',
  help: 'act.junk.help',
  group: 'inbox',
  keys: '!',
  isPossible: hasFolders,
  run: ({ inbox }) => inbox.move(isJunk(inbox) ? { path: 'INBOX' } : { use: 'junk' }),
};

const remove: Action = {
  id: 'inbox.delete',
  title: 'act.delete',
  help: 'act.delete.help',
  group: 'inbox',
  keys: '#',
  isPossible: hasTargets,
  run: ({ inbox }) => inbox.delete(),
};

const moveTo: Action = {
  id: 'inbox.move',
  title: 'act.move',
  group: 'inbox',
  keys: 'V',
  isPossible: hasFolders,
  run: ({ inbox, frame }) => {
    inbox.store.setState({ moving: 'move' });
    frame.setState({ sheet: 'move' });
  },
};

const copyTo: Action = {
  id: 'inbox.copy',
  title: 'act.copy',
  group: 'inbox',
  keys: 'C',
  isPossible: hasFolders,
  run: ({ inbox, frame }) => {
    inbox.store.setState({ moving: 'copy' });
    frame.setState({ sheet: 'move' });
  },
};

const unread: Action = {
  id: 'inbox.unread',
  title: 'act.unread',
  help: 'act.unread.help',
  group: 'inbox',
  keys: 'U',
  isPossible: hasTargets,
  run: ({ inbox }) => inbox.flag('\\Seen', !inbox.have('\\Seen')),
};

const flag: Action = {
  id: 'inbox.flag',
  title: 'act.flag',
  group: 'inbox',
  keys: '*',
  isPossible: hasTargets,
  run: ({ inbox }) => inbox.flag('\\Flagged', !inbox.have('\\Flagged')),
};

const pick: Action = {
  id: 'inbox.pick',
  title: 'act.pick',
  group: 'inbox',
  keys: 'Shift+X',
  isPossible: (state) => isHere(state) && state.inbox.shown !== undefined,
  run: ({ inbox }) => {
    const { shown } = inbox.store.getState();
    if (shown !== undefined) inbox.mark(shown);
  },
};

const undoMove: Action = {
  id: 'inbox.undo',
  title: 'act.undo',
  group: 'inbox',
  keys: 'Y',
  isPossible: (state) => isHere(state) && state.inbox.undo !== undefined,
  run: ({ inbox }) => inbox.undo(),
};

const search: Action = {
  id: 'inbox.search',
  title: 'act.search',
  group: 'inbox',
  keys: 'Q',
  isPossible: isHere,
  run: () => focusSoon(SEARCH_FIELD),
};

export const getMail: Action = {
  id: 'inbox.get',
  title: 'act.get',
  help: 'act.get.help',
  group: 'inbox',
  keys: 'G',
  isPossible: (state) => isHere(state) && !state.inbox.isAsking,
  run: ({ inbox }) => inbox.refresh({ folders: true, anew: true }),
};

export const openReader: Action = {
  id: 'inbox.reader',
  title: 'act.reader',
  help: 'act.reader.help',
  group: 'inbox',
  isPossible: isHere,
  run: ({ frame }) => frame.setState({ sheet: 'reader' }),
};

export const writeHere: Action = {
  id: 'inbox.write',
  title: 'act.write',
  group: 'inbox',
  isPossible: (state) => isHere(state) && state.inbox.address !== '',
  run: ({ inbox }) => {
    inbox.write({ from: inbox.store.getState().address, to: '', subject: '', text: '' });
    focusSoon(INBOX_WRITE_FIELD);
  },
};

/** Those that have a button above the letter. */
export const INBOX_ACTS: readonly Action[] = [
  reply,
  replyAll,
  forward,
  forwardWhole,
  moveTo,
  junk,
  remove,
  flag,
  unread,
];

export const INBOX_ACTIONS: readonly Action[] = [
  writeHere,
  getMail,
  search,
  nextLetter,
  previousLetter,
  pick,
  ...INBOX_ACTS,
  copyTo,
  undoMove,
  openReader,
];
