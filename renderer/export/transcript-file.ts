// Dialogs to read on paper or to hand in: as plain text, and as a page that needs nothing else. Counterpart: the dialogs
// of terminal/ show the same lines. Rule: escaped for the format it is written in; a letter's text stands where it crossed.

import type { Dialog, DialogItem } from '../store/dialog.ts';
import { showLine, showLines } from '../store/octets.ts';
import { sayStamp } from '../faults/say-fault.ts';
import { isChange } from '../store/strikes.ts';
import { t } from '../text/t.ts';
import { showClock, showMs } from '../text/times.ts';
import type { ExportFormat, Material, Watch } from './format.ts';

/** One speaker's words, or a remark between the lines. */
interface Said {
  sign: 'C' | 'S' | '-';
  text: string;
  remark: string;
  isRefused: boolean;
}

interface Section {
  title: string;
  said: Said[];
}

export const textFile: ExportFormat = {
  id: 'text',
  title: 'export.text',
  help: 'export.text.help',
  extension: 'txt',
  make: async (material, watch) => {
    const sections = await sectionsOf(material, watch);
    if (!sections) return undefined;
    const text = sections.map(({ title, said }) => {
      const lines = said.flatMap(({ sign, text: words, remark }) => {
        const told = remark === '' ? '' : `   [${remark}]`;
        return words.split('\n').map((line, at) => `${sign}: ${line}${at === 0 ? told : ''}`);
      });
      return [title, '', ...lines, ''].join('\n');
    });
    return new Blob([text.join('\n')], { type: 'text/plain;charset=utf-8' });
  },
};

export const pageFile: ExportFormat = {
  id: 'page',
  title: 'export.page',
  help: 'export.page.help',
  extension: 'html',
  make: async (material, watch) => {
    const sections = await sectionsOf(material, watch);
    if (!sections) return undefined;
    const lab = material.moment.lab.topology?.title ?? '';
    const body = sections.map(
      ({ title, said }) => `<h2>${escaped(title)}</h2>\n<div class="talk">\n${said.map(rowOf).join('\n')}\n</div>`,
    );
    const title = escaped(t('export.page.heading', { lab }));
    const head = `<meta charset="utf-8"><title>${title}</title><style>${STYLE}</style>`;
    const page = `<!doctype html>\n<html lang="en"><head>${head}</head>\n<body><h1>${title}</h1>\n${body.join('\n')}\n</body></html>\n`;
    return new Blob([page], { type: 'text/html;charset=utf-8' });
  },
};

/** Prints well; follows the reader's light or dark. */
const STYLE =
  ':root{color-scheme:light dark}body{max-width:52rem;margin:2rem auto;padding:0 1rem;font:15px/1.5 "IBM Plex Sans",system-ui,sans-serif}' +
  'h1{font-size:1.4rem}h2{font-size:1.05rem;margin:2rem 0 .5rem}.talk{font:13px/1.55 "IBM Plex Mono",ui-monospace,monospace}' +
  '.talk div{display:grid;grid-template-columns:1.5rem 1fr;white-space:pre-wrap;overflow-wrap:anywhere}' +
  '.c{font-weight:600}.r{color:light-dark(#b42318,#f47067)}.n{font-style:italic}small{opacity:.75}';

function rowOf({ sign, text, remark, isRefused }: Said): string {
  const kind = sign === 'C' ? 'c' : sign === '-' ? 'n' : isRefused ? 's r' : 's';
  const note = remark === '' ? '' : ` <small>[${escaped(remark)}]</small>`;
  return `<div class="${kind}"><span>${sign}</span><span>${escaped(text)}${note}</span></div>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (one) => ENTITIES[one] ?? one);

/** Undefined: cancelled. */
async function sectionsOf(material: Material, { onProgress, isCancelled }: Watch): Promise<Section[] | undefined> {
  const { moment, scope } = material;
  const dialogs = [...moment.dialogs.byId.values()].filter(({ id }) => scope.conns?.has(id) !== false);
  const sections: Section[] = [];
  for (const [index, dialog] of dialogs.entries()) {
    if (isCancelled()) return undefined;
    onProgress(index / dialogs.length);
    const said: Said[] = [];
    for (const item of dialog.items) said.push(await saidBy(item, material));
    sections.push({ title: titleOf(dialog), said });
  }
  return sections;
}

function titleOf({ client, server, opened_ms }: Dialog): string {
  const ends = { client: client.host, server: server.host, port: String(server.port) };
  return t('export.talk', { ...ends, time: showClock(opened_ms) });
}

async function saidBy(item: DialogItem, { dispatch }: Material): Promise<Said> {
  if (item.kind === 'tls') {
    const text = t('dialog.tls', { version: item.version.replace('TLSv', 'TLS ') });
    return { sign: '-', text, remark: '', isRefused: false };
  }
  const sign = item.from === 'client' ? 'C' : 'S';
  const held = item.held_ms === undefined ? [] : [t('dialog.held', { ms: showMs(item.held_ms) })];
  const stamps = (item.strikes ?? []).map(sayStamp);
  const isEdited = item.changed && !item.strikes?.some(isChange);
  const remark = [...stamps, ...(isEdited ? [t('dialog.changed')] : []), ...held].join(', ');
  if (item.kind === 'line') {
    return { sign, text: showLine(item.bytes, item.secret), remark, isRefused: item.refused };
  }
  const { bytes, expired } = await dispatch('bytes.read', { ref: item.ref });
  const text = expired ? t('export.expired') : showLines(bytes, item.secret).replace(/\n$/, '');
  return { sign, text, remark, isRefused: false };
}
