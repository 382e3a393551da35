// What looks mistyped, beside the line where it was typed. Counterpart: lessons/feedback.ts finds it. Rule: only where a
// person types; the latest is spoken politely, and what is put away stays away.

import { useEffect, useState } from 'react';

import { useBench, useBenchParts } from '../app/use-bench.ts';
import type { FeedbackCode } from '../../lessons/feedback-codes.ts';
import { feedbackOnLetter } from '../../lessons/feedback.ts';
import { useLessons } from '../lesson/use-lesson.ts';
import type { Dialog, DialogBulk, DialogItem } from '../store/dialog.ts';
import { SCREEN_LIMITS } from '../store/limits.ts';
import { showText } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { Close } from '../theme/icons.tsx';

export interface Remark {
  seq: number;
  code: FeedbackCode;
  params: { typed: string; meant: string };
  rfc: string;
}

const NONE: readonly Remark[] = [];

/** The remarks on a dialog's lines, and the way to put one away. */
export function useRemarks(dialog: Dialog): { remarks: readonly Remark[]; putAway: (remark: Remark) => void } {
  const found = useBench((state) => (dialog.person ? state.moment.dialogs.feedback.items[dialog.id] : undefined));
  const [away, setAway] = useState<ReadonlySet<string>>(new Set());
  const keyOf = ({ seq, code }: Remark) => `${seq} ${code}`;
  return {
    remarks: found?.filter((one) => !away.has(keyOf(one))) ?? NONE,
    putAway: (remark) => setAway(new Set([...away, keyOf(remark)])),
  };
}

interface Props {
  item: DialogItem;
  remarks: readonly Remark[];
  onAway: (remark: Remark) => void;
}

export function RemarksAt({ item, remarks, onAway }: Props) {
  const label = t('remark.away');
  return remarks
    .filter((one) => one.seq === item.seq)
    .map((one) => (
      <p key={one.code} className="remark">
        <Words remark={one} />
        <button
          type="button"
          className="icon-button remark__away"
          aria-label={label}
          title={label}
          onClick={() => onAway(one)}
        >
          <Close />
        </button>
      </p>
    ));
}

function Words({ remark }: { remark: Pick<Remark, 'code' | 'params' | 'rfc'> }) {
  return (
    <span>
      {sentenceOf(remark)} <span className="remark__rfc">{remark.rfc.replace(' section ', ' \u00a7')}</span>
    </span>
  );
}

const sentenceOf = ({ code, params: { typed, meant } }: Pick<Remark, 'code' | 'params'>): string =>
  t(`feedback.${code}`, { typed: showText(typed), meant: showText(meant) });

/** Says the latest remark that came while one looks. A lesson speaks for itself. */
export function RemarkSpoken({ remarks }: { remarks: readonly Remark[] }) {
  const isLesson = useLessons((state) => state.running !== undefined);
  const last = remarks.at(-1);
  const [first] = useState(last?.seq ?? 0);
  const isNews = !isLesson && last !== undefined && last.seq > first;
  return (
    <p className="sr" role="status">
      {isNews && sentenceOf(last)}
    </p>
  );
}

/** What a whole letter that somebody typed looks like: the blank line, the lone dot. Read once, when it is there. */
export function LetterRemarks({ bulk: { ref } }: { bulk: DialogBulk }) {
  const { source } = useBenchParts();
  const [found, setFound] = useState<ReturnType<typeof feedbackOnLetter>>([]);
  const { at, length } = ref;
  useEffect(() => {
    // A letter that is read in part has no end, and would be taken for one that wasn't ended.
    if (length > SCREEN_LIMITS.shownOctets) return undefined;
    let isWanted = true;
    source
      .dispatch('bytes.read', { ref: { at, length } })
      .then(({ bytes, expired }) => isWanted && !expired && setFound(feedbackOnLetter(bytes)))
      .catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [source, at, length]);
  return found.map(({ code, typed, rfc }) => (
    <p key={code} className="remark">
      <Words remark={{ code, rfc, params: { typed, meant: '' } }} />
    </p>
  ));
}
