// Between the window's two worlds: hands the page the port that the main process made for it. Counterpart: screens.ts,
// contract/bridge.ts. Rule: the page gets no function of Electron's, only `connect`, and the port comes as a message,
// since a port can't cross the bridge.

import { contextBridge, ipcRenderer } from 'electron';

import { type Bridge, PORT_MESSAGE } from '../contract/bridge.ts';
import { ORIGIN } from './address.ts';
import { CONNECT, PORT } from './channels.ts';

const bridge: Bridge = {
  connect: () => {
    ipcRenderer.send(CONNECT);
  },
};

ipcRenderer.on(PORT, ({ ports }) => window.postMessage(PORT_MESSAGE, ORIGIN, [...ports]));
contextBridge.exposeInMainWorld('posthorn', bridge);
