import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const page = readFileSync(join(root, "docs/spec/proofs.md"), "utf8");

/** The tests that the page names, each with the file that it says they lie in. */
function namedTests() {
  const named = [];
  for (const row of page.split("\n").filter((line) => line.startsWith("| "))) {
    let names = [];
    for (const [, name, file] of row.matchAll(/"([^"]+)"|\(((?:server|shared|tests)\/[\w/-]+)/g)) {
      if (name !== undefined) names.push(name);
      if (file === undefined) continue;
      const kind = file.startsWith("tests/e2e/") ? "spec" : "test";
      named.push(...names.map((of) => ({ name: of, file: `${file}.${kind}.ts` })));
      names = [];
    }
    named.push(...names.map((name) => ({ name, file: undefined })));
  }
  return named;
}

describe("docs/spec/proofs.md", () => {
  it("names tests that are there", () => {
    const named = namedTests();
    const missing = named.filter(({ name, file }) => {
      if (file === undefined || !existsSync(join(root, file))) return true;
      return !readFileSync(join(root, file), "utf8").includes(name);
    });
    expect(missing).toEqual([]);
    expect(named.length).toBeGreaterThan(60);
  });

  it("has a test for every limit", () => {
    const limits = readFileSync(join(root, "shared/protocol/limits.ts"), "utf8");
    const names = [...limits.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name);
    const rows = page.split("\n").filter((line) => line.startsWith("| `"));
    expect(names.filter((name) => !rows.some((row) => row.includes(`\`${name}\``)))).toEqual([]);
    expect(names.length).toBeGreaterThan(40);
  });
});
