import { describe, expect, it } from "vitest";
import { writeJson } from "#shared/formats/json/index.ts";
import { aCard, anArgument, mapOf, onCard } from "../../tests/fixtures/model/build.ts";
import { commandIo } from "../../tests/support/command-io.ts";
import { runCli } from "./cli.ts";

const file = writeJson(
  mapOf([
    aCard("c1", "claim", { text: "It should be paved" }),
    aCard("c2", "claim", { text: "Gravel washes out" }),
    anArgument("a1", ["c2"], onCard("c1")),
  ]),
);

describe("counterpoint convert, to pictures", () => {
  it("draws a map without places, in the theme that is asked for", async () => {
    const io = commandIo({ files: { "path.json": file } });
    expect(await runCli(["convert", "path.json", "path.svg", "--theme", "dark"], io)).toBe(0);
    expect(io.textOf("path.svg")).toContain("Gravel washes out");
    const light = commandIo({ files: { "path.json": file } });
    await runCli(["convert", "path.json", "path.svg"], light);
    expect(light.textOf("path.svg")).not.toBe(io.textOf("path.svg"));
  });

  it("refuses a picture of too many dots in a sentence", async () => {
    const cards = Array.from({ length: 400 }, (_, n) => aCard(`c${n}`, "claim", { text: `claim ${n}` }));
    const io = commandIo({ files: { "many.json": writeJson(mapOf(cards)) } });
    expect(await runCli(["convert", "many.json", "many.png", "--dpi", "1200"], io)).toBe(1);
    expect(io.said.stderr).toMatch(/many\.json: .+\.\n$/);
    expect(io.textOf("many.png")).toBeUndefined();
  }, 30_000);
});
