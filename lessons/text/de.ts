// What lessons say by themselves, in German. Counterpart: en.ts; say.ts says it in the lesson's language, the screen in its
// own. Rule: as in renderer/text/de/glossary.md; whole, the compiler holds the keys.

import { beliefsDe } from './de-beliefs.ts';
import { conceptsDe } from './de-concepts.ts';
import { feedbackDe } from './de-feedback.ts';
import { reasonsDe } from './de-reasons.ts';
import type { LessonTextKey } from './en.ts';

const panelDe = {
  'panel.counts.step': 'Es zählt nur, was von hier an geschieht.',
  'panel.counts.connection': 'Es zählt auch, was du auf einer noch offenen Verbindung gesagt hast.',
  'panel.counts.lesson': 'Es zählt auch, was du früher in dieser Lektion getan hast.',
  'panel.goals': 'Geschafft ist es, wenn',
  'panel.met': 'erledigt',
  'panel.notMet': 'noch nicht',
  'panel.predict': 'Zuerst: Was glaubst du?',
  'panel.sure': 'Ich bin sicher',
  'panel.guess': 'Ich rate',
  'panel.dontKnow': 'Ich weiß es nicht',
  'panel.questions': 'Was du gefunden hast',
  'panel.answer': 'Antworten',
  'panel.choose': 'Wählen…',
  'panel.waiting': 'Der Server hat geantwortet. Seine Antwort wartet auf deine Vorhersage.',
  'panel.notPredicted': 'Die Antwort kam durch eine Tür, bevor deine Vorhersage da war. Das macht nichts.',
  'panel.youSaid': 'Du sagtest: {answer}',
  'panel.hint': 'Einen Hinweis, bitte',
  'panel.hintLater': 'Hinweise öffnen sich nach einem Versuch oder in einer Minute.',
  'panel.solution': 'Für mich tippen',
  'panel.again': 'Jetzt noch einmal, mit anderen Namen',
  'panel.againWhy': 'Du hast die Lösung angesehen, also kommt der Schritt noch einmal, bevor er zählt.',
  'panel.next': 'Weiter',
  'panel.restart': 'Diesen Schritt von vorn beginnen',
  'panel.finish': 'Sehen, was du getan hast',
  'panel.optional': 'für alle, die mehr wollen',
  'panel.typed': 'Du hast getippt',
  'panel.saw': 'Der Server sagte',
  'panel.readMore': 'Mehr lesen',
  'panel.yours': 'Deine eigenen Zeilen',
  'panel.testedOut': 'Der letzte Schritt gelang dir allein: Die Lektion zählt als erledigt.',
  'panel.review': 'Wird an einem anderen Tag noch einmal gefragt',
  'panel.stepOf': 'Schritt {step} von {steps}',
} as const;

export const lessonsDe = {
  ...panelDe,
  ...reasonsDe,
  ...feedbackDe,
  ...beliefsDe,
  ...conceptsDe,
} as const satisfies Record<LessonTextKey, string>;
