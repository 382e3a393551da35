// Following a lecture in German. Counterpart: ../en-follow.ts. Rule: as in glossary.md.

import type { followEn } from '../en-follow.ts';
import type { Translation } from './translation.ts';

export const followDe = {
  'link.following': 'Folgt einer Vorlesung',
  'follow.title': 'Der Vorlesung folgen',
  'follow.about':
    'Hier erscheint, was auf der Bühne steht, vom Rechner der Lehrenden. Du kannst dich darin umsehen und Fragen beantworten; ändern kannst du nichts.',
  'follow.code': 'Code von der Wand',
  'follow.join': 'Folgen',
  'follow.joining': 'Bitte um Einlass …',
  'follow.wrongCode': 'Das ist nicht der Code. Er hat sechs Buchstaben und Ziffern und steht an der Wand.',
  'follow.tooMany': 'Aus deinem Netz kamen zu viele falsche Codes. In einer Minute geht es wieder.',
  'follow.privacy':
    'Nach einem Namen wird nicht gefragt. Antworten werden gezählt, nicht aufbewahrt, und niemand erfährt, welche deine war.',
  'follow.waiting': 'Du bist drin. Die Vorlesung beginnt gleich.',
  'follow.lost': 'Der Rechner der Lehrenden antwortet nicht. Neuer Versuch …',
  'follow.over': 'Die Türen sind geschlossen. Danke fürs Mitmachen.',
  'follow.sentAway':
    'Diese Seite hat etwas gesagt, was Mitlesende nicht sagen dürfen, oder es lesen schon zu viele mit. Neu geladen kann sie wieder dazukommen.',
  'follow.black': 'Jetzt nach vorn sehen.',
  'follow.reading': 'Folgt',
  'stage.at': 'Szene {at} von {of}',
  'vote.title': 'Frage an den Saal',
  'vote.open': 'Jetzt antworten; umentscheiden geht.',
  'vote.discuss': 'Sprich mit deinen Nachbarn. Gleich kannst du noch einmal antworten.',
  'vote.again': 'Noch einmal antworten.',
  'vote.closed': 'Es werden keine Antworten mehr angenommen.',
  'vote.shown': 'So hat der Saal geantwortet.',
  'vote.counted': 'Deine Antwort ist gezählt.',
  'vote.chart': 'Wie der Saal geantwortet hat',
  'vote.right': '\u2713 richtig:',
  'vote.before': 'vorher',
  'vote.after': 'nachher',
  'vote.count': '{count} ({percent} %)',
} satisfies Translation<typeof followEn>;
