import { type CommandFiles, UsageError } from "./command.ts";

/** A folder may hold folders within folders; links could make it endless. */
const maxDepth = 40;
const maxFound = 10_000;

/**
 * The files that names and patterns mean, for shells that leave patterns alone: `*` and `?` stand for anything but a
 * slash, `**` for any folders, at the end for all that lies in them. Names without these stay as they are, and so does `-`. In order, without repetition.
 */
export async function expandPatterns(
  patterns: readonly string[],
  files: Pick<CommandFiles, "list">,
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const pattern of patterns) {
    if (!/[*?]/.test(pattern)) {
      found.add(pattern);
      continue;
    }
    const matches = await matchesOf(pattern.replaceAll("\\", "/"), files);
    if (matches.length === 0) throw new UsageError(`No file matches "${pattern}".`);
    for (const match of matches) found.add(match);
  }
  return [...found];
}

async function matchesOf(pattern: string, files: Pick<CommandFiles, "list">): Promise<readonly string[]> {
  const parts = pattern.split("/");
  const found: string[] = [];
  const isRooted = parts[0] === "";
  await search(isRooted ? "/" : "", isRooted ? 1 : 0, 0);
  return found.sort();

  /** Looks in `folder` for what the parts from `index` on mean. */
  async function search(folder: string, index: number, depth: number): Promise<void> {
    const part = parts[index];
    if (part === undefined || depth > maxDepth) return;
    const isLast = index === parts.length - 1;
    if (!/[*?]/.test(part) && !isLast) return search(`${folder}${part}/`, index + 1, depth);
    const entries = await files.list(folder === "" ? "." : folder).catch(() => []);
    for (const { name, isFolder } of entries) {
      if (found.length >= maxFound) throw new UsageError(`More than ${maxFound} files match "${pattern}".`);
      const path = `${folder}${name}`;
      if (part === "**") {
        // As any folders on the way, and as none.
        if (name.startsWith(".")) continue;
        if (isFolder) await search(`${path}/`, index, depth + 1);
        else if (isLast) found.push(path);
        continue;
      }
      if (!matches(part, name)) continue;
      if (isLast && !isFolder) found.push(path);
      else if (!isLast && isFolder) await search(`${path}/`, index + 1, depth + 1);
    }
    if (part === "**") await search(folder, index + 1, depth + 1);
  }
}

/** Hidden files are meant only by those who name the dot. */
function matches(part: string, name: string): boolean {
  if (name.startsWith(".") && !part.startsWith(".")) return false;
  const source = part
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*+/g, "[^/]*")
    .replace(/\?/g, "[^/]");
  return new RegExp(`^${source}$`, "u").test(name);
}
