// Builds dist/ with vite if it is stale: the screen (dist/renderer) and one bundle for each Node program, its
// dependencies inside, so that it starts fast, and beside them whose work they hold (papers.ts). Built beside dist/ and
// swapped in whole: no half-built dist.
// `--force` builds even if nothing changed; `--only FOLDER --into DIR` the programs of one folder, to a place of its own.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { notePackages, papers } from './papers.ts';
import { inputStamp, isBuilt } from './stamp.mjs';
import { root } from './where.mjs';

const dist = join(root, 'dist');
const fresh = join(root, 'build', `dist-${process.pid}`);

/** The Node programs: source, and its place under dist/. */
const PROGRAMS = [
  { source: 'engine/lab.ts', output: 'engine/lab.js' },
  { source: 'engine/host.ts', output: 'engine/host.js' },
  { source: 'web/main.ts', output: 'web/server.js' },
  { source: 'bench/main.ts', output: 'bench/main.js' },
  { source: 'electron/main.ts', output: 'electron/main.js' },
  // In a sandbox Electron loads CommonJS only.
  { source: 'electron/preload.ts', output: 'electron/preload.cjs', format: 'cjs' },
];

/** The packages of which something is in the build. */
const packages = new Set();

const quiet = { configFile: false, logLevel: 'warn', envDir: false };

/** The screen. Nothing inline, nothing from elsewhere: the page's policy allows scripts and fonts from 'self' only. */
async function buildRenderer() {
  await build({
    ...quiet,
    root: join(root, 'renderer'),
    base: './',
    publicDir: false,
    plugins: [react(), notePackages(packages)],
    build: {
      outDir: join(fresh, 'renderer'),
      emptyOutDir: false,
      target: 'es2024',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Everything comes from this machine: what counts is parsing, and React with D3 is past the default of 500 kB.
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        // The presenter's page, and that of who follows a lecture.
        input: ['index.html', 'follow.html'].map((page) => join(root, 'renderer', page)),
        // Everything that the first screen needs is one file: fifty small ones take twice the time to come. The theme is in
        // it, so that its styles stay before those of the views, which go over them.
        output: { codeSplitting: { groups: [{ name: 'bench', test: /\/renderer\/(?:theme\/|app\/app\.tsx$)/ }] } },
      },
      sourcemap: true,
    },
  });
}

/** One Node program, each by itself: a path relative to import.meta.url then means what it says. */
async function buildProgram({ source, output, format = 'es' }, into) {
  const [folder, file] = output.split('/');
  await build({
    ...quiet,
    root,
    publicDir: false,
    plugins: [notePackages(packages)],
    // Electron brings its own module; the package of that name would fetch a binary.
    ssr: { noExternal: true, external: ['electron'], target: 'node' },
    build: {
      ssr: join(root, source),
      outDir: join(into, folder),
      emptyOutDir: false,
      target: 'node22',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        output: {
          format,
          entryFileNames: file,
          chunkFileNames: `${file.replace('.js', '')}-[name]-[hash].js`,
        },
      },
    },
  });
}

/** Puts the finished build in the old one's place. */
function swapIn() {
  const old = `${fresh}-old`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
  rmSync(old, { recursive: true, force: true });
  rmSync(join(root, 'build', 'compile-cache'), { recursive: true, force: true });
}

/** What a test of one shell needs, when dist/ isn't what the sources would give. */
async function buildOnly(folder, into) {
  for (const program of PROGRAMS.filter(({ source }) => source.startsWith(`${folder}/`))) {
    await buildProgram(program, into);
  }
}

async function main() {
  const { values } = parseArgs({
    options: { force: { type: 'boolean' }, only: { type: 'string' }, into: { type: 'string' } },
  });
  if (values.only !== undefined && values.into !== undefined) return buildOnly(values.only, values.into);
  if (isBuilt() && !values.force) {
    console.log('dist/ is up to date.');
    return;
  }
  const missing = [...PROGRAMS.map((program) => program.source), 'renderer/index.html'].filter(
    (source) => !existsSync(join(root, source)),
  );
  if (missing.length > 0) console.log(`Not built, because not written yet: ${missing.join(', ')}.`);
  const begun = performance.now();
  console.log('Building ...');
  // Taken before reading: a file that changes meanwhile makes the result stale, not wrong.
  const stamp = inputStamp();
  try {
    mkdirSync(fresh, { recursive: true });
    if (existsSync(join(root, 'renderer', 'index.html'))) await buildRenderer();
    for (const program of PROGRAMS.filter(({ source }) => !missing.includes(source)))
      await buildProgram(program, fresh);
    for (const [name, text] of Object.entries(papers(root, packages))) writeFileSync(join(fresh, name), text);
    writeFileSync(join(fresh, '.stamp'), stamp);
    swapIn();
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  console.log(`Built dist/ in ${((performance.now() - begun) / 1000).toFixed(1)} s.`);
}

try {
  await main();
} catch (error) {
  console.error(`The build failed: ${error.stack ?? error}`);
  process.exitCode = 1;
}
