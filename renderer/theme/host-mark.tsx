// A host's mark: a postmark with its label, its colour and its pattern, the same wherever the host appears.
// Counterpart: tokens.css (.host-*). Rule: the label is always readable and the ring's pattern differs, so that
// colour is never the only carrier.

import type { HostView } from '../store/hosts.ts';
import './host-mark.css';

interface Props {
  host: HostView;
  /** Diameter in CSS pixels at the usual size of type; it grows with that. */
  size?: number;
}

const ROOT_PX = 16;

/** Decorative: the host's name stands beside it, or in the label of what it is in. */
export function HostMark({ host, size = 22 }: Props) {
  return <Mark host={host} diameter={`${size / ROOT_PX}rem`} />;
}

/** The same inside a drawing, in the drawing's own units. */
export function DrawnMark({ host, size }: Required<Props>) {
  return <Mark host={host} diameter={size} />;
}

function Mark({ host, diameter }: { host: HostView; diameter: string | number }) {
  return (
    <svg
      className={`mark host-${host.colour} mark--${host.pattern}`}
      width={diameter}
      height={diameter}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <circle className="mark__ground" cx="12" cy="12" r="11" />
      <circle className="mark__ring" cx="12" cy="12" r="10" pathLength="48" />
      <circle className="mark__inner" cx="12" cy="12" r="7.6" />
      <text className="mark__label" x="12" y="15.200" textAnchor="middle">
        {host.label}
      </text>
    </svg>
  );
}
