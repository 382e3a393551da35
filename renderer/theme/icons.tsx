// The few signs of the screen, drawn in the colour of the text around them. Counterpart: every view. Rule: a sign is
// decoration; the word for it is in the text or in the button's label.

import type { ReactNode } from 'react';

function Icon({ children, size = 16 }: { children: ReactNode; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const Arrow = () => (
  <Icon size={14}>
    <path d="M2 8h11M9 4l4 4-4 4" />
  </Icon>
);

export const Lock = () => (
  <Icon size={14}>
    <rect x="3" y="7" width="10" height="7" rx="1.500" />
    <path d="M5 7V5a3 3 0 016 0v2" />
  </Icon>
);

export const Envelope = () => (
  <Icon size={20}>
    <rect x="1.500" y="3.500" width="13" height="9" rx="1" />
    <path d="M2 4l6 5 6-5" />
  </Icon>
);

export const Sun = () => (
  <Icon>
    <circle cx="8" cy="8" r="3" />
    <path d="M8 1v1.500M8 13.500V15M1 8h1.500M13.500 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1" />
  </Icon>
);

export const Moon = () => (
  <Icon>
    <path d="M13.500 9.500A6 6 0 116.500 2.500a4.700 4.700 0 007 7z" />
  </Icon>
);

export const Enlarge = () => (
  <Icon size={14}>
    <path d="M9 2.500h4.500V7M7 13.500H2.500V9M13.500 2.500L9 7M2.500 13.500L7 9" />
  </Icon>
);

export const Shrink = () => (
  <Icon size={14}>
    <path d="M14 2L9.500 6.500M9.500 2.500v4h4M2 14l4.500-4.500M6.500 13.500v-4h-4" />
  </Icon>
);

/** The posthorn: the mark of the app. */
export const Horn = () => (
  <svg
    width="28"
    height="28"
    viewBox="0 0 28 28"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.8"
    aria-hidden="true"
  >
    <circle cx="14" cy="14" r="6.500" />
    <path d="M20 12c4-1 6-4 6.500-7M8 16c-3 1-5 3-6 6" strokeLinecap="round" />
    <path d="M24 3l4 3" strokeLinecap="round" />
  </svg>
);
