import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { create } from "fontkit";
import { type FontFile, fontFilesOf, neededFiles, VariableFont } from "#shared/diagram/font/index.ts";

const packages = createRequire(import.meta.url);
const engine = { create: (bytes: Uint8Array) => create(Buffer.from(bytes)) };

/** In the order in which they are asked for a character: Inter, and for Chinese (and what else it has) Noto Sans SC. */
const families = [
  { folder: "@fontsource-variable/inter", prefix: "inter" },
  { folder: "@fontsource-variable/noto-sans-sc", prefix: "noto-sans-sc" },
] as const;

/** The bundled fonts that have these characters, from the packages that bring them. Characters in none are passed over. */
export async function bundledFonts(codePoints: readonly number[]): Promise<readonly VariableFont[]> {
  const fonts: VariableFont[] = [];
  let missing = codePoints;
  for (const { folder, prefix } of families) {
    const table = JSON.parse(readFileSync(packages.resolve(`${folder}/unicode.json`), "utf8")) as Record<
      string,
      string
    >;
    const files = neededFiles(
      missing,
      fontFilesOf(table, (subset) => `${prefix}-${subset}-wght-normal.woff2`),
    );
    const found = await Promise.all(files.map((file) => openFont(folder, file)));
    missing = missing.filter((codePoint) => !found.some((font) => font.has(codePoint)));
    fonts.push(...found);
  }
  return fonts;
}

/**
 * Files that were read stay, for a program that converts many files: a hundred at most, of 50 kB each. A thread of the server
 * ends with its picture, and the next has them from what the system keeps of files.
 */
const opened = new Map<string, Promise<VariableFont>>();

function openFont(folder: string, { name }: FontFile): Promise<VariableFont> {
  const path = packages.resolve(`${folder}/files/${name}`);
  const known = opened.get(path);
  if (known) return known;
  const font = readFile(path).then((bytes) => new VariableFont(bytes, engine));
  opened.set(path, font);
  return font;
}
