// What the numbers of a reply mean, as short keys that the screen turns into words of the reader's language.
// Counterpart: smtp/replies.ts writes replies. Sources: RFC 5321 section 4.2 with its extensions for the three digits,
// RFC 3463 and the IANA registry "SMTP Enhanced Status Codes" for the dotted code. Rule: keys here, prose never.

/** The first digit: RFC 5321 section 4.2.1. */
export type ReplyClass = 'success' | 'goOn' | 'tryLater' | 'failed';

export interface ReplyMeaning {
  class: ReplyClass;
  meaningKey: string;
}

const CLASSES: Readonly<Record<string, ReplyClass>> = { 2: 'success', 3: 'goOn', 4: 'tryLater', 5: 'failed' };

/** Each known three-digit code: RFC 5321 section 4.2.3, 4954 (AUTH), 3207 (STARTTLS), 1985 (ETRN), 7504 (521, 556). */
const MEANING_KEYS: Readonly<Record<number, string>> = {
  211: 'systemStatus',
  214: 'help',
  220: 'ready',
  221: 'closing',
  235: 'authenticated',
  250: 'done',
  251: 'willForward',
  252: 'cannotVerify',
  253: 'turnStarted',
  334: 'authContinue',
  354: 'startMailInput',
  421: 'unavailableClosing',
  422: 'mailboxFullForNow',
  432: 'passwordTransition',
  450: 'mailboxBusy',
  451: 'localError',
  452: 'storageShort',
  454: 'tlsOrAuthUnavailable',
  455: 'parametersNotNow',
  458: 'cannotQueue',
  459: 'nodeNotAllowed',
  500: 'notRecognized',
  501: 'badArguments',
  502: 'notImplemented',
  503: 'badSequence',
  504: 'parameterNotImplemented',
  521: 'hostTakesNoMail',
  523: 'encryptionNeededTooBig',
  530: 'accessDeniedAuthenticateFirst',
  534: 'mechanismTooWeak',
  535: 'credentialsInvalid',
  538: 'encryptionRequiredForMechanism',
  550: 'mailboxUnavailable',
  551: 'notLocal',
  552: 'tooMuchStorage',
  553: 'mailboxNameNotAllowed',
  554: 'transactionFailed',
  555: 'parametersNotRecognized',
  556: 'domainTakesNoMail',
};

export const REPLY_CODES: Readonly<Record<number, ReplyMeaning>> = Object.fromEntries(
  Object.entries(MEANING_KEYS).map(([code, meaningKey]) => [
    code,
    { class: CLASSES[code.charAt(0)] ?? 'failed', meaningKey },
  ]),
);

/** The enhanced code, digit by digit. `details` is keyed `subject.detail`; detail 0 is the subject itself. */
export const ENHANCED_CODES: {
  readonly classes: Readonly<Record<number, ReplyClass>>;
  readonly subjects: Readonly<Record<number, string>>;
  readonly details: Readonly<Record<string, string>>;
} = {
  classes: { 2: 'success', 4: 'tryLater', 5: 'failed' },
  subjects: {
    0: 'other',
    1: 'address',
    2: 'mailbox',
    3: 'mailSystem',
    4: 'networkAndRouting',
    5: 'protocol',
    6: 'content',
    7: 'securityOrPolicy',
  },
  details: {
    '0.0': 'otherUndefined',
    '1.0': 'otherAddress',
    '1.1': 'badMailbox',
    '1.2': 'badDomain',
    '1.3': 'badMailboxSyntax',
    '1.4': 'ambiguousMailbox',
    '1.5': 'addressValid',
    '1.6': 'mailboxMoved',
    '1.7': 'badSenderSyntax',
    '1.8': 'badSenderDomain',
    '1.9': 'relayedToNonCompliant',
    '1.10': 'nullMx',
    '2.0': 'otherMailbox',
    '2.1': 'mailboxDisabled',
    '2.2': 'mailboxFull',
    '2.3': 'messageTooLongForMailbox',
    '2.4': 'listExpansionProblem',
    '3.0': 'otherMailSystem',
    '3.1': 'systemFull',
    '3.2': 'systemNotAccepting',
    '3.3': 'featureMissing',
    '3.4': 'messageTooBig',
    '3.5': 'misconfigured',
    '3.6': 'priorityChanged',
    '4.0': 'otherNetwork',
    '4.1': 'noAnswerFromHost',
    '4.2': 'badConnection',
    '4.3': 'directoryFailure',
    '4.4': 'cannotRoute',
    '4.5': 'congestion',
    '4.6': 'routingLoop',
    '4.7': 'deliveryExpired',
    '5.0': 'otherProtocol',
    '5.1': 'invalidCommand',
    '5.2': 'syntaxError',
    '5.3': 'tooManyRecipients',
    '5.4': 'invalidArguments',
    '5.5': 'wrongVersion',
    '5.6': 'authLineTooLong',
    '6.0': 'otherContent',
    '6.1': 'mediaNotSupported',
    '6.2': 'conversionProhibited',
    '6.3': 'conversionNotSupported',
    '6.4': 'convertedWithLoss',
    '6.5': 'conversionFailed',
    '6.6': 'contentUnavailable',
    '6.7': 'unicodeAddressNotAllowed',
    '6.8': 'unicodeReplyNeeded',
    '6.9': 'unicodeHeaderNotTransferable',
    '7.0': 'otherSecurity',
    '7.1': 'notAuthorized',
    '7.2': 'listExpansionProhibited',
    '7.3': 'securityConversionImpossible',
    '7.4': 'securityNotSupported',
    '7.5': 'cryptoFailure',
    '7.6': 'cryptoAlgorithmMissing',
    '7.7': 'integrityFailure',
    '7.8': 'credentialsInvalid',
    '7.9': 'mechanismTooWeak',
    '7.10': 'encryptionNeeded',
    '7.11': 'encryptionRequiredForMechanism',
    '7.12': 'passwordTransition',
    '7.13': 'accountDisabled',
    '7.14': 'trustRelationshipRequired',
    '7.15': 'priorityTooLow',
    '7.16': 'tooBigForPriority',
    '7.17': 'mailboxOwnerChanged',
    '7.18': 'domainOwnerChanged',
    '7.19': 'rrvsCannotComplete',
    '7.20': 'dkimNoPassing',
    '7.21': 'dkimNoAcceptable',
    '7.22': 'dkimNoAuthorMatch',
    '7.23': 'spfFailed',
    '7.24': 'spfError',
    '7.25': 'reverseDnsFailed',
    '7.26': 'multipleAuthenticationFailed',
    '7.27': 'senderNullMx',
    '7.28': 'mailFlood',
    '7.29': 'arcFailure',
    '7.30': 'requireTlsNeeded',
  },
};

export interface EnhancedMeaning {
  class: ReplyClass | undefined;
  subjectKey: string | undefined;
  /** Undefined when the registry doesn't know the detail: RFC 3463 section 2 tells a reader to fall back on the subject. */
  detailKey: string | undefined;
}

/**
 * Explains a reply. An unregistered code still has the class of its first digit (RFC 5321 section 4.2.1), with the
 * key `unregistered`. `contradiction` is set when the classes of the two codes differ, which RFC 2034 section 3 forbids.
 */
export function explainReply(
  code: number,
  enhanced?: string,
): ReplyMeaning & { enhanced?: EnhancedMeaning; contradiction: boolean } {
  const known = REPLY_CODES[code];
  const replyClass = known?.class ?? CLASSES[String(code).charAt(0)] ?? 'failed';
  const base = { class: replyClass, meaningKey: known?.meaningKey ?? 'unregistered' };
  const digits = /^([245])\.(\d{1,3})\.(\d{1,3})$/.exec(enhanced ?? '');
  if (!digits) return { ...base, contradiction: false };
  const [classDigit, subject, detail] = [Number(digits[1]), Number(digits[2]), Number(digits[3])];
  const enhancedClass = ENHANCED_CODES.classes[classDigit];
  return {
    ...base,
    enhanced: {
      class: enhancedClass,
      subjectKey: ENHANCED_CODES.subjects[subject],
      detailKey: ENHANCED_CODES.details[`${subject}.${detail}`],
    },
    contradiction: enhancedClass !== replyClass,
  };
}
