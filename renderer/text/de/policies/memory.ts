// What a policy remembers, in German. Counterpart: ../../policies/memory.ts. Rule: as in glossary.md.

import type { policyMemoryEn } from '../../policies/memory.ts';
import type { Translation } from '../translation.ts';

export const policyMemoryDe = {
  'memory.of': 'Was {policy} sich merkt',
  'memory.about': 'Wer',
  'memory.state': 'Was gemerkt ist',
  'memory.actions': 'Ändern',
  'memory.nobody': 'niemand (ein Unzustellbarkeitsbericht)',
  'memory.waiting': 'wird nach {left} durchgelassen',
  'memory.due': 'wird beim nächsten Versuch durchgelassen; vergessen {until}',
  'memory.passed': 'kam durch; vergessen {until}',
  'memory.trusted': {
    one: 'kam {count}-mal wieder; vergessen {until}',
    other: 'kam {count}-mal wieder; vergessen {until}',
  },
  'memory.counted': '{count}, gezählt bis {until}',
  'memory.asked': 'wurde um Antwort gebeten; seine Briefe werden weggeworfen {until}',
  'memory.taught': '{count} Wörter, aus {junk} Junk-Briefen und {other} anderen',
  'memory.word': 'in {junk} Junk-Briefen und {other} anderen: {probability}',
  'memory.admit': 'Durchlassen',
  'memory.admitOne': '{about} durchlassen',
  'memory.forget': 'Vergessen',
  'memory.forgetOne': '{about} vergessen',
  'memory.none': 'Noch ist niemand gemerkt.',
  'memory.cut': 'Gezeigt sind die letzten {count}.',
} satisfies Translation<typeof policyMemoryEn>;
