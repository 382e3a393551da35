// The menu takes no key away from a terminal in the window.

import { expect, it } from 'vitest';

import { menuTemplate } from '../../electron/menu.ts';

type Items = ReturnType<typeof menuTemplate>;

/** Roles whose own key is a key of the terminal's on Linux and Windows, unless the item names another. */
const TAKES_CTRL = [
  'reload',
  'forceReload',
  'close',
  'quit',
  'copy',
  'paste',
  'cut',
  'undo',
  'redo',
  'selectAll',
  'minimize',
];

function flat(items: Items): Items {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
}

it.each(['linux', 'win32'] as const)('%s: Ctrl with a letter is never a menu key', (platform) => {
  for (const { role, accelerator } of flat(menuTemplate(platform, true))) {
    const key = String(accelerator ?? '');
    expect(key).not.toMatch(/(Ctrl|Control)\+(Shift\+)?[A-Z]$/i);
    if (TAKES_CTRL.includes(role ?? '')) expect(key, role).not.toBe('');
  }
});

it('macOS has the Edit menu, without which copy and paste have no keys there', () => {
  const roles = flat(menuTemplate('darwin', false)).map(({ role }) => role);
  expect(roles).toEqual(expect.arrayContaining(['copy', 'paste', 'selectAll', 'hide', 'quit']));
});

it.each(['linux', 'win32', 'darwin'] as const)('%s: developer tools only from the sources', (platform) => {
  const roles = (isDeveloper: boolean) => flat(menuTemplate(platform, isDeveloper)).map(({ role }) => role);
  expect(roles(true)).toContain('toggleDevTools');
  expect(roles(false)).not.toContain('toggleDevTools');
});

it('every label comes from the catalogue, none from Electron', () => {
  for (const platform of ['linux', 'darwin'] as const) {
    for (const { type, label } of flat(menuTemplate(platform, true)))
      if (type !== 'separator') expect(label).toBeTruthy();
  }
});
