// Settings to begin with, and the checks that are offered first. Counterpart: engine/policy/index.ts has all checks.
// Rule: pure; a preset names checks, their settings are their own defaults.

import type { Defences } from '../../contract/experiment.ts';

export const PRESETS = {
  nothing: [],
  blocklist: ['dnsbl'],
  greylisting: ['greylisting'],
  authentication: ['spf', 'dkim', 'dmarc'],
  everything: [
    ...['greet-pause', 'helo', 'reverse-dns', 'dnsbl', 'sender-domain'],
    ...['spf', 'dkim', 'dmarc', 'greylisting'],
  ],
} as const satisfies Record<string, readonly string[]>;

export type PresetId = keyof typeof PRESETS;
export const PRESET_IDS = Object.keys(PRESETS) as PresetId[];

/** What most servers of today do; the rest is unfolded by who looks for it. */
export const USUAL_CHECKS: readonly string[] = [...PRESETS.everything, 'content-checks'];

/** They sign what a server's own people send, and stop nothing. */
export const NO_CHECKS: readonly string[] = ['dkim-signing', 'domainkeys-signing', 'authentication-results'];

export const defencesOf = (preset: PresetId): Defences =>
  Object.fromEntries(PRESETS[preset].map((policy) => [policy, {}]));

/** The preset that these are; undefined for a choice of one's own. */
export function presetOf(defences: Defences): PresetId | undefined {
  const wanted = written(defences);
  return PRESET_IDS.find((preset) => written(defencesOf(preset)) === wanted);
}

/** What a host does now. */
export function defencesAt(policies: Record<string, Record<string, unknown>>): Defences {
  return Object.fromEntries(
    Object.entries(policies)
      .filter(([name, settings]) => settings['enabled'] === true && !NO_CHECKS.includes(name))
      .map(([name, { enabled: _on, ...settings }]) => [name, settings]),
  );
}

/** The same text for the same defences. */
export function written(defences: Defences): string {
  const inOrder = Object.entries(defences).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify(
    inOrder.map(([name, settings]) => [
      name,
      Object.entries(settings).toSorted(([one], [other]) => (one < other ? -1 : 1)),
    ]),
  );
}
