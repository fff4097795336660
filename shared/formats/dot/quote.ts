// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones left out
const unwritable = /[\u0000-\u0008\u000b-\u001f\u007f]|\p{Surrogate}/gu;

/**
 * Words between quotation marks, so that Graphviz takes nothing in them for its own: backslashes, which begin escapes
 * like \N, and ampersands, which begin entities of HTML, are doubled or named. Lines are centred.
 */
export function textOf(words: string): string {
  return `"${escaped(words).replaceAll("\n", "\\n")}"`;
}

/** Attributes in square brackets, in the order given; where `isLeft`, the lines of the label begin at the left. */
export function attributes(values: Readonly<Record<string, string>>, isLeft = false): string {
  const pairs = Object.entries(values).map(([name, words]) =>
    isLeft && name === "label" ? `label="${leftAligned(words)}"` : `${name}=${textOf(words)}`,
  );
  return `[${pairs.join(", ")}]`;
}

/** Every line ends in Graphviz's own sign for a line at the left. */
function leftAligned(words: string): string {
  return `${escaped(words).replaceAll("\n", "\\l")}\\l`;
}

function escaped(words: string): string {
  return words
    .replace(/\r\n?/gu, "\n")
    .replaceAll("\t", " ")
    .replace(unwritable, "\uFFFD")
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll("&", "&amp;");
}
