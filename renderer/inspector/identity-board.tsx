// Who says that? Every identity that the session and the letter carry, at the hop that is looked at. Counterpart:
// identities.ts. Rule: a table, so that it can be read across and down; live while the dialog runs.

import { useBench } from '../app/use-bench.ts';
import type { Dialog } from '../store/dialog.ts';
import { lookupsOf } from '../store/dialogs.ts';
import { shortName } from '../store/hosts.ts';
import type { HeaderLine } from '../store/letter.ts';
import { showText } from '../store/octets.ts';
import { t, type TextKey } from '../text/t.ts';
import { identitiesOf, type Identity } from './identities.ts';
import './identity-board.css';

interface Props {
  dialog: Dialog | undefined;
  header: readonly HeaderLine[];
  message?: string;
}

export function IdentityBoard({ dialog, header, message }: Props) {
  const dialogs = useBench((state) => state.moment.dialogs);
  const asked = dialog ? lookupsOf(dialogs, dialog).during : [];
  const at = dialog && t('identities.at', { host: shortName(dialog.server.host) });
  return <IdentityTable identities={identitiesOf({ dialog, asked, header, message })} at={at} />;
}

/** `at`: who saw them. */
export function IdentityTable({ identities, at }: { identities: readonly Identity[]; at: string | undefined }) {
  if (identities.length === 0) return null;
  return (
    <section className="identities" aria-labelledby="identities-title">
      <div className="identities__head">
        <h3 id="identities-title">{t('identities.title')}</h3>
        {at !== undefined && <span>{at}</span>}
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('identities.name')}</th>
            <th scope="col">{t('identities.lie')}</th>
            <th scope="col">{t('identities.checked')}</th>
            <th scope="col">{t('identities.seen')}</th>
          </tr>
        </thead>
        <tbody>
          {identities.map(({ name, value, lie, checkedBy, seen }) => (
            <tr key={`${name} ${value}`}>
              <th scope="row" title={t(`identity.${name}.help` satisfies TextKey)}>
                <span className="identities__name">{t(`identity.${name}` satisfies TextKey)}</span>
                <code>{showText(value)}</code>
              </th>
              <td>{t(`identity.lie.${lie}` satisfies TextKey)}</td>
              <td>{t(`identity.by.${checkedBy}` satisfies TextKey)}</td>
              <td>{t(`identity.seen.${seen}` satisfies TextKey)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
