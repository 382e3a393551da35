// Bounds of the settings. Counterpart: settings.ts. Rule: each with its reason.

/** 80 % is the least that is still 12 px; 200 % is what WCAG asks for, and what the last row of a lecture hall needs. */
export const TYPE_PERCENT = { least: 80, usual: 100, most: 200, step: 10 } as const;
