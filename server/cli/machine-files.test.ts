import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { expandPatterns } from "./expand-patterns.ts";
import { machineFiles } from "./machine-files.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "counterpoint-files-"));
});
afterEach(() => rm(folder, { recursive: true }));

const bytes = (text: string) => new TextEncoder().encode(text);

describe("files of this machine", () => {
  it("are written whole, and no other file goes for that", async () => {
    const path = join(folder, "deep", "map.json");
    await machineFiles.write(path, bytes("one"));
    await writeFile(`${path}.part`, "mine");
    await machineFiles.write(path, bytes("two"));
    expect(await readFile(path, "utf8")).toBe("two");
    expect((await readdir(join(folder, "deep"))).sort()).toEqual(["map.json", "map.json.part"]);
    expect(await readFile(`${path}.part`, "utf8")).toBe("mine");
  });

  it("leave nothing behind where they cannot be written", async () => {
    await mkdir(join(folder, "taken"));
    await expect(machineFiles.write(join(folder, "taken"), bytes("one"))).rejects.toThrow();
    expect(await readdir(folder)).toEqual(["taken"]);
  });

  it("are found by patterns, through links where these are named, and never round and round", async () => {
    await mkdir(join(folder, "in", "a"), { recursive: true });
    for (const name of ["1.txt", "2.txt", "3.md"]) await writeFile(join(folder, "in", "a", name), "x");
    await symlink(join(folder, "in"), join(folder, "in", "a", "round"));
    await symlink(join(folder, "in", "a"), join(folder, "linked"));
    await symlink(join(folder, "gone"), join(folder, "in", "a", "4.txt"));
    const found = async (pattern: string) =>
      (await expandPatterns([`${folder}/${pattern}`], machineFiles)).map((path) =>
        path.slice(folder.length + 1),
      );
    expect(await found("**/*.txt")).toEqual(["in/a/1.txt", "in/a/2.txt"]);
    expect(await found("**/**/**/*.txt")).toEqual(["in/a/1.txt", "in/a/2.txt"]);
    expect(await found("link*/*")).toEqual(["linked/1.txt", "linked/2.txt", "linked/3.md"]);
    expect(await found("in/a/[13].{txt,md}")).toEqual(["in/a/1.txt", "in/a/3.md"]);
    expect(await found("in/a/[9].txt")).toEqual(["in/a/[9].txt"]);
    await expect(found("in/*/9*")).rejects.toThrow("No file matches");
  });
});
