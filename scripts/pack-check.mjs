// `npm run pack:check`: what `npm run package` would put into the app, with sizes, and what is wrong with it. For machines
// that can't have Electron's binary; where it can be had, packing is the better check.
import { packedFiles, packProblems } from './pack-list.ts';
import { root } from './where.mjs';

const inKilobytes = (octets) => `${(octets / 1000).toFixed(1).padStart(9)} kB`;

const files = packedFiles(root);
for (const { path, octets } of files) console.log(`${inKilobytes(octets)}  ${path}`);
console.log(
  `${inKilobytes(files.reduce((sum, { octets }) => sum + octets, 0))}  in ${files.length} files, and Electron around them`,
);
const problems = packProblems(files);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
