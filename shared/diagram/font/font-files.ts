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

/** The first file for each code point, each file once, in the order of `files`. */
export function neededFiles(codePoints: Iterable<number>, files: readonly FontFile[]): readonly FontFile[] {
  const needed = new Set<FontFile>();
  for (const codePoint of codePoints) {
    const file = files.find(({ ranges }) =>
      ranges.some(([from, to]) => codePoint >= from && codePoint <= to),
    );
    if (file) needed.add(file);
  }
  return files.filter((file) => needed.has(file));
}
