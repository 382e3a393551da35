// The desktop app's main process: starts the engine, serves the screen, opens the window; closing it ends all of it.
// Counterpart: web/main.ts is the other shell. Rule: a shell and nothing else; the lab is the engine's, the screen is
// renderer/'s. No `await` at the top: Electron would be ready before the scheme is registered.

import { fileURLToPath } from 'node:url';

import { app, type BrowserWindow, dialog, Menu, protocol, session } from 'electron';

import { APP_SCHEME, type AppFiles, listAppFiles, serveApp } from './app-protocol.ts';
import { Engine } from './engine.ts';
import { HandedFiles, namedFile } from './handed-files.ts';
import { labDirectory } from './lab-directory.ts';
import { lessonFile } from './lesson-file.ts';
import { lockContents, lockSession } from './locks.ts';
import { menuTemplate } from './menu.ts';
import { Screens } from './screens.ts';
import { TEXT } from './text.ts';
import { openWindow, showWindow } from './window.ts';

/** As built, this file is dist/electron/main.js. */
const built = (place: string) => fileURLToPath(new URL(`../${place}`, import.meta.url));

const PRELOAD = built('electron/preload.cjs');

function run(): void {
  const args = process.argv.slice(1);
  const places = { POSTHORN_DIR: labDirectory(args), POSTHORN_LESSON: lessonFile(args) };
  const engine = new Engine(built('engine/host.js'), { ...process.env, ...places });
  const handed = new HandedFiles();
  new Screens(engine, (page) => handed.listens(page));
  handed.hand(namedFile(process.argv.slice(1), process.cwd()));
  app.on('second-instance', (_event, args, dir) => {
    showWindow();
    handed.hand(namedFile(args.slice(1), dir));
  });
  // As macOS hands a file over, also before it is ready.
  app.on('open-file', (event, file) => {
    event.preventDefault();
    showWindow();
    handed.hand(file);
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (!engine.isThere) return;
    event.preventDefault();
    void engine.close().finally(() => app.quit());
  });
  app
    .whenReady()
    .then(() => start(engine))
    .catch((error: unknown) => {
      dialog.showErrorBox(TEXT.cannotStart, (error as Error).message);
      void engine.close().finally(() => app.exit(1));
    });
}

async function start(engine: Engine): Promise<void> {
  lockSession(session.defaultSession);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, !app.isPackaged)));
  serveApp(protocol, readScreen(built('renderer')));
  engine.restart();
  await openWindow({ preload: PRELOAD, onGone: (window) => void askAboutScreen(window) });
}

function readScreen(dir: string): AppFiles {
  try {
    return listAppFiles(dir);
  } catch {
    throw new Error(TEXT.noScreen(dir));
  }
}

/** The page's process crashed: the lab hasn't, so nothing is lost by loading it again. */
async function askAboutScreen(window: BrowserWindow): Promise<void> {
  const buttons = [TEXT.loadAgain, TEXT.quit];
  const texts = { message: TEXT.screenGone, detail: TEXT.screenGoneDetail, buttons };
  const { response } = await dialog.showMessageBox(window, { type: 'warning', ...texts, defaultId: 0, cancelId: 1 });
  if (response === 0) window.webContents.reload();
  else app.quit();
}

app.enableSandbox();
protocol.registerSchemesAsPrivileged([APP_SCHEME]);
app.on('web-contents-created', (_event, contents) => lockContents(contents, PRELOAD));
// The second start shows the window of the first, and is over.
if (app.requestSingleInstanceLock()) run();
else app.quit();
