// Between the window's two worlds: hands the page the port that the main process made for it, and a file that the system
// handed over. Counterpart: screens.ts, handed-files.ts, contract/bridge.ts. Rule: the page gets no function of Electron's, only
// `connect`, and all else comes as a message, since a port can't cross the bridge.

import { contextBridge, ipcRenderer } from 'electron';

import { type Bridge, FILE_MESSAGE, type HandedFile, PORT_MESSAGE } from '../contract/bridge.ts';
import { ORIGIN } from './address.ts';
import { CONNECT, FILE, PORT } from './channels.ts';

const bridge: Bridge = {
  connect: () => {
    ipcRenderer.send(CONNECT);
  },
};

ipcRenderer.on(PORT, ({ ports }) => window.postMessage(PORT_MESSAGE, ORIGIN, [...ports]));
ipcRenderer.on(FILE, (_event, file: HandedFile) => window.postMessage({ [FILE_MESSAGE]: file }, ORIGIN));
contextBridge.exposeInMainWorld('posthorn', bridge);
