// Lint rules that oxlint doesn't have: the clock and the dice come from the injected world (engine/world.ts).
// What the built-in rules can name (Date.now, Math.random, setTimeout) is restricted in .oxlintrc.json; these two
// catch the rest: `new Date()` without arguments, and node:crypto's random numbers.

const RANDOM = new Set([
  'randomBytes',
  'randomInt',
  'randomUUID',
  'randomUUIDv7',
  'randomFill',
  'randomFillSync',
  'getRandomValues',
]);
const CLOCK = 'Time comes from the world that is passed in (engine/world.ts), never from the machine.';
const DICE = 'Randomness comes from a named stream of the world, random(host, purpose), never from the machine.';

const isNamed = (node, name) => node.type === 'Identifier' && node.name === name;

const noWallClock = {
  create(context) {
    const report = (node) => context.report({ node, message: CLOCK });
    return {
      NewExpression(node) {
        if (isNamed(node.callee, 'Date') && node.arguments.length === 0) report(node);
      },
      CallExpression(node) {
        if (isNamed(node.callee, 'Date')) report(node);
      },
    };
  },
};

const noCryptoRandom = {
  create(context) {
    const report = (node) => context.report({ node, message: DICE });
    const checkNames = (node) => {
      if (node.source?.value !== 'node:crypto' && node.source?.value !== 'crypto') return;
      for (const item of node.specifiers) {
        // An import names what it takes as `imported`, an `export ... from` as `local`.
        if (RANDOM.has((item.imported ?? item.local).name)) report(item);
      }
    };
    return {
      ImportDeclaration: checkNames,
      ExportNamedDeclaration: checkNames,
      MemberExpression(node) {
        const named = node.property.type === 'Identifier' && RANDOM.has(node.property.name);
        if (named && (isNamed(node.object, 'crypto') || isNamed(node.object, 'webcrypto'))) report(node);
      },
    };
  },
};

export default {
  meta: { name: 'world' },
  rules: { 'no-wall-clock': noWallClock, 'no-crypto-random': noCryptoRandom },
};
