// Links into the reference, from itself and from everywhere. Counterpart: frame-store.ts keeps where they lead. Rule: what
// the reference doesn't have is shown as plain text.

import { useBenchParts } from '../app/use-bench.ts';
import { REPLY_HELP } from '../../lessons/reference/replies.ts';
import { RFCS } from '../../lessons/reference/rfcs.ts';
import { TERMS } from '../../lessons/reference/terms.ts';
import { t } from '../text/t.ts';
import { rfcTarget } from './find.ts';
import './reference-link.css';

/** To an entry: `terms/envelope`. Without a name of the caller's a term of the glossary has its own. */
export function ReferenceLink({ to, name }: { to: string; name?: string }) {
  const id = to.slice(to.indexOf('/') + 1);
  return <Link to={to}>{name ?? TERMS.find((one) => one.id === id)?.term ?? id}</Link>;
}

/** An RFC as it is cited, with its section. */
export function RfcLink({ cited }: { cited: string }) {
  const to = rfcTarget(cited);
  if (cited === '') return null;
  const isKnown = RFCS.some(({ id, also = [] }) => to === `rfcs/${id}` || also.some((one) => cited.startsWith(one)));
  if (to === undefined || !isKnown) return <span>{cited}</span>;
  return <Link to={to}>{cited}</Link>;
}

/** What to do about an SMTP reply, where it is one that something is to be done about. */
export function CodeLink({ reply }: { reply: string }) {
  const code = /^[45]\d\d(?=[ -])/.exec(reply)?.[0];
  if (code === undefined || REPLY_HELP[Number(code)] === undefined) return null;
  return <Link to={`replies/${code}`}>{t('reference.lookUp', { code })}</Link>;
}

function Link({ to, children }: { to: string; children: string }) {
  const { frame } = useBenchParts();
  return (
    <button
      type="button"
      className="reference-link"
      onClick={() => frame.setState({ place: 'reference', reference: to })}
    >
      {children}
    </button>
  );
}
