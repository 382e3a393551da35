// What the fields of a letter's header are for. Counterpart: renderer/explain/fields.ts, inspector/. Rule: from RFC 5322
// and the RFC named there; who writes a field is said by its provenance, not here.

export const fieldsEn = {
  'field.Received':
    'A postmark: each server that takes the letter writes one on top. What it saw itself stands in brackets.',
  'field.Return-Path':
    'The envelope’s return address, written down by the last server because the envelope is thrown away.',
  'field.Delivered-To': 'The mailbox that it was put into.',
  'field.X-Original-To': 'The envelope’s recipient before it was rewritten.',
  'field.From': 'Who the letter says it is from. This is what people see, and anybody can write anything here.',
  'field.Sender': 'Who sent it on behalf of the author.',
  'field.Reply-To': 'Where answers should go.',
  'field.To': 'Who the letter is addressed to. The post doesn’t read it: the envelope decides.',
  'field.Cc': 'Who else was meant to get a copy.',
  'field.Bcc': 'Blind copies. A mail program takes this line out before sending; the names stand on the envelope only.',
  'field.Subject': 'What it is about, in the writer’s words.',
  'field.Date': 'When the writer’s computer says it was written.',
  'field.Message-ID': 'A name for this letter, made up by the writer’s program.',
  'field.In-Reply-To': 'The letter that this one answers.',
  'field.References': 'The thread that it belongs to.',
  'field.MIME-Version': 'The letter’s content is described as MIME does it.',
  'field.Content-Type': 'What kind of content it is, and in which charset.',
  'field.Content-Transfer-Encoding': 'How the content is wrapped so that it survives the way.',
  'field.Content-Disposition': 'Whether a part is to be shown or is a file.',
  'field.Authentication-Results':
    'What the server that wrote it found out about the sender. Believe only your own server’s.',
  'field.DKIM-Signature': 'A signature over parts of the letter, made by the domain it names.',
  'field.Received-SPF':
    'What the server that wrote it found when it asked whether the client may send for the domain in MAIL FROM.',
  'field.ARC-Message-Signature': 'A server’s signature over the letter as it handed it on.',
  'field.ARC-Authentication-Results': 'What a server found out about the sender, kept for those further on.',
  'field.X-Spam-Flag': 'A filter took the letter for spam; programs behind it put it aside by this.',
  'field.ARC-Seal': 'A server’s seal over what it found, for those further on.',
  'field.List-Id': 'The mailing list that it came through.',
  'field.List-Unsubscribe': 'How to leave the list.',
  'field.Auto-Submitted': 'A program wrote it: don’t answer by program.',
  'field.Precedence': 'An old hint that it is bulk.',
  'field.X': 'No RFC says what this is for; some program likes to write it.',
  'field.other': 'A field that Posthorn has no words for.',
} as const;
