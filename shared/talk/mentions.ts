/** Where a text names somebody: from the `@` to the end of the name. */
export type MentionSpan = Readonly<{ start: number; end: number; name: string }>;

/** Letters and digits that make one word with what stands beside them; some scripts have no spaces between words. */
const joins = /[\p{L}\p{N}]/u;
const standsAlone = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Every `@name` of these names in a text; where one name begins another, the longer one is meant. */
export function mentionSpans(text: string, names: Iterable<string>): readonly MentionSpan[] {
  const longestFirst = [...new Set(names)].filter((name) => name !== "").sort((a, b) => b.length - a.length);
  const spans: MentionSpan[] = [];
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    if (isOneWord(text[at - 1], "a")) continue;
    const name = longestFirst.find(
      (known) => text.startsWith(known, at + 1) && !isOneWord(known.at(-1), text[at + 1 + known.length]),
    );
    if (name !== undefined) spans.push({ start: at, end: at + 1 + name.length, name });
  }
  return spans;
}

/** Who is named in a text, of people known by id and name. Several of one name are all meant. */
export function mentionsIn<Id extends string>(text: string, people: ReadonlyMap<Id, string>): readonly Id[] {
  if (!text.includes("@")) return [];
  const named = new Set(mentionSpans(text, people.values()).map(({ name }) => name));
  return [...people].filter(([, name]) => named.has(name)).map(([id]) => id);
}

function isOneWord(before: string | undefined, after: string | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  return [before, after].every((char) => joins.test(char) && !standsAlone.test(char));
}
