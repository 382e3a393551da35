// The drawing of a ladder. Counterpart: ladder.ts has what is in it, picture.ts makes a file of it. Rule: the drawing's own
// units are pixels at the usual size of type; words have a ground of paper behind them, for lifelines pass below.

import type { ReactNode, Ref } from 'react';

import type { Topology } from '../../contract/topology.ts';
import { isUnheard, sayRemark, sayStamp } from '../faults/say-fault.ts';
import { hostView } from '../store/hosts.ts';
import { showText } from '../store/octets.ts';
import { isChange } from '../store/strikes.ts';
import { t } from '../text/t.ts';
import { showPause } from '../text/times.ts';
import { DrawnMark } from '../theme/host-mark.tsx';
import type { Ladder, Rung } from './ladder.ts';
import './ladder.css';

const COLUMN = 190;
const MARGIN = 95;
/** At the right, where the words of the last arrows go on: answers of the DNS are long. */
const LAST = 260;
const HEAD = 64;
const RUNG = { high: 30, low: 22 } as const;
const ARROW = 7;

interface Props {
  ladder: Ladder;
  topology: Topology | undefined;
  ref?: Ref<SVGSVGElement>;
  onPick: (rung: Rung) => void;
}

const widthOf = ({ hosts }: Ladder): number => MARGIN + LAST + COLUMN * Math.max(0, hosts.length - 1);
const placeIn = ({ hosts }: Ladder, host: string): number => MARGIN + COLUMN * Math.max(0, hosts.indexOf(host));

/** A rung as high as what stands on it. */
const heightOf = ({ kind }: Rung): number => (kind === 'say' || kind === 'question' ? RUNG.low : RUNG.high);

export function LadderDrawing({ ladder, topology, ref, onPick }: Props) {
  const { hosts, rungs } = ladder;
  const width = widthOf(ladder);
  const tops: number[] = [];
  let y = HEAD + RUNG.low;
  for (const rung of rungs) {
    y += heightOf(rung);
    tops.push(y);
  }
  const height = y + RUNG.high;
  const xOf = (host: string) => placeIn(ladder, host);
  return (
    <svg
      ref={ref}
      className="ladder__drawing"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={t('ladder.drawing')}
    >
      <rect className="ladder__paper" width={width} height={height} />
      {hosts.map((host) => (
        <g key={host} className={`host-${hostView(topology, host).colour}`}>
          <line className="ladder__life" x1={xOf(host)} x2={xOf(host)} y1={HEAD} y2={height - 8} />
        </g>
      ))}
      <Heads ladder={ladder} topology={topology} />
      {rungs.map((rung, at) => (
        <Drawn key={`${rung.kind} ${rung.seq}`} rung={rung} y={tops[at] ?? 0} width={width} xOf={xOf} onPick={onPick} />
      ))}
    </svg>
  );
}

/** The hosts once more, to stay in sight while the drawing below them is scrolled. */
export function LadderHeads({ ladder, topology }: Pick<Props, 'ladder' | 'topology'>) {
  const width = widthOf(ladder);
  return (
    <div className="ladder__heads" aria-hidden="true">
      <svg className="ladder__drawing" width={width} height={HEAD} viewBox={`0 0 ${width} ${HEAD}`}>
        <rect className="ladder__paper" width={width} height={HEAD} />
        <Heads ladder={ladder} topology={topology} />
      </svg>
    </div>
  );
}

function Heads({ ladder, topology }: Pick<Props, 'ladder' | 'topology'>) {
  return ladder.hosts.map((host) => {
    const view = hostView(topology, host);
    const x = placeIn(ladder, host);
    return (
      <g key={host} className={`host-${view.colour}`}>
        <g transform={`translate(${x - 14} 8)`}>
          <DrawnMark host={view} size={28} />
        </g>
        <text className="ladder__host" x={x} y={HEAD - 12} textAnchor="middle">
          {view.short}
        </text>
      </g>
    );
  });
}

interface DrawnProps {
  rung: Rung;
  y: number;
  width: number;
  xOf: (host: string) => number;
  onPick: (rung: Rung) => void;
}

function Drawn({ rung, y, width, xOf, onPick }: DrawnProps) {
  switch (rung.kind) {
    case 'pause':
      return (
        <g className="ladder__pause">
          <line x1={24} x2={width - 24} y1={y - 8} y2={y - 8} />
          <Words x={width / 2} y={y - 4} anchor="middle" className="ladder__note">
            {t('ladder.pause', { time: showPause(rung.ms) })}
          </Words>
        </g>
      );
    case 'policy':
      return (
        <Words x={xOf(rung.at) + 8} y={y - 6} anchor="start" className="ladder__note ladder__note--policy">
          {t('ladder.policy', { policy: rung.policy })}
        </Words>
      );
    case 'open':
      return (
        <Between rung={rung} y={y} xOf={xOf} className="ladder__open">
          {t('ladder.open', { port: String(rung.port) })}
        </Between>
      );
    case 'refused':
      return (
        <Between rung={rung} y={y} xOf={xOf} className="ladder__open ladder__open--refused" isBroken>
          {t('ladder.refused', { port: String(rung.port), problem: t(`ladder.problem.${rung.problem}`) })}
        </Between>
      );
    case 'struck':
      return (
        <Between rung={rung} y={y} xOf={xOf} className="ladder__struck" isBroken>
          {wordsOfStrike(rung)}
        </Between>
      );
    case 'tls':
      return (
        <Between rung={rung} y={y} xOf={xOf} className="ladder__tls" isBoth>
          {t('ladder.tls', { version: rung.version.replace('TLSv', 'TLS ') })}
        </Between>
      );
    case 'question':
      return (
        <Between rung={rung} y={y} xOf={xOf} className="ladder__question" isBoth>
          {rung.isCached ? t('ladder.cached', { question: rung.text }) : rung.text}
          {rung.answer !== '' && ` \u2192 ${rung.answer}`}
        </Between>
      );
    case 'say':
      return (
        <g className="ladder__pick" onClick={() => onPick(rung)}>
          <Between rung={rung} y={y} xOf={xOf} className={classOf(rung)}>
            {wordsOf(rung)}
          </Between>
        </g>
      );
  }
}

type Say = Extract<Rung, { kind: 'say' }>;

function classOf({ isRefused, isEncrypted }: Say): string {
  return ['ladder__say', isRefused ? 'ladder__say--refused' : '', isEncrypted ? 'ladder__say--tls' : ''].join(' ');
}

function wordsOf({ text, more, octets, isChanged, strikes }: Say): string {
  const words = octets === undefined ? text : t('ladder.bulk', { octets });
  const rest = more === 0 ? '' : ` ${t('ladder.more', { count: more })}`;
  const stamps = strikes.map(sayStamp);
  // An edit by hand has no fault that tells of it.
  if (isChanged && !strikes.some(isChange)) stamps.push(t('dialog.changed'));
  return `${words}${rest}${stamps.map((stamp) => ` (${stamp})`).join('')}`;
}

function wordsOfStrike({ strike, from, to }: Extract<Rung, { kind: 'struck' }>): string {
  const [client, server] = strike.from === 'server' ? [to, from] : [from, to];
  const remark = sayRemark(strike, { client: { host: client }, server: { host: server } });
  if (!isUnheard(strike)) return remark;
  return `${strike.said === undefined ? t('faults.deed.text') : showText(strike.said)} (${remark})`;
}

interface BetweenProps {
  rung: Exclude<Rung, { kind: 'pause' | 'policy' }>;
  y: number;
  xOf: (host: string) => number;
  className: string;
  /** Both ways: a handshake, a question with its answer. */
  isBoth?: boolean;
  /** It never came there. */
  isBroken?: boolean;
  children: ReactNode;
}

function Between({ rung, y, xOf, className, isBoth = false, isBroken = false, children }: BetweenProps) {
  const from = xOf(rung.from);
  const to = isBroken ? (xOf(rung.from) + xOf(rung.to)) / 2 : xOf(rung.to);
  const way = to >= from ? 1 : -1;
  const head = (x: number, direction: number) =>
    `M${x - direction * ARROW} ${y - ARROW / 2}L${x} ${y}L${x - direction * ARROW} ${y + ARROW / 2}`;
  return (
    <g className={className}>
      <Words x={Math.min(from, xOf(rung.to)) + 8} y={y - 5} anchor="start" className="ladder__words">
        {children}
      </Words>
      <path className="ladder__line" d={`M${from} ${y}H${to}`} />
      {isBroken ? (
        <path className="ladder__head" d={`M${to - 4} ${y - 4}l8 8m0 -8l-8 8`} />
      ) : (
        <path className="ladder__head" d={head(to, way) + (isBoth ? head(from, -way) : '')} />
      )}
    </g>
  );
}

function Words({
  x,
  y,
  anchor,
  className,
  children,
}: {
  x: number;
  y: number;
  anchor: 'start' | 'middle';
  className: string;
  children: ReactNode;
}) {
  return (
    <text className={className} x={x} y={y} textAnchor={anchor}>
      {children}
    </text>
  );
}
