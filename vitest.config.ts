// The tests by what they need: `unit` nothing, `engine` sockets and disk, `interop` outside programs, `browser` the
// built app and Chromium, `course` minutes, since it plays every lesson. A new folder of test/ falls into `unit`, so no
// test file is ever in no project.
// One process a file, at most two at once; no retries: a test that fails sometimes is a bug. Unit tests keep nothing outside
// of themselves, so two processes take all of them one after the other: to load the same modules for each of 150 files
// took longer than to test them.
import { defineConfig } from 'vitest/config';
import { PROJECT_FOLDERS } from './scripts/report.mjs';

const globs = (folders: readonly string[]) => folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`);

const project = (name: string, include: string[], { exclude = [] as string[], isolate = true } = {}) => ({
  test: {
    name,
    include,
    exclude,
    pool: 'forks' as const,
    isolate,
    retry: 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A screen is asked again until it says so; what it never says fails in this time.
    expect: { poll: { timeout: 20_000, interval: 100 } },
  },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    allowOnly: false,
    projects: [
      project('unit', ['test/**/*.test.{ts,tsx}'], {
        exclude: globs(Object.values(PROJECT_FOLDERS).flat()),
        isolate: false,
      }),
      ...Object.entries(PROJECT_FOLDERS).map(([name, folders]) => project(name, globs(folders))),
    ],
  },
});
