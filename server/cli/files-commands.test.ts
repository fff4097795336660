import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeJson } from "#shared/formats/json/index.ts";
import { formatInfos } from "#shared/formats/registry.ts";
import { aCard, anArgument, mapOf, onCard } from "../../tests/fixtures/model/build.ts";
import { type CommandWorld, commandIo } from "../../tests/support/command-io.ts";
import { startTestServer, type TestServer } from "../../tests/support/test-server.ts";
import { runCli } from "./cli.ts";

const path = mapOf([
  aCard("c1", "claim", { text: "It should be paved", tags: ["town"] }),
  aCard("c2", "claim", { text: "Gravel washes out" }),
  anArgument("a1", ["c2"], onCard("c1")),
]);
const file = writeJson(path);

async function run(args: readonly string[], world: CommandWorld = {}) {
  const io = commandIo(world);
  const code = await runCli(args, io);
  return { code, ...io.said, textOf: io.textOf };
}

describe("counterpoint convert", () => {
  it("tells formats by endings, writes the file, and says on standard error what it is without", async () => {
    const { code, stderr, stdout, textOf } = await run(["convert", "path.json", "path.txt"], {
      files: { "path.json": file },
    });
    expect([code, stdout]).toEqual([0, ""]);
    expect(textOf("path.txt")).toContain("Gravel washes out");
    expect(stderr).toMatch(/^path\.txt is without: .*tags \(1\).*\.\n$/);
  });

  it("reads standard input and writes standard output", async () => {
    const text = "* Pave it\n  + Gravel washes out\n";
    const { code, stdout, stderr } = await run(["convert", "-", "-", "--from", "outline", "--to", "json"], {
      input: text,
    });
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({ cards: [{ text: "Pave it" }, { text: "Gravel washes out" }] });
  });

  it("writes only the part that is asked for", async () => {
    const { textOf } = await run(["convert", "a.json", "b.json", "--cards", "c2"], {
      files: { "a.json": file },
    });
    expect(JSON.parse(textOf("b.json") ?? "")).toMatchObject({ cards: [{ id: "c2" }], arguments: [] });
  });

  it("converts all that a pattern means into a folder, and goes on after one that cannot be read", async () => {
    const files = { "in/a.json": file, "in/deep/b.json": file, "in/.c.json": file, "in/bad.json": "{" };
    const { code, stdout, stderr, textOf } = await run(
      ["convert", "in/**/*.json", "out", "--to", "outline", "--json"],
      { files },
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/^in\/bad\.json:1:\d+ error JSON_SYNTAX /m);
    const done = JSON.parse(stdout) as { files: readonly { in: string; out: string | null }[] };
    expect(done.files.map((one) => [one.in, one.out])).toEqual([
      ["in/a.json", "out/a.txt"],
      ["in/bad.json", null],
      ["in/deep/b.json", "out/b.txt"],
    ]);
    expect(textOf("out/b.txt")).toContain("Gravel");
  });

  it("gives files of one name different names in the folder, by where they lie and what they are", async () => {
    const files = {
      "in/a/x.json": file,
      "in/b/x.json": file,
      "in/b/X.md": "* More\n",
      "in/y.json": file,
    };
    const { code, stdout } = await run(["convert", "in/**/*.*", "out", "--to", "outline", "--json"], {
      files,
    });
    const done = JSON.parse(stdout) as { files: readonly { in: string; out: string | null }[] };
    expect(Object.fromEntries(done.files.map((one) => [one.in, one.out]))).toEqual({
      "in/a/x.json": "out/a/x.txt",
      "in/b/x.json": "out/b/x.json.txt",
      "in/b/X.md": "out/b/X.md.txt",
      "in/y.json": "out/y.txt",
    });
    expect(code).toBe(0);
  });

  it("writes nothing where two files would still become one", async () => {
    const { code, stderr, textOf } = await run(["convert", "a.json", "./a.json", "out/", "--to", "outline"], {
      files: { "a.json": file, "./a.json": file },
    });
    expect(code).toBe(2);
    expect(stderr).toContain('"a.json" and "./a.json" would both be written as "a.json.txt".');
    expect(textOf("out/a.txt")).toBeUndefined();
  });

  it("goes on after a file that is not there or of no format, and says so in its report", async () => {
    const files = { "b.bin": "\0\0", "c.json": file };
    const { code, stdout, stderr, textOf } = await run(
      ["convert", "gone.json", "b.bin", "c.json", "out", "--to", "outline", "--json"],
      { files },
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/^gone\.json cannot be read: ENOENT.*\nb\.bin: the format cannot be told/);
    expect(textOf("out/c.txt")).toContain("Gravel");
    const done = JSON.parse(stdout) as { files: readonly object[] };
    expect(done.files).toMatchObject([
      { in: "gone.json", out: null, from: null, fault: expect.stringContaining("cannot be read") },
      { in: "b.bin", out: null, from: null, fault: expect.stringContaining("--from") },
      { in: "c.json", out: "out/c.txt", from: "json" },
    ]);
  });

  it.each([
    [["convert", "a.json"], 2, "needs a file to read and one to write"],
    [["convert", "a.json", "-"], 2, "Say with --to"],
    [["convert", "a.json", "b.papyrus"], 2, 'The ending of "b.papyrus"'],
    [["convert", "a.json", "b.json", "--to", "papyrus"], 2, "names no format; there are: "],
    [["convert", "a.json", "b.json", "--papyrus"], 2, "--papyrus"],
    [["convert", "a.json", "b.json", "--theme", "dark"], 2, 'has no option "theme"'],
    [["convert", "*.papyrus", "b.json"], 2, 'No file matches "*.papyrus".'],
    [["convert", "a.json", "-", "--to", "json", "--json"], 2, "cannot both go to standard output"],
    [["convert", "gone.json", "b.json"], 1, "gone.json cannot be read: ENOENT"],
    [["convert", "b.bin", "b.json"], 1, "the format cannot be told"],
  ] as const)("answers %j with %d and a sentence", async (args, code, words) => {
    const said = await run(args, { files: { "a.json": file, "b.bin": "\0\0" } });
    expect(said.code).toBe(code);
    expect(said.stderr).toContain(words);
    expect(said.stdout).toBe("");
  });

  it("shows every format and an example in its help", async () => {
    const { code, stdout } = await run(["help", "convert"]);
    expect(code).toBe(0);
    expect(stdout).toContain("counterpoint convert debate.argdown");
    for (const { name } of formatInfos) expect(stdout).toContain(name);
  });
});

describe("counterpoint check", () => {
  it("tells findings with file, line and column, and ends with 1", async () => {
    const { code, stdout } = await run(["check", "--no-lint", "*.json"], {
      files: { "a.json": file, "b.json": '{\n "x"\n' },
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^b\.json:3(?::1)? error JSON_SYNTAX .+\n$/);
  });

  it("ends with 0 where nothing is wrong, and says all as JSON", async () => {
    const said = await run(["check", "a.json", "--no-lint", "--json"], { files: { "a.json": file } });
    expect(said.code).toBe(0);
    expect(JSON.parse(said.stdout)).toEqual({ files: [{ file: "a.json", format: "json", findings: [] }] });
    expect((await run(["check"])).code).toBe(2);
  });

  it("takes ** at the end for all files in any folders", async () => {
    const files = { "in/a.json": file, "in/deep/b.json": file, "in/.git/c.json": "{" };
    const said = await run(["check", "in/**", "--no-lint", "--json"], { files });
    const { files: checked } = JSON.parse(said.stdout) as { files: readonly { file: string }[] };
    expect(checked.map((one) => one.file)).toEqual(["in/a.json", "in/deep/b.json"]);
  });

  it("goes on after a file that is not there", async () => {
    const said = await run(["check", "gone.json", "a.json", "--no-lint", "--json"], {
      files: { "a.json": file },
    });
    expect([said.code, said.stderr]).toEqual([1, expect.stringMatching(/^gone\.json cannot be read/)]);
    expect(JSON.parse(said.stdout)).toMatchObject({
      files: [
        { file: "gone.json", format: null, fault: expect.stringContaining("ENOENT") },
        { file: "a.json", findings: [] },
      ],
    });
  });

  it("says what could be better about the argument, and about which cards", async () => {
    const { code, stdout } = await run(["check", "a.json"], { files: { "a.json": file } });
    expect(code).toBe(1);
    expect(stdout).toContain("a.json warning LINT_CLAIM_UNSUPPORTED Nothing supports “Gravel washes out”");
    expect(stdout).toMatch(/\(c2\)$/m);
  });

  it("lets no file speak to the terminal", async () => {
    const { stdout } = await run(["check", "a.json"], {
      files: { "a.json": '{"format":"counterpoint","version":1,"cards":[{"id":"c1","kind":"\\u001b[2Jx"}]}' },
    });
    expect(stdout).not.toContain("\u001b");
  });
});

describe("counterpoint at a server", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it("makes a map, adds to it, tries, and writes it as a file again", async () => {
    const world = { files: { "path.json": file, "more.txt": "* More\n" }, fetch };
    const made = await run(["new", "path.json", "--server", server.url, "--json"], world);
    expect([made.code, made.stderr]).toEqual([0, ""]);
    const { links } = JSON.parse(made.stdout) as { links: { edit: string; view: string } };
    const tried = await run(["import", "more.txt", "--map", links.edit, "--dry-run"], world);
    expect([tried.code, tried.stdout]).toEqual([0, "more.txt: would add one thing.\n"]);
    const added = await run(["import", "*.txt", "--map", links.edit], world);
    expect([added.code, added.stdout]).toEqual([0, "more.txt: added one thing.\n"]);
    const exported = await run(["export", links.view, "out.txt"], world);
    expect([exported.code, exported.stdout]).toEqual([0, ""]);
    expect(exported.textOf("out.txt")).toContain("More");
    expect(exported.stderr).toMatch(/^out\.txt is without: .*tags \(1\)/);
    const report = await run(["export", links.view, "out.txt", "--json"], world);
    expect(JSON.parse(report.stdout)).toMatchObject({
      out: "out.txt",
      to: "outline",
      losses: expect.arrayContaining([{ feature: "tags", count: 1 }]),
    });
    const both = await run(["export", links.view, "-", "--to", "outline", "--json"], world);
    expect([both.code, both.stdout]).toEqual([2, ""]);
    const [address, secret = ""] = links.view.split("#");
    const quiet = await run(["export", address ?? "", "-", "--to", "json", "--cards", "c1"], {
      ...world,
      environment: { COUNTERPOINT_SECRET: secret },
    });
    expect(JSON.parse(quiet.stdout)).toMatchObject({ cards: [{ id: "c1" }] });
  });

  it("says what the server has against it, file by file", async () => {
    const made = await run(["new", "--title", "T", "--server", server.url, "--json"], { fetch });
    const { links } = JSON.parse(made.stdout) as { links: { edit: string; view: string } };
    const world = { files: { "a.json": "{", "b.json": file }, fetch };
    const both = await run(["import", "a.json", "b.json", "--map", links.edit], world);
    expect([both.code, both.stdout]).toEqual([1, "b.json: added 3 things.\n"]);
    expect(both.stderr).toMatch(/^a\.json:1:\d+ error JSON_SYNTAX /);
    const gone = await run(["import", "gone.json", "b.json", "--map", links.edit], world);
    expect([gone.code, gone.stdout]).toEqual([1, "b.json: added 3 things.\n"]);
    expect(gone.stderr).toMatch(/^gone\.json cannot be read/);
    const refused = await run(["import", "b.json", "--map", links.view], world);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("Only those who may edit");
    const wrong = await run(["export", `${links.view}x`, "out.json"], world);
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringMatching(/link|token/)]);
  });

  it.each([
    [["export", "https://example.org/", "a.json"], 2, "A map is named by its link"],
    [["export", "https://example.org/m/abcdefghij", "a.json"], 2, 'no secret behind its "#"'],
    [["import", "a.json"], 2, "--map"],
    [["new", "--server", "nowhere"], 2, "is no address"],
    [["new", "--server", "http://127.0.0.1:1"], 1, "There is no answer from http://127.0.0.1:1"],
  ] as const)("answers %j with %d and a sentence", async (args, code, words) => {
    const said = await run(args, { files: { "a.json": file } });
    expect(said.code).toBe(code);
    expect(said.stderr).toContain(words);
  });
});
