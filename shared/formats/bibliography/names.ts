/** One of those who made a work: a person whose family is known, or a name as it stands. */
export type Name = Readonly<{ family: string; given: string }> | Readonly<{ literal: string }>;

/** The makers of a work as a source has them: "Byron, Ada; Somerville, Mary". */
export function creatorOf(names: readonly Name[]): string {
  return names
    .map(wordsOf)
    .filter((words) => words !== "")
    .join("; ");
}

/** The people of a source; words that do not read as "family, given" throughout are one name as they stand. */
export function namesOf(creator: string): readonly Name[] {
  if (creator === "") return [];
  const names = creator.split("; ").map(nameOf);
  const isOfPeople = names.every((name) => "family" in name) && creatorOf(names) === creator;
  return isOfPeople ? names : [{ literal: creator }];
}

function nameOf(words: string): Name {
  const [family = "", given = "", ...more] = words.split(", ");
  const isWhole = (part: string): boolean => part !== "" && part.trim() === part;
  const isPerson = isWhole(family) && isWhole(given) && more.length === 0;
  // "And" between names is how BibTeX tells them apart.
  return isPerson && !/[,;]|\band\b/iu.test(`${family} ${given}`) ? { family, given } : { literal: words };
}

function wordsOf(name: Name): string {
  if ("literal" in name) return name.literal;
  return name.given === "" ? name.family : `${name.family}, ${name.given}`;
}
