// Every shell command. Adding one: a file beside this one, and a line here.

import type { ShellCommand } from '../command.ts';
import { actor } from './actor.ts';
import { base64 } from './base64.ts';
import { cat } from './cat.ts';
import { clock } from './clock.ts';
import { dig } from './dig.ts';
import { echo } from './echo.ts';
import { experiment } from './experiment.ts';
import { exit } from './exit.ts';
import { fetchmail } from './fetchmail.ts';
import { grep } from './grep.ts';
import { help } from './help.ts';
import { host } from './host.ts';
import { hostname } from './hostname.ts';
import { learn } from './learn.ts';
import { ls } from './ls.ts';
import { mail } from './mail.ts';
import { mailformat } from './mailformat.ts';
import { mailq } from './mailq.ts';
import { nc } from './nc.ts';
import { nsupdate } from './nsupdate.ts';
import { openssl } from './openssl.ts';
import { postconf } from './postconf.ts';
import { postqueue } from './postqueue.ts';
import { postsuper } from './postsuper.ts';
import { send } from './send.ts';
import { sendmail } from './sendmail.ts';
import { service } from './service.ts';
import { ssh } from './ssh.ts';
import { tail } from './tail.ts';
import { telnet } from './telnet.ts';
import { whoami } from './whoami.ts';

export const COMMANDS: readonly ShellCommand[] = [
  help,
  telnet,
  nc,
  openssl,
  send,
  dig,
  host,
  nsupdate,
  postconf,
  mailq,
  postqueue,
  postsuper,
  sendmail,
  service,
  mail,
  learn,
  mailformat,
  fetchmail,
  tail,
  grep,
  ls,
  cat,
  echo,
  base64,
  clock,
  actor,
  experiment,
  ssh,
  whoami,
  hostname,
  exit,
];
