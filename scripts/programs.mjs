// The outside programs that the tests talk to: which are here, and how the missing ones are had.
// A program counts only if it answers, so a broken install shows here and not as a riddle in a test.
// `node scripts/programs.mjs` prints the survey as JSON; test/support/programs.ts reads it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './children.mjs';
import { isMain } from './where.mjs';

/** Daemons live where an ordinary user's PATH doesn't look. */
const EXTRA_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin', '/opt/homebrew/sbin', '/usr/local/bin'];
const PROGRAM_FILES = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
const CHROME_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...PROGRAM_FILES.filter(Boolean).map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
];

/**
 * `names`: what it may be called; `proof`: what must end with status 0; `needsRoot`: nobody else can run it;
 * `debconf`: how Debian's installer is answered; then its packages for each installer.
 */
const PROGRAMS = [
  {
    name: 'chromium',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
    places: CHROME_PLACES,
    proof: ['--version'],
    packages: { apt: 'chromium', dnf: 'chromium', pacman: 'chromium', brew: 'google-chrome' },
  },
  {
    name: 'swaks',
    proof: ['--version'],
    // Without this module swaks can't do STARTTLS.
    perlModule: 'Net::SSLeay',
    packages: { apt: 'swaks libnet-ssleay-perl', dnf: 'swaks', pacman: 'swaks', brew: 'swaks' },
  },
  { name: 'curl', proof: ['--version'], packages: { apt: 'curl', dnf: 'curl', pacman: 'curl', brew: 'curl' } },
  { name: 'msmtp', proof: ['--version'], packages: { apt: 'msmtp', dnf: 'msmtp', pacman: 'msmtp', brew: 'msmtp' } },
  {
    name: 's-nail',
    proof: ['-#:/', '-Xversion', '-Xxit'],
    packages: { apt: 's-nail', dnf: 's-nail', pacman: 's-nail', brew: 's-nail' },
  },
  {
    // `postfix` itself answers only when one runs; its sister says that it is whole.
    name: 'postfix',
    names: ['postconf'],
    proof: ['-d', 'mail_version'],
    needsRoot: true,
    // Without settings of its own Debian's Postfix isn't started: the tests bring theirs.
    debconf: 'postfix postfix/main_mailer_type select No configuration',
    packages: { apt: 'postfix', dnf: 'postfix', pacman: 'postfix', brew: 'postfix' },
  },
  { name: 'mbsync', proof: ['--version'], packages: { apt: 'isync', dnf: 'isync', pacman: 'isync', brew: 'isync' } },
  {
    name: 'fetchmail',
    proof: ['--version'],
    packages: { apt: 'fetchmail', dnf: 'fetchmail', pacman: 'fetchmail', brew: 'fetchmail' },
  },
  { name: 'named', proof: ['-v'], packages: { apt: 'bind9', dnf: 'bind', pacman: 'bind', brew: 'bind' } },
  { name: 'dig', proof: ['-v'], packages: { apt: 'bind9-dnsutils', dnf: 'bind-utils', pacman: 'bind', brew: 'bind' } },
  {
    name: 'tshark',
    proof: ['--version'],
    packages: { apt: 'tshark', dnf: 'wireshark-cli', pacman: 'wireshark-cli', brew: 'wireshark' },
  },
  {
    name: 'python3',
    proof: ['--version'],
    packages: { apt: 'python3', dnf: 'python3', pacman: 'python', brew: 'python' },
  },
  {
    name: 'dkimverify',
    proof: ['--help'],
    packages: { apt: 'python3-dkim', dnf: 'python3-dkimpy', pacman: 'python-dkim', brew: 'dkimpy' },
  },
  {
    // Verifies and signs DomainKeys too, which hardly anything does any more.
    name: 'mail-dkim',
    names: ['perl'],
    proof: ['-MMail::DKIM::DkSignature', '-e', '1'],
    packages: {
      apt: 'libmail-dkim-perl',
      dnf: 'perl-Mail-DKIM',
      pacman: 'perl-mail-dkim',
      brew: 'perl',
    },
  },
  {
    name: 'openssl',
    proof: ['version'],
    packages: { apt: 'openssl', dnf: 'openssl', pacman: 'openssl', brew: 'openssl' },
  },
];

const INSTALLERS = [
  { name: 'apt', command: 'apt-get', line: 'sudo apt-get install -y --no-install-recommends' },
  { name: 'dnf', command: 'dnf', line: 'sudo dnf install -y' },
  { name: 'pacman', command: 'pacman', line: 'sudo pacman -S --needed' },
  { name: 'brew', command: 'brew', line: 'brew install' },
];

function answers(path, args) {
  return spawnSync(path, args, { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function locate(names, places = []) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...EXTRA_FOLDERS];
  const onPath = names.flatMap((name) => folders.flatMap((folder) => endings.map((end) => join(folder, name + end))));
  return [...onPath, ...places].find((path) => existsSync(path));
}

/** What goes before a command that only root may give, without asking anybody; null: we may not. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return locate(['sudo']) !== undefined && answers('sudo', ['-n', 'true']) ? ['sudo', '-n'] : null;
}

function look({ name, names = [name], places, proof, perlModule, needsRoot }) {
  const path = locate(names, places);
  if (path === undefined) return { name, path: null, problem: `${name} isn't installed` };
  // Chrome on Windows answers `--version` by opening a window.
  const trusted = process.platform === 'win32' && name === 'chromium';
  if (!trusted && !answers(path, proof)) return { name, path: null, problem: `${path} doesn't run` };
  if (perlModule !== undefined && process.platform !== 'win32' && !answers('perl', [`-M${perlModule}`, '-e', '1'])) {
    return { name, path: null, problem: `${name} lacks the Perl module ${perlModule}` };
  }
  if (needsRoot && rootPrefix() === null) {
    return { name, path: null, problem: `${name} is run by root only, and sudo asks for a password` };
  }
  return { name, path, problem: null };
}

/** One { name, path, problem } for each program; path is null and problem a sentence where it can't be used. */
export function survey() {
  return PROGRAMS.map(look);
}

function packagesFor(missing, installer) {
  const wanted = PROGRAMS.filter((program) => missing.some(({ name }) => name === program.name));
  return [...new Set(wanted.flatMap((program) => program.packages[installer].split(' ')))];
}

/** The command that a person can type to get the missing programs, or null where no known installer is. */
function commandFor(missing) {
  const installer = INSTALLERS.find(({ command }) => locate([command]) !== undefined);
  return installer === undefined ? null : `${installer.line} ${packagesFor(missing, installer.name).join(' ')}`;
}

/** On Debian and Ubuntu: how apt-get may be run without asking anybody, or null. */
function aptPrefix() {
  return locate(['apt-get']) === undefined ? null : rootPrefix();
}

/**
 * Gets the missing programs where that needs nobody's password, saying so first; elsewhere says which command would.
 * Answers the survey as it is afterwards.
 */
export async function provide({ mayInstall }) {
  const before = survey();
  const missing = before.filter(({ path }) => path === null);
  if (missing.length === 0) return before;
  console.log(
    `Outside programs that the tests use and that aren't here: ${missing.map(({ problem }) => problem).join('; ')}.`,
  );
  const prefix = mayInstall ? aptPrefix() : null;
  if (prefix === null) {
    const command = commandFor(missing);
    console.log(
      command === null ? 'Please install them; the tests that need them are skipped.' : `To have them: ${command}`,
    );
    return before;
  }
  const packages = packagesFor(missing, 'apt');
  console.log(`Installing ${packages.join(' ')} with apt-get ...`);
  const asRoot = async (what, words) => {
    const [command, ...rest] = [...prefix, ...words];
    const { status, output } = await run(command, rest, { capture: true });
    if (status !== 0) console.log(`${output.trimEnd()}\n${what} failed.`);
  };
  const apt = (args) =>
    asRoot(`apt-get ${args[0]}`, ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...args]);
  for (const { name, debconf } of PROGRAMS) {
    if (debconf === undefined || !missing.some((program) => program.name === name)) continue;
    await asRoot('debconf-set-selections', ['sh', '-c', 'echo "$0" | debconf-set-selections', debconf]);
  }
  await apt(['update']);
  await apt(['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120', ...packages]);
  return survey();
}

if (isMain(import.meta.url)) console.log(JSON.stringify(survey()));
