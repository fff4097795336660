import { type CommandFiles, UsageError } from "./command.ts";
import { isPattern, matchesName, withoutBraces } from "./file-pattern.ts";

/** A folder may hold folders within folders. */
const maxDepth = 40;
const maxFound = 10_000;

/**
 * The files that names and patterns mean, for shells that leave patterns alone: `*` and `?` stand for anything but a
 * slash, `[ ]` for one of some signs, `{ , }` for one of some words, `**` for any folders but such as links lead to, at the
 * end for all that lies in them. Names without these stay as they are, and so do `-` and names in brackets or braces that no
 * file matches: they may be just that. In order, without repetition.
 */
export async function expandPatterns(
  patterns: readonly string[],
  files: Pick<CommandFiles, "list">,
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const pattern of patterns) {
    const matches: string[] = [];
    for (const one of isPattern(pattern) ? withoutBraces(pattern.replaceAll("\\", "/")) : [])
      matches.push(...(await matchesOf(one, files)));
    if (matches.length === 0 && /[*?]/u.test(pattern)) throw new UsageError(`No file matches "${pattern}".`);
    for (const match of matches.length === 0 ? [pattern] : matches) found.add(match);
  }
  return [...found];
}

async function matchesOf(pattern: string, files: Pick<CommandFiles, "list">): Promise<readonly string[]> {
  // Twice any folders are any folders, and take twice as long for each of them.
  const parts = pattern.split("/").filter((part, index, all) => part !== "**" || all[index - 1] !== "**");
  const found: string[] = [];
  const isRooted = parts[0] === "";
  await search(isRooted ? "/" : "", isRooted ? 1 : 0, 0);
  return found.sort();

  /** Looks in `folder` for what the parts from `index` on mean. */
  async function search(folder: string, index: number, depth: number): Promise<void> {
    const part = parts[index];
    if (part === undefined || depth > maxDepth) return;
    const isLast = index === parts.length - 1;
    if (!isPattern(part) && !isLast) return search(`${folder}${part}/`, index + 1, depth);
    const entries = await files.list(folder === "" ? "." : folder).catch(() => []);
    for (const { name, isFolder, isLink } of entries) {
      if (found.length >= maxFound) throw new UsageError(`More than ${maxFound} files match "${pattern}".`);
      const path = `${folder}${name}`;
      if (part === "**") {
        // As any folders on the way, and as none.
        if (name.startsWith(".")) continue;
        if (isFolder && !isLink) await search(`${path}/`, index, depth + 1);
        else if (isLast && !isFolder) found.push(path);
        continue;
      }
      if (!matchesName(part, name)) continue;
      if (isLast && !isFolder) found.push(path);
      else if (!isLast && isFolder) await search(`${path}/`, index + 1, depth + 1);
    }
    if (part === "**") await search(folder, index + 1, depth + 1);
  }
}
