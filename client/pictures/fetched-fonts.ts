import interSubsets from "@fontsource-variable/inter/unicode.json";
import notoSubsets from "@fontsource-variable/noto-sans-sc/unicode.json";
import { create } from "fontkit";
import { type FontFile, fontFilesOf, neededFiles, VariableFont } from "#shared/diagram/font/index.ts";

const engine = { create: (bytes: Uint8Array) => create(bytes as Parameters<typeof create>[0]) };

/** Where each font file is served, by its path; a few of them are fetched, the others never. */
const addresses = import.meta.glob<string>(
  [
    "../../node_modules/@fontsource-variable/inter/files/*-wght-normal.woff2",
    "../../node_modules/@fontsource-variable/noto-sans-sc/files/*-wght-normal.woff2",
  ],
  { query: "?url", import: "default", eager: true },
);

/** In the order in which they are asked for a character: Inter, and for Chinese (and what else it has) Noto Sans SC. */
const families: readonly (readonly FontFile[])[] = [
  fontFilesOf(interSubsets, (subset) => `inter/files/inter-${subset}-wght-normal.woff2`),
  fontFilesOf(notoSubsets, (subset) => `noto-sans-sc/files/noto-sans-sc-${subset}-wght-normal.woff2`),
];

/** The bundled fonts that have these characters. Characters in none are passed over. */
export async function fetchedFonts(codePoints: readonly number[]): Promise<readonly VariableFont[]> {
  const fonts: VariableFont[] = [];
  let missing = codePoints;
  for (const files of families) {
    const found = await Promise.all(neededFiles(missing, files).map(fetchFont));
    missing = missing.filter((codePoint) => !found.some((font) => font.has(codePoint)));
    fonts.push(...found);
  }
  return fonts;
}

async function fetchFont({ name }: FontFile): Promise<VariableFont> {
  const address = addresses[`../../node_modules/@fontsource-variable/${name}`];
  const answer = address === undefined ? undefined : await fetch(address);
  if (!answer?.ok)
    throw new Error(`The font file ${name} could not be fetched (${answer?.status ?? "unknown"}).`);
  return new VariableFont(new Uint8Array(await answer.arrayBuffer()), engine);
}
