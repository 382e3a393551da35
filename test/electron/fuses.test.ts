// The packed program's fuses, burnt by the hook that electron-builder calls and read back by Electron's own tool. The
// binary is a stand-in that has a fuse wire where Electron has it.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, it } from 'vitest';

import type { PackContext } from '../../electron/fuses.ts';
import { temporaryDir } from '../support/temporary-dir.ts';

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** Electron's defaults, in the order of the wire: what is on comes as 1. */
const SHIPPED = '101100011';

function wire(fuses: string): Buffer {
  return Buffer.concat([Buffer.from(`ELF${SENTINEL}`), Buffer.from([1, fuses.length]), Buffer.from(`${fuses}code`)]);
}

/** The hook as electron-builder gets it: by requiring the file that electron-builder.yml names. */
async function pack(platform: string, binary: string, fuses = SHIPPED): Promise<string> {
  const yml = fs.readFileSync(new URL('../../electron-builder.yml', import.meta.url), 'utf8');
  const file = /^afterPack: (.+)$/m.exec(yml)?.[1] ?? '';
  const hook = createRequire(new URL('../../package.json', import.meta.url))(file) as {
    default: (context: PackContext) => Promise<void>;
  };
  const appOutDir = temporaryDir();
  fs.mkdirSync(path.dirname(path.join(appOutDir, binary)), { recursive: true });
  fs.writeFileSync(path.join(appOutDir, binary), wire(fuses));
  const packager = { executableName: 'posthorn', appInfo: { productFilename: 'Posthorn' } };
  await hook.default({ appOutDir, electronPlatformName: platform, packager });
  return path.join(appOutDir, binary);
}

it.each([
  ['linux', 'posthorn'],
  ['win32', 'Posthorn.exe'],
  ['mas', 'Posthorn.app/Contents/Frameworks/Electron Framework.framework/Electron Framework'],
])('%s: what a packed program may not do', async (platform, binary) => {
  const state = await getCurrentFuseWire(await pack(platform, binary));
  const isOn = (fuse: FuseV1Options) => state[fuse] === FuseState.ENABLE;
  expect({
    runAsNode: isOn(FuseV1Options.RunAsNode),
    nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
    filePrivileges: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
    ownSnapshot: isOn(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
  }).toEqual({ runAsNode: false, nodeOptions: false, inspect: false, filePrivileges: false, ownSnapshot: false });
  expect({
    cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
    asarIntegrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyFromAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
  }).toEqual({ cookieEncryption: true, asarIntegrity: true, onlyFromAsar: true });
});

it('a fuse that nobody decided about stops the packing', async () => {
  await expect(pack('linux', 'posthorn', `${SHIPPED}0`)).rejects.toThrow(/fuse/i);
});

it('a system we know no fuses for stops the packing', async () => {
  await expect(pack('haiku', 'posthorn')).rejects.toThrow('haiku');
});
