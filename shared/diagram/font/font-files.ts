/** Which of the bundled font files a text needs: each holds a part of Unicode and is fetched only for it. */

/** A font file by name, and the stretches of Unicode it is for. */
export type FontFile = Readonly<{
  name: string;
  ranges: readonly (readonly [from: number, to: number])[];
}>;

/** The table `unicode.json` of a font package: `{"greek": "U+0370-0377,U+037A"}`, names as files are called. */
export function fontFilesOf(
  table: Readonly<Record<string, string>>,
  nameOf: (subset: string) => string,
): readonly FontFile[] {
  return Object.entries(table).map(([subset, ranges]) => ({
    name: nameOf(subset.replace(/^\[|\]$/g, "")),
    ranges: ranges.split(",").map((range) => {
      const [from = "", to = from] = range.trim().slice("U+".length).split("-");
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
    }),
  }));
}

/**
 * Characters of Inter that stand in the stretches of two files, of which the first has no sign for them and the last has:
 * ı Œ œ Ґ ґ Ұ ұ. A test compares them with the fonts.
 */
const lackedByFirst: ReadonlySet<number> = new Set([0x131, 0x152, 0x153, 0x490, 0x491, 0x4b0, 0x4b1]);

/** The file for each code point, the first where several are said to have it; each file once, in the order of `files`. */
export function neededFiles(codePoints: Iterable<number>, files: readonly FontFile[]): readonly FontFile[] {
  const needed = new Set<FontFile>();
  for (const codePoint of codePoints) {
    const isFor = ({ ranges }: FontFile) => ranges.some(([from, to]) => codePoint >= from && codePoint <= to);
    const file = lackedByFirst.has(codePoint) ? files.findLast(isFor) : files.find(isFor);
    if (file) needed.add(file);
  }
  return files.filter((file) => needed.has(file));
}
