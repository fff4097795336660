/** More words in braces than these are no list that anybody wrote. */
const maxAlternatives = 1_000;

/** Whether a name has a sign that may stand for others. */
export function isPattern(name: string): boolean {
  return /[*?[{]/u.test(name);
}

/** The patterns that one with words in braces stands for; braces without a comma are signs like others. */
export function withoutBraces(pattern: string): readonly string[] {
  const done: string[] = [];
  const waiting = [pattern];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    // The innermost first, so that those around it hold none.
    const [braces, before = "", list = "", after = ""] = /^(.*?)\{([^{}]*,[^{}]*)\}(.*)$/su.exec(next) ?? [];
    const words = list.split(",");
    if (braces === undefined || done.length + waiting.length + words.length > maxAlternatives)
      done.push(next);
    else waiting.push(...words.reverse().map((word) => `${before}${word}${after}`));
  }
  return done;
}

/** Whether a name is one that a pattern without slashes and braces means. Hidden files are meant only by those who name the dot. */
export function matchesName(pattern: string, name: string): boolean {
  if (name.startsWith(".") && !pattern.startsWith(".")) return false;
  const source = pattern.replace(
    /\[([!^]?)(\]?[^\]]*)\]|\*+|\?|[.+^${}()|[\]\\]/gu,
    (sign, not?: string, signs?: string) => {
      if (signs) return `[${not ? "^" : ""}${signs.replace(/[\\\]^[]/gu, "\\$&")}]`;
      return sign === "?" ? "[^/]" : sign.startsWith("*") ? "[^/]*" : `\\${sign}`;
    },
  );
  try {
    return new RegExp(`^${source}$`, "u").test(name);
  } catch {
    return false; // a range from a later sign to an earlier one
  }
}
