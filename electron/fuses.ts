// What the packed program can't do any more, burnt into its binary: run as a plain node, take node's options from the
// environment, be inspected, load code from outside its archive. Counterpart: electron-builder.yml calls the default
// export after packing and before signing. Rule: every fuse is decided; a new one of Electron's stops the packing.

import path from 'node:path';

import { flipFuses, type FuseConfig, FuseV1Options, FuseVersion } from '@electron/fuses';

export const FUSES = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // The page is served by its own scheme; a file: address needs no rights here.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // We ship no snapshot of our own.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // As Electron ships it: a matter of speed, and we run no WebAssembly.
  [FuseV1Options.WasmTrapHandlers]: true,
} as const satisfies FuseConfig;

/** The part we read of what electron-builder hands to its hook. */
export interface PackContext {
  appOutDir: string;
  electronPlatformName: string;
  packager: { executableName?: string; appInfo: { productFilename: string } };
}

const ENDINGS: Readonly<Record<string, string>> = { darwin: '.app', mas: '.app', win32: '.exe', linux: '' };

export default async function afterPack({ appOutDir, electronPlatformName, packager }: PackContext): Promise<void> {
  const ending = ENDINGS[electronPlatformName];
  if (ending === undefined) throw new Error(`no fuses known for ${electronPlatformName}`);
  const isLinux = electronPlatformName === 'linux';
  const name = (isLinux ? packager.executableName : undefined) ?? packager.appInfo.productFilename;
  await flipFuses(path.join(appOutDir, `${name}${ending}`), {
    ...FUSES,
    // A changed binary has to be signed again before an Apple processor runs it; unsigned builds have only this.
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
  });
}
