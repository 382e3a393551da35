// A letter as it was after every hop, each an `.eml` that any mail program opens, in one zip. Counterpart: capture-file.ts
// has the same octets in their packets. Rule: octets as they crossed, dots taken off; nothing is added.

import { zipSync } from 'fflate';

import { fromByteString } from '../../mail/bytes.ts';
import { unstuffDots } from '../../mail/smtp/data.ts';
import { shortName } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import type { ExportFormat, Material } from './format.ts';

export const lettersFile: ExportFormat = {
  id: 'eml',
  title: 'export.eml',
  help: 'export.eml.help',
  extension: 'zip',
  needsLetter: true,
  make: async (material, { onProgress, isCancelled }) => {
    const copies = copiesOf(material);
    const files: Record<string, Uint8Array> = {};
    for (const [index, { name, read }] of copies.entries()) {
      if (isCancelled()) return undefined;
      onProgress(index / copies.length);
      const octets = await read();
      // What expired isn't there, and no empty file says that it was empty.
      if (octets) files[`${index + 1} ${name}.eml`] = octets;
    }
    if (Object.keys(files).length === 0) throw new Error(t('export.eml.gone'));
    return new Blob([new Uint8Array(zipSync(files))], { type: 'application/zip' });
  },
};

interface Copy {
  name: string;
  /** Undefined: not kept any more. */
  read: () => Promise<Uint8Array | undefined>;
}

/** Every crossing of a wire in its order, then every mailbox that it lies in. */
function copiesOf({ moment, dispatch, scope }: Material): Copy[] {
  const id = scope.message ?? '';
  const crossings = [...moment.dialogs.byId.values()]
    .filter((dialog) => dialog.messages.includes(id))
    .flatMap(({ client, server, items }) => {
      const data = items.filter((item) => item.kind === 'bulk' && item.content === 'mailData');
      return data.map((item): Copy => ({
        name: t('export.eml.hop', { client: shortName(client.host), server: shortName(server.host) }),
        read: async () => {
          if (item.kind !== 'bulk') return undefined;
          const { bytes, expired } = await dispatch('bytes.read', { ref: item.ref });
          return expired ? undefined : unstuffDots(fromByteString(bytes));
        },
      }));
    });
  const stored = (moment.lab.messages[id]?.delivered ?? []).map(({ mailbox, uid }): Copy => ({
    name: t('export.eml.stored', { mailbox: mailbox.replaceAll(/[^\w.@+-]/g, '_') }),
    read: async () => fromByteString((await dispatch('store.read', { address: mailbox, uid })).bytes),
  }));
  return [...crossings, ...stored];
}
