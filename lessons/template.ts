// A new lesson to start from: `npm run lesson new NAME`. Counterpart: schema.ts, which a test holds it to.
// Rule: it passes the check as it is, so that an author breaks one thing at a time.

/** `id`: lower case words joined by hyphens. */
export function lessonTemplate(id: string, number: number): string {
  const title = id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
  return `---
id: ${id}
number: ${number}
title: ${title}
after: []
minutes: 10
start:
  topology: two-domains
  seed: ${number}
  clock: '2026-01-05T09:00:00Z'
  actors: [visitor.example]
  policies: {}
  panels: [map, shell, dialogs, inbox]
cast:
  - to: bob@harbor.example
    toName: Bob
  - to: carol@harbor.example
    toName: Carol
---

## Listen first

What the learner is about to see, in at most 120 words and in the second person. Say nothing that they don't then do or
see. Names such as $toName come from the cast above.

\`\`\`task
id: listen
act: Connect to mx1.harbor.example, port 25, and wait.
prediction:
  asks: Who speaks first?
  before: { reply: CONNECT, server: mx1.harbor.example, client: visitor.example }
  options:
    - id: you
      text: I do.
      belief: client-speaks-first
      reply: The server did. Its 220 was there before you typed.
    - id: server
      text: The server.
      right: true
      reply: It greeted you with 220.
  dontKnow: The server spoke first, with 220.
goal:
  - says: The server has greeted you before you spoke.
    answered: { at: mx1.harbor.example, by: visitor.example, verb: CONNECT, class: 2, early: false }
nearMisses:
  - id: spoke-first
    when: { answered: { at: mx1.harbor.example, verb: CONNECT, early: true } }
    says: You spoke before the 220. Connect again and listen.
    typed:
      - { telnet: mx1.harbor.example 25, as: visitor.example, type: HELO visitor.example, early: true }
hints:
  - A nudge, one question that points the right way.
  - A pointer, where to look.
  - Nearly there, everything but the typing.
solution:
  - { telnet: mx1.harbor.example 25, as: visitor.example }
ref:
  rfc: [RFC 5321 section 3.1]
  terms: [greeting]
\`\`\`

What was seen, for $to and everybody else. The learner's own lines stand above it.
`;
}
