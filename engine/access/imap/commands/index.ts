// Every IMAP command. Counterpart: machine.ts looks them up. Rule: a new command is its file and a line here.

import type { ImapCommand } from '../command.ts';
import { append } from './append.ts';
import { authenticate } from './authenticate.ts';
import { capability } from './capability.ts';
import { close, unselect } from './close.ts';
import { copy } from './copy.ts';
import { create } from './create.ts';
import { remove } from './delete.ts';
import { enable } from './enable.ts';
import { expunge } from './expunge.ts';
import { fetch } from './fetch.ts';
import { id } from './id.ts';
import { idle } from './idle.ts';
import { list, lsub } from './list.ts';
import { login } from './login.ts';
import { logout } from './logout.ts';
import { move } from './move.ts';
import { namespace } from './namespace.ts';
import { check, noop } from './noop.ts';
import { rename } from './rename.ts';
import { search } from './search.ts';
import { examine, select } from './select.ts';
import { starttls } from './starttls.ts';
import { status } from './status.ts';
import { store } from './store.ts';
import { subscribe, unsubscribe } from './subscribe.ts';

const ALL: readonly ImapCommand[] = [
  append,
  authenticate,
  capability,
  check,
  close,
  copy,
  create,
  enable,
  examine,
  expunge,
  fetch,
  id,
  idle,
  list,
  login,
  logout,
  lsub,
  move,
  namespace,
  noop,
  remove,
  rename,
  search,
  select,
  starttls,
  status,
  store,
  subscribe,
  unselect,
  unsubscribe,
];

export const IMAP_COMMANDS: ReadonlyMap<string, ImapCommand> = new Map(ALL.map((command) => [command.name, command]));
