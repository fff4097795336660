/** A TrueType font file of given outlines: what PDF readers and rasterisers want, without kerning and ligatures. */
import { ByteWriter } from "./byte-writer.ts";
import { type GlyphOutline, missingOutline } from "./outline.ts";
import { glyphTables } from "./sfnt-glyphs.ts";

/** One font of one weight. The glyphs stand in ascending order of their code points, each once. */
export type FontPlan = Readonly<{
  family: string;
  weight: number;
  unitsPerEm: number;
  ascent: number;
  /** Below the line, as a positive number. */
  descent: number;
  glyphs: readonly (readonly [codePoint: number, outline: GlyphOutline])[];
}>;

type Bounds = Readonly<{ xMin: number; yMin: number; xMax: number; yMax: number }>;

/** The file's bytes: the same plan gives the same ones. */
export function writeSfnt(plan: FontPlan): Uint8Array<ArrayBuffer> {
  const notdef = missingOutline(Math.round(plan.unitsPerEm * 0.6), plan.unitsPerEm);
  const outlines = [notdef, ...plan.glyphs.map(([, outline]) => outline)];
  const { glyf, loca, hmtx, bounds, maxPoints, maxContours } = glyphTables(outlines);
  const widest = outlines.reduce((most, { advance }) => Math.max(most, advance), 0);
  const tables: readonly (readonly [tag: string, bytes: Uint8Array])[] = [
    ["OS/2", os2Table(plan, outlines)],
    ["cmap", cmapTable(plan.glyphs.map(([codePoint]) => codePoint))],
    ["glyf", glyf],
    ["head", headTable(plan, bounds)],
    ["hhea", hheaTable(plan, bounds, widest, outlines.length)],
    ["hmtx", hmtx],
    ["loca", loca],
    ["maxp", maxpTable(outlines.length, maxPoints, maxContours)],
    ["name", nameTable(plan)],
    ["post", postTable()],
  ];
  return fileOf(tables);
}

function fileOf(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array<ArrayBuffer> {
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const file = new ByteWriter()
    .u32(0x00010000)
    .u16(tables.length, power * 16, Math.log2(power), (tables.length - power) * 16);
  let offset = 12 + tables.length * 16;
  for (const [tag, bytes] of tables) {
    file.ascii(tag).u32(checksum(bytes), offset, bytes.length);
    offset += Math.ceil(bytes.length / 4) * 4;
  }
  for (const [, bytes] of tables) file.raw(bytes).align(4);
  const whole = file.finish();
  // The checksum of the whole file stands in `head`, reckoned while it is 0 there.
  const headAt = tables.findIndex(([tag]) => tag === "head");
  const headOffset = tables
    .slice(0, headAt)
    .reduce((at, [, { length }]) => at + Math.ceil(length / 4) * 4, 12 + tables.length * 16);
  new DataView(whole.buffer).setUint32(headOffset + 8, (0xb1b0afba - checksum(whole)) >>> 0);
  return whole;
}

function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(i, i + 4);
    sum = (sum + a * 0x1000000 + (b << 16) + (c << 8) + d) >>> 0;
  }
  return sum;
}

function headTable({ unitsPerEm, weight }: FontPlan, { xMin, yMin, xMax, yMax }: Bounds): Uint8Array {
  return (
    new ByteWriter()
      .u32(0x00010000, 0x00010000, 0, 0x5f0f3cf5)
      .u16(0x000b, unitsPerEm)
      // Made and changed: no date, so that the same text gives the same file.
      .u32(0, 0, 0, 0)
      .u16(xMin, yMin, xMax, yMax, weight >= 600 ? 1 : 0, 6, 2, 1, 0)
      .finish()
  );
}

function hheaTable(plan: FontPlan, { xMin, xMax }: Bounds, widest: number, glyphs: number): Uint8Array {
  return new ByteWriter()
    .u32(0x00010000)
    .u16(plan.ascent, -plan.descent, 0, widest, xMin, 0, xMax, 1, 0, 0, 0, 0, 0, 0, 0, glyphs)
    .finish();
}

function maxpTable(glyphs: number, maxPoints: number, maxContours: number): Uint8Array {
  return new ByteWriter()
    .u32(0x00010000)
    .u16(glyphs, maxPoints, maxContours, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)
    .finish();
}

function os2Table(plan: FontPlan, outlines: readonly GlyphOutline[]): Uint8Array {
  const { unitsPerEm: em, ascent, descent, weight, glyphs } = plan;
  const average = Math.round(outlines.reduce((sum, { advance }) => sum + advance, 0) / outlines.length);
  const first = Math.min(glyphs[0]?.[0] ?? 0, 0xffff);
  const last = Math.min(glyphs.at(-1)?.[0] ?? 0, 0xffff);
  const part = (share: number) => Math.round(em * share);
  return (
    new ByteWriter()
      .u16(4, average, weight, 5, 0)
      .u16(part(0.65), part(0.6), 0, part(0.075), part(0.65), part(0.6), 0, part(0.35), part(0.05), part(0.3))
      .u16(0)
      .raw([2, 11, 5, 2, 3, 0, 0, 0, 2, 4])
      .u32(1, 0, 0, 0)
      .ascii("CNTP")
      // Regular, and metrics are the typographic ones.
      .u16(0x00c0, first, last, ascent, -descent, 0, ascent, descent)
      .u32(1, 0)
      .u16(part(0.546), part(0.727), 0, 0x20, 0)
      .finish()
  );
}

function cmapTable(codePoints: readonly number[]): Uint8Array {
  const runs: { from: number; to: number; glyph: number }[] = [];
  for (const [index, codePoint] of codePoints.entries()) {
    const last = runs.at(-1);
    if (last && last.to + 1 === codePoint && codePoint !== 0x10000) last.to = codePoint;
    else runs.push({ from: codePoint, to: codePoint, glyph: index + 1 });
  }
  const basic = [
    ...runs.filter(({ from, to }) => from <= 0xffff && to < 0xffff),
    { from: 0xffff, to: 0xffff, glyph: 0 },
  ];
  const power = 2 ** Math.floor(Math.log2(basic.length));
  const short = new ByteWriter()
    .u16(4, 16 + basic.length * 8, 0, basic.length * 2, power * 2, Math.log2(power))
    .u16((basic.length - power) * 2)
    .u16(...basic.map(({ to }) => to))
    .u16(0)
    .u16(...basic.map(({ from }) => from))
    .u16(...basic.map(({ from, glyph }) => (glyph === 0 ? 1 : (glyph - from) & 0xffff)))
    .u16(...basic.map(() => 0))
    .align(4)
    .finish();
  const long = new ByteWriter().u16(12, 0).u32(16 + runs.length * 12, 0, runs.length);
  for (const { from, to, glyph } of runs) long.u32(from, to, glyph);
  return new ByteWriter()
    .u16(0, 2, 3, 1)
    .u32(20)
    .u16(3, 10)
    .u32(20 + short.length)
    .raw(short)
    .raw(long.finish())
    .finish();
}

function nameTable({ family, weight }: FontPlan): Uint8Array {
  const style = String(weight);
  const postScript = `${family}-${style}`.replace(/[^A-Za-z0-9-]/g, "");
  const names: readonly (readonly [id: number, text: string])[] = [
    [1, family],
    [2, "Regular"],
    [4, `${family} ${style}`],
    [6, postScript],
  ];
  const texts = new ByteWriter();
  const table = new ByteWriter().u16(0, names.length, 6 + names.length * 12);
  for (const [id, text] of names) {
    table.u16(3, 1, 0x409, id, text.length * 2, texts.length);
    for (let i = 0; i < text.length; i += 1) texts.u16(text.charCodeAt(i));
  }
  return table.raw(texts.finish()).finish();
}

function postTable(): Uint8Array {
  return new ByteWriter().u32(0x00030000, 0).u16(-150, 100).u32(0, 0, 0, 0, 0).finish();
}
