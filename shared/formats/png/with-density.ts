import { ByteWriter } from "#shared/diagram/font/index.ts";

/** The signature and the chunk that every PNG file begins with: the size and kind of the picture. */
const headerBytes = 8 + 4 + 4 + 13 + 4;
const inchesPerMetre = 39.370_078_74;

/** The PNG with how many dots make an inch of paper, which printers and word processors go by. */
export function withDensity(png: Uint8Array, dpi: number): Uint8Array<ArrayBuffer> {
  const perMetre = Math.round(dpi * inchesPerMetre);
  const chunk = new ByteWriter().ascii("pHYs").u32(perMetre, perMetre).u8(1).finish();
  return new ByteWriter()
    .raw(png.subarray(0, headerBytes))
    .u32(chunk.length - 4)
    .raw(chunk)
    .u32(crc32(chunk))
    .raw(png.subarray(headerBytes))
    .finish();
}

/** The checksum of PNG chunks (annex D of the specification); made for chunks of a few bytes. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
