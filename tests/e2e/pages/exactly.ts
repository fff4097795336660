/** A name that is `prefix` and then `text`, and nothing after it. */
export function exactly(text: string, prefix: string | RegExp): RegExp {
  const start = typeof prefix === "string" ? escaped(prefix) : prefix.source;
  return new RegExp(`^${start}${escaped(text)}$`, "u");
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&");
}
