// The two containers in which systems want icons, written and listed: .ico for Windows, .icns for macOS. Both hold PNG files
// as they are. Counterpart: icons.mjs draws them, test/electron/icons.test.ts reads them back. Rule: pure.

const PNG_SIGNATURE = 0x89504e47;

/** Width and height of a PNG file; throws where it is none. */
export function pngSize(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  if (png.byteLength < 24 || view.getUint32(0) !== PNG_SIGNATURE) throw new Error('no PNG file');
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** An .ico file: a directory of 16 octets an image, then the images. */
export function icoFile(pngs: readonly Uint8Array[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pngs.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pngs.length, 4);
  let offset = head.length;
  pngs.forEach((png, index) => {
    const { width, height } = pngSize(png);
    const at = 6 + 16 * index;
    // 256 doesn't fit into an octet and is written as 0.
    head.writeUInt8(width % 256, at);
    head.writeUInt8(height % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...pngs]);
}

/** The PNG files in an .ico file. */
export function icoImages(file: Buffer): Buffer[] {
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index;
    const offset = file.readUInt32LE(at + 12);
    return file.subarray(offset, offset + file.readUInt32LE(at + 8));
  });
}

/** What macOS calls an image of so many pixels: for a plain screen, and for one of double density. */
const ICNS_TYPES: Readonly<Record<number, readonly string[]>> = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

/** An .icns file: a head, then each image behind its type and length. */
export function icnsFile(pngs: readonly Uint8Array[]): Buffer {
  const blocks = pngs.flatMap((png) =>
    (ICNS_TYPES[pngSize(png).width] ?? []).map((type) => {
      const head = Buffer.alloc(8);
      head.write(type, 'latin1');
      head.writeUInt32BE(png.length + 8, 4);
      return Buffer.concat([head, png]);
    }),
  );
  const body = Buffer.concat(blocks);
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(body.length + 8, 4);
  return Buffer.concat([head, body]);
}

/** The images in an .icns file, by type. */
export function icnsImages(file: Buffer): Map<string, Buffer> {
  const images = new Map<string, Buffer>();
  for (let at = 8; at < file.readUInt32BE(4); at += file.readUInt32BE(at + 4)) {
    images.set(file.toString('latin1', at, at + 4), file.subarray(at + 8, at + file.readUInt32BE(at + 4)));
  }
  return images;
}
