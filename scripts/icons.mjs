// `npm run icons`: draws electron/icons/ anew from its two SVG files, in the sizes and containers that the systems want. They
// are kept in the repository, so that packing needs no browser. Counterpart: electron-builder.yml names them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { icnsFile, icoFile } from './icon-files.ts';
import { openBrowser } from '../test/e2e/app.ts';
import { root } from './where.mjs';

const folder = join(root, 'electron', 'icons');
const LINUX = [16, 32, 48, 64, 128, 256, 512];
const WINDOWS = [16, 24, 32, 48, 64, 128, 256];
const MAC = [16, 32, 64, 128, 256, 512, 1024];

async function draw(page, svg, size) {
  await page.setViewportSize({ width: size, height: size });
  const source = `data:image/svg+xml;base64,${readFileSync(join(folder, svg)).toString('base64')}`;
  await page.setContent(
    `<body style="margin:0"><img src="${source}" width="${size}" height="${size}" style="display:block">`,
  );
  await page.locator('img').evaluate((image) => image.decode());
  return page.screenshot({ omitBackground: true });
}

const browser = await openBrowser();
const page = await browser.newPage();
const drawAll = async (svg, sizes) => {
  const images = [];
  for (const size of sizes) images.push(await draw(page, svg, size));
  return images;
};
mkdirSync(join(folder, 'linux'), { recursive: true });
for (const [index, png] of (await drawAll('posthorn.svg', LINUX)).entries()) {
  writeFileSync(join(folder, 'linux', `${LINUX[index]}x${LINUX[index]}.png`), png);
}
for (const name of ['posthorn', 'session']) {
  writeFileSync(join(folder, `${name}.ico`), icoFile(await drawAll(`${name}.svg`, WINDOWS)));
  writeFileSync(join(folder, `${name}.icns`), icnsFile(await drawAll(`${name}.svg`, MAC)));
}
await browser.close();
