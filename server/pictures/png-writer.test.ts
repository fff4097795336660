import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { PngWriter } from "./png-writer.ts";

describe("a PNG written in bands", () => {
  it.each([3, 4] as const)("has the dots that were given, in %i channels", async (channels) => {
    const [width, height] = [5, 7];
    const dots = Uint8Array.from({ length: width * height * channels }, (_, i) => (i * 37) % 251);
    const writer = new PngWriter(width, height, channels);
    const bandBytes = width * channels * 3;
    for (let from = 0; from < dots.length; from += bandBytes)
      await writer.write(dots.slice(from, from + bandBytes));
    const png = Buffer.from(await writer.finish());
    expect([png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]]).toEqual([
      width,
      height,
      8,
      channels === 3 ? 2 : 6,
    ]);
    expect(decoded(png, width * channels)).toEqual(dots);
  });
});

function decoded(png: Buffer, rowBytes: number): Uint8Array {
  const packed: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      packed.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const filtered = inflateSync(Buffer.concat(packed));
  const rows = filtered.length / (rowBytes + 1);
  const dots = new Uint8Array(rows * rowBytes);
  for (let row = 0; row < rows; row += 1)
    for (let i = 0; i < rowBytes; i += 1) {
      const above = row === 0 ? 0 : (dots[(row - 1) * rowBytes + i] ?? 0);
      dots[row * rowBytes + i] = (filtered[row * (rowBytes + 1) + 1 + i] ?? 0) + above;
    }
  return dots;
}
