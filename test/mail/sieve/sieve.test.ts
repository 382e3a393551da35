// Sieve scripts: what they do with a letter, what is wrong with them and where, and that nothing in them runs wild.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitMessage } from '../../../mail/fields.ts';
import { parseSieve, runSieve, type SieveAction } from '../../../mail/sieve/index.ts';

const LETTER = [
  'From: "Alice Example" <Alice@Campus.example>',
  'To: bob@harbor.example, carol@harbor.example',
  'Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?= from the *list*',
  'List-Id: <news.forwarder.example>',
  '',
  'Hello',
].join('\r\n');

function run(script: string): SieveAction[] {
  const parsed = parseSieve(script);
  if ('problem' in parsed) throw new Error(`line ${parsed.problem.line}: ${parsed.problem.message}`);
  const { fields } = splitMessage(LETTER);
  return runSieve(parsed.commands, {
    fields,
    octets: 2000,
    from: 'bounce@list.example',
    to: 'bob+news@harbor.example',
  });
}

const holds = (test: string): boolean => run(`require ["envelope"]; if ${test} { discard; }`)[0]?.do === 'discard';
const problemOf = (script: string): string => {
  const parsed = parseSieve(script);
  return 'problem' in parsed ? `${parsed.problem.line}: ${parsed.problem.message}` : 'right';
};

describe('tests', () => {
  it.each([
    ['true', true],
    ['not true', false],
    ['header :is "subject" "grüße from the *LIST*"', true],
    ['header :contains ["X", "Subject"] ["no", "GR"]', true],
    ['header :comparator "i;octet" :contains "Subject" "LIST"', false],
    ['header :matches "Subject" "*\\\\*list\\\\*"', true],
    ['header :matches "Subject" "gr??e*"', true],
    ['header :matches "Subject" "gr?e*"', false],
    ['address :is "from" "alice@campus.example"', true],
    ['address :domain :is ["to", "cc"] "harbor.example"', true],
    ['address :localpart :is "to" "carol"', true],
    ['address :all :contains "from" "Example\\""', false],
    ['envelope :is "from" "bounce@list.example"', true],
    ['envelope :localpart :matches "to" "*+news"', true],
    ['exists ["List-Id", "From"]', true],
    ['exists ["List-Id", "X-Spam"]', false],
    ['size :over 1K', true],
    ['size :under 1M', true],
    ['anyof (false, allof (true, size :over 1999, not exists "x"))', true],
  ])('%s: %s', (test, expected) => {
    expect(holds(test)).toBe(expected);
  });
});

describe('actions', () => {
  it.each<[string, string, unknown[]]>([
    ['nothing', '', [['keep', 0]]],
    ['fileinto', 'require "fileinto";\nfileinto "Lists";', [['fileinto', 2]]],
    [
      'a copy',
      'require ["fileinto", "copy"];\nfileinto :copy "Lists";',
      [
        ['fileinto', 2],
        ['keep', 0],
      ],
    ],
    [
      'redirect',
      'redirect "dave@forwarder.example";\nkeep;',
      [
        ['redirect', 1],
        ['keep', 2],
      ],
    ],
    [
      'the first branch that holds',
      'if false { discard; } elsif exists "To" {\nkeep; stop; } else { discard; }\ndiscard;',
      [['keep', 2]],
    ],
    ['discard', 'discard;', [['discard', 1]]],
    ['discard and keep', 'discard;\nkeep;', [['keep', 2]]],
    [
      'the same twice',
      'keep; keep;\nredirect "a@b.example"; redirect "a@b.example";',
      [
        ['keep', 1],
        ['redirect', 2],
      ],
    ],
    [
      'comments and long texts',
      '# one\n/* two\n */ if header "Subject" text: # three\n..\n.\n{ discard; }',
      [['keep', 0]],
    ],
  ])('%s', (_what, script, expected) => {
    expect(run(script).map(({ do: name, line }) => [name, line])).toEqual(expected);
  });

  it('redirects to so many and no more', () => {
    const many = Array.from({ length: 5 }, (_, index) => `redirect "a${index}@b.example";`).join('\n');
    expect(() => run(many)).toThrow(/4 addresses at most/);
  });
});

describe('problems', () => {
  it.each([
    ['fileinto "a";', '1: fileinto has to be asked for at the top: require ["fileinto"];'],
    ['require "fileinto";\n\nfileino "a";', '3: "fileino" is no command; did you mean "fileinto"?'],
    ['keep', '1: keep isn’t ended by a semicolon'],
    ['if true {\nkeep;', '1: the block that begins here isn’t ended by }'],
    ['if heder "a" "b" { keep; }', '1: "heder" is no test; did you mean "header"?'],
    ['if header :contain "a" "b" { keep; }', '1: header doesn’t know :contain; did you mean "contains"?'],
    ['header "a" "b";', '1: "header" is no command; it is a test: if header ... { ... }'],
    ['keep; require "fileinto";', '1: require stands before all other commands'],
    ['require "vacation";', '1: "vacation" is no extension that is known here'],
    ['redirect "nobody";', '1: "nobody" is no address'],
    ['else { keep; }', '1: else follows an if'],
    [
      'if header "a" { keep; }',
      '1: header takes names of fields and words to look for: header :contains "From" "alice"',
    ],
    ['keep;\nif header “a” "b" { }', '2: strings stand between straight double quotation marks: "like this"'],
    [`${'if true {'.repeat(20)}${'}'.repeat(20)}`, '1: blocks and tests are nested too deeply'],
    [`if ${'not '.repeat(5000)}true { }`, '1: blocks and tests are nested too deeply'],
  ])('%j', (script, expected) => {
    expect(problemOf(script)).toBe(expected);
  });

  it('are told of any text, quickly', () => {
    const word = fc.constantFrom(
      'if',
      'true',
      '{',
      '}',
      ';',
      '"a"',
      'keep',
      '[',
      ']',
      '(',
      ')',
      ',',
      ':is',
      '7K',
      'header',
      'text:\n',
      '.\n',
      '\\',
      '"',
      '/*',
      '#',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, word, fc.string()), { maxLength: 60 }), (words) => {
        const parsed = parseSieve(words.join(' '));
        if ('problem' in parsed) expect(parsed.problem.line).toBeGreaterThan(0);
        else expect(Array.isArray(parsed.commands)).toBe(true);
      }),
    );
  });

  it('never wait for a pattern', () => {
    const value = 'a'.repeat(2000);
    const script = `if header :matches "Subject" "${'*a'.repeat(200)}b" { discard; }`;
    const parsed = parseSieve(script);
    if ('problem' in parsed) throw new Error(parsed.problem.message);
    const { fields } = splitMessage(`Subject: ${value}\r\n\r\n`);
    expect(runSieve(parsed.commands, { fields, octets: 1, from: '', to: '' })).toMatchObject([{ do: 'keep' }]);
  });
});
