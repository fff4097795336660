import { basename, dirname, extname, resolve, sep } from "node:path";
import { UsageError } from "./command.ts";

/**
 * What each file is called in the folder that it is converted into: its own name with the new ending. Files of one name
 * keep the folders that tell them apart, and then their endings; where nothing does, that is wrong use, told before
 * anything is written. "-" is called "map".
 */
export function outputNames(sources: readonly string[], extension: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const alike of groupsOf(sources, plainName)) {
    if (alike.length === 1) {
      for (const source of alike) names.set(source, plainName(source));
      continue;
    }
    const shared = sharedLength(alike.map(foldersOf));
    const inFolder = (source: string) => [...foldersOf(source).slice(shared), plainName(source)].join("/");
    for (const still of groupsOf(alike, inFolder))
      for (const source of still)
        names.set(source, still.length === 1 ? inFolder(source) : inFolder(source) + extname(source));
  }
  const called = (source: string) => `${names.get(source)}.${extension}`;
  for (const [first, second] of groupsOf(sources, called))
    if (first !== undefined && second !== undefined)
      throw new UsageError(`"${first}" and "${second}" would both be written as "${called(second)}".`);
  return new Map(sources.map((source) => [source, called(source)]));
}

function plainName(source: string): string {
  return source === "-" ? "map" : basename(source, extname(source));
}

function foldersOf(source: string): readonly string[] {
  return dirname(resolve(source)).split(sep);
}

/** How many folders, from the outermost, all of these have in common. */
function sharedLength([first = [], ...others]: readonly (readonly string[])[]): number {
  const end = first.findIndex((folder, i) => others.some((other) => other[i] !== folder));
  return end === -1 ? first.length : end;
}

/** Groups of sources with one name, in the order of their first. Some systems take upper case for lower case. */
function groupsOf(
  sources: readonly string[],
  name: (source: string) => string,
): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const source of sources) {
    const key = name(source).normalize("NFC").toLowerCase();
    const group = groups.get(key);
    if (group) group.push(source);
    else groups.set(key, [source]);
  }
  return [...groups.values()];
}
