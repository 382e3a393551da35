// The menu. Counterpart: text.ts has its words; the screen's own actions are in its command palette, not here.
// Rule: no key that a terminal needs (Ctrl-R, Ctrl-W, Ctrl-Q, Ctrl-C ...): the page gets those. On macOS the command
// key is no terminal's, and without an Edit menu copy and paste have no keys.

import type { MenuItemConstructorOptions as Item } from 'electron';

import { TEXT } from './text.ts';

const T = TEXT.menu;

/** `isDeveloper`: started from the sources, not packed. */
export function menuTemplate(platform: NodeJS.Platform, isDeveloper: boolean): Item[] {
  return platform === 'darwin' ? macMenu(isDeveloper) : [viewMenu(isDeveloper, [quit]), helpMenu];
}

const separator: Item = { type: 'separator' };
const quit: Item = { role: 'quit', label: T.quit, accelerator: 'Alt+F4' };
const helpMenu: Item = { label: T.help, submenu: [{ role: 'about', label: T.about }] };

function viewMenu(isDeveloper: boolean, last: Item[]): Item {
  const developer: Item = { role: 'toggleDevTools', label: T.developer, accelerator: 'F12' };
  return {
    label: T.view,
    submenu: [
      { role: 'reload', label: T.reload, accelerator: 'F5' },
      separator,
      { role: 'zoomIn', label: T.zoomIn, accelerator: 'CommandOrControl+Plus' },
      { role: 'zoomOut', label: T.zoomOut, accelerator: 'CommandOrControl+-' },
      { role: 'resetZoom', label: T.zoomReset, accelerator: 'CommandOrControl+0' },
      separator,
      { role: 'togglefullscreen', label: T.fullScreen, accelerator: 'F11' },
      ...(isDeveloper ? [developer] : []),
      ...(last.length > 0 ? [separator, ...last] : []),
    ],
  };
}

function macMenu(isDeveloper: boolean): Item[] {
  return [
    {
      label: TEXT.name,
      submenu: [
        { role: 'about', label: T.about },
        separator,
        { role: 'hide', label: T.hide },
        { role: 'hideOthers', label: T.hideOthers },
        { role: 'unhide', label: T.unhide },
        separator,
        { role: 'quit', label: T.quit },
      ],
    },
    {
      label: T.edit,
      submenu: [
        { role: 'undo', label: T.undo },
        { role: 'redo', label: T.redo },
        separator,
        { role: 'cut', label: T.cut },
        { role: 'copy', label: T.copy },
        { role: 'paste', label: T.paste },
        { role: 'selectAll', label: T.selectAll },
      ],
    },
    viewMenu(isDeveloper, []),
    {
      label: T.window,
      submenu: [
        { role: 'minimize', label: T.minimize },
        { role: 'close', label: T.close },
      ],
    },
  ];
}
