// Settings to begin with, and the checks that are offered first. Counterpart: engine/policy/index.ts has all checks.
// Rule: pure; a preset names checks, their settings are their own defaults.

import type { Defences } from '../../contract/experiment.ts';
import type { PolicyOffer } from '../host/one-policy.tsx';

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

/** They sign what a server's own people send, or write down what others found: they stop nothing. */
const NO_CHECKS: readonly string[] = ['dkim-signing', 'domainkeys-signing', 'authentication-results'];

/** Whether it can stop a letter at the door. What acts at a mailbox can't: the server that is tried has none. */
export const isCheck = ({ name, stage }: Pick<PolicyOffer, 'name' | 'stage'>): boolean =>
  stage !== 'delivery' && !NO_CHECKS.includes(name);

export const defencesOf = (preset: PresetId): Defences =>
  Object.fromEntries(PRESETS[preset].map((policy) => [policy, {}]));

/** The preset that these are; undefined for a choice of one's own. */
export function presetOf(defences: Defences): PresetId | undefined {
  const wanted = written(defences);
  return PRESET_IDS.find((preset) => written(defencesOf(preset)) === wanted);
}

/** What a host checks now. */
export function defencesAt(
  policies: Record<string, Record<string, unknown>>,
  offers: readonly PolicyOffer[],
): Defences {
  const names = new Set(offers.filter(isCheck).map(({ name }) => name));
  return Object.fromEntries(
    Object.entries(policies)
      .filter(([name, settings]) => settings['enabled'] === true && names.has(name))
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
