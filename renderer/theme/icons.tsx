// The few signs of the screen, drawn in the colour of the text around them. Counterpart: every view. Rule: a sign is
// decoration; the word for it is in the text or in the button's label.

import type { ReactNode } from 'react';

function Icon({ children, size = 16 }: { children: ReactNode; size?: number }) {
  return (
    <svg
      className="icon"
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
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

export const Network = () => (
  <Icon size={20}>
    <circle cx="3.500" cy="8" r="2" />
    <circle cx="12.500" cy="3.500" r="2" />
    <circle cx="12.500" cy="12.500" r="2" />
    <path d="M5.300 7.100l5.400-2.700M5.300 8.900l5.400 2.700" />
  </Icon>
);

export const Book = () => (
  <Icon size={20}>
    <path d="M8 3.500C6.500 2.500 4.500 2.200 2 2.500v10.500c2.500-.3 4.500 0 6 1 1.500-1 3.500-1.300 6-1V2.500c-2.500-.3-4.500 0-6 1zM8 3.500V14" />
  </Icon>
);

/** Lines of a header under a lens. */
export const Lens = () => (
  <Icon size={20}>
    <path d="M2 3.500h12M2 7h5M2 10.500h4M2 14h5" />
    <circle cx="10.500" cy="9.500" r="2.800" />
    <path d="M12.600 11.700l2 2.300" />
  </Icon>
);

/** Where words are looked up: a page under a lens. */
export const Glossary = () => (
  <Icon size={20}>
    <path d="M2.500 1.500h8v6M2.500 1.500v12h4M4.500 4.500h4M4.500 7h2" />
    <circle cx="10" cy="10.500" r="2.800" />
    <path d="M12.200 12.700l2 2" />
  </Icon>
);

/** Mail that has come: an envelope in a tray. */
export const Mail = () => (
  <Icon size={20}>
    <path d="M1.500 9.500h3.500l1 2h4l1-2h3.500v4h-13zM3 9.500v-6h10v6M5.500 6l2.500 1.500L10.500 6" />
  </Icon>
);

/** A terminal: one's own tools. */
export const Crowd = () => (
  <Icon size={20}>
    <circle cx="5.500" cy="5" r="2.500" />
    <path d="M1 13.500c0-2.500 2-4 4.500-4s4.500 1.500 4.500 4M10.500 3a2.300 2.300 0 010 4.500M12 9.800c1.800.5 3 1.800 3 3.700" />
  </Icon>
);

export const Flask = () => (
  <Icon size={20}>
    <path d="M6 1.500h4M7 1.500v4.500L2.500 13a1 1 0 001 1.500h9a1 1 0 001-1.500L9 6V1.500M4.500 10h7" />
  </Icon>
);

export const Prompt = () => (
  <Icon size={20}>
    <rect x="1.500" y="2.500" width="13" height="11" rx="1.500" />
    <path d="M4 6l2.500 2L4 10M8.500 10.500H12" />
  </Icon>
);

export const Keyboard = () => (
  <Icon size={20}>
    <rect x="1" y="3.500" width="14" height="9" rx="1.500" />
    <path d="M3.500 6.500h.01M6.500 6.500h.01M9.500 6.500h.01M12.500 6.500h.01M4.500 9.800h7" />
  </Icon>
);

export const Sliders = () => (
  <Icon size={20}>
    <path d="M1.500 5h7M12.500 5h2M1.500 11h2M7.500 11h7" />
    <circle cx="10.500" cy="5" r="2" />
    <circle cx="5.500" cy="11" r="2" />
  </Icon>
);

export const Close = () => (
  <Icon>
    <path d="M3.500 3.500l9 9M12.500 3.500l-9 9" />
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

/** States of a protocol: one leads to the next. */
export const Steps = () => (
  <Icon size={14}>
    <rect x="5" y="1.500" width="6" height="4" rx="1" />
    <rect x="5" y="10.500" width="6" height="4" rx="1" />
    <path d="M8 5.500v5M6.500 9L8 10.500 9.500 9" />
  </Icon>
);

export const Plus = () => (
  <Icon>
    <path d="M8 3v10M3 8h10" />
  </Icon>
);

export const Minus = () => (
  <Icon>
    <path d="M3 8h10" />
  </Icon>
);

export const Fit = () => (
  <Icon>
    <path d="M2.500 6V2.500H6M10 2.500h3.500V6M13.500 10v3.500H10M6 13.500H2.500V10" />
  </Icon>
);

export const Eye = () => (
  <Icon size={14}>
    <path d="M1.500 8S4 3.500 8 3.500 14.500 8 14.500 8 12 12.500 8 12.500 1.500 8 1.500 8z" />
    <circle cx="8" cy="8" r="2" />
  </Icon>
);

export const Clock = () => (
  <Icon size={14}>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 4.500V8l2.500 1.500" />
  </Icon>
);

/** The posthorn: the mark of the app. */
export const Horn = () => (
  <svg
    className="icon"
    width="1.75rem"
    height="1.75rem"
    viewBox="0 0 28 28"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.8"
    aria-hidden="true"
  >
    <circle cx="12.600" cy="11.900" r="5.800" />
    <path d="M4 17.800h14M3.600 16.300v3" strokeLinecap="round" />
    <path
      d="M15.500 16.800C19.600 16.800 22.400 15.500 24.100 12.700A.8.8 0 0 1 25.600 13.100V22.500A.8.8 0 0 1 24.100 22.900C22.400 20.100 19.600 18.800 15.500 18.800Z"
      fill="currentColor"
      stroke="none"
    />
  </svg>
);

export const Play = () => (
  <Icon>
    <path d="M5 3l8 5-8 5z" fill="currentColor" />
  </Icon>
);

export const Pause = () => (
  <Icon>
    <path d="M5 3v10M11 3v10" strokeWidth="2.500" />
  </Icon>
);

export const StepBack = () => (
  <Icon>
    <path d="M10 3L5 8l5 5" />
  </Icon>
);

export const StepOn = () => (
  <Icon>
    <path d="M6 3l5 5-5 5" />
  </Icon>
);

export const Lectern = () => (
  <Icon>
    <path d="M2.5 5.5h11l-2 4h-7zM8 9.5V14M5 14h6M5 5.5l1-3h4" />
  </Icon>
);
