import { performance } from "node:perf_hooks";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeJson } from "#shared/formats/json/index.ts";
import { formatInfos, loadFormat } from "#shared/formats/registry.ts";
import { createIdSource, type PlainMap } from "#shared/model/index.ts";
import type { FormatsResponse, ImportResponse, LossesResponse } from "#shared/protocol/api.ts";
import type { LinkName } from "#shared/protocol/roles.ts";
import { aCard, aCitation, anArgument, aSource, mapOf, onCard } from "../../../tests/fixtures/model/build.ts";
import { startTestServer, type TestMap, type TestServer } from "../../../tests/support/test-server.ts";

/** A map that has something of what most formats carry. */
const town: PlainMap = {
  ...mapOf([
    aCard("q", "question", { text: "Should the path be paved?" }),
    aCard("c1", "claim", { text: "It should be paved", answers: [aCard("q").id], tags: ["town"] }),
    aCard("c2", "evidence", { text: "Gravel washes out", citations: [aCitation("z1", "s1")] }),
    aCard("c3", "claim", { text: "It costs too much" }),
    anArgument("a1", ["c2"], onCard("c1")),
    anArgument("a2", ["c3"], onCard("c1"), { polarity: "oppose" }),
    aSource("s1", { title: "Parks report", url: "https://example.org/parks" }),
  ]),
  meta: { title: "The path", createdAt: 1 },
};

let server: TestServer;
let map: TestMap;

beforeEach(async () => {
  server = await startTestServer();
  map = await server.createMap({ content: writeJson(town) });
});
afterEach(() => server.stop());

const bearer = (link: LinkName, of = map) => ({ authorization: `Bearer ${of.secrets[link]}` });

function exported(path: string, link: LinkName = "view"): Promise<Response> {
  return server.call("GET", `/api/maps/${map.id}/export/${path}`, { headers: bearer(link) });
}

function imported(path: string, body: string | Uint8Array<ArrayBuffer>): Promise<Response> {
  return server.call("POST", `/api/maps/${map.id}/import/${path}`, { headers: bearer("edit"), body });
}

async function cardsOf(of: TestMap): Promise<number> {
  const summary = await server.call("GET", `/api/maps/${of.id}`, { headers: bearer("view", of) });
  return ((await summary.json()) as { counts: { cards: number } }).counts.cards;
}

async function problemOf(response: Response): Promise<readonly [number, string, string]> {
  const { code, detail } = (await response.json()) as { code: string; detail: string };
  return [response.status, code, detail];
}

describe("every format", () => {
  const written = formatInfos.filter(({ canWrite }) => canWrite);
  const read = formatInfos.filter(({ canRead }) => canRead);

  it.each(written.map(({ name }) => name))(
    "[H9] exports a map as %s under its own type and name",
    async (name) => {
      const info = formatInfos.find((known) => known.name === name);
      const response = await exported(name);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")?.split(";")[0]).toBe(info?.mediaType);
      expect(response.headers.get("content-disposition")).toBe(
        `attachment; filename="The-path.${info?.extensions[0]}"; filename*=UTF-8''The%20path.${info?.extensions[0]}`,
      );
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(20);
    },
  );

  it.each(read.filter(({ canWrite }) => canWrite).map(({ name }) => name))(
    "[H9] imports %s that it has written, and makes a map of it",
    async (name) => {
      const { write, read: readBack } = await loadFormat(name);
      if (write === undefined || readBack === undefined) throw new Error(`${name} goes one way only.`);
      const text = write(town);
      const expected = readBack(text, { createId: createIdSource(ids()), now: 2, author: "" }).map;
      const response = await imported(name, text);
      expect(response.status).toBe(200);
      expect(((await response.json()) as ImportResponse).added).toBe(expected.records.size);
      const made = await server.createMap({ format: name, content: text });
      const cards = [...expected.records.values()].filter(({ type }) => type === "card");
      expect(await cardsOf(made)).toBe(cards.length);
    },
  );

  it.each(read.map(({ name }) => name))(
    "[H9] [F1] answers anything as %s with a map or a problem",
    async (name) => {
      const odd = ["", "\0\0\0", "<a>&x;</a>", "[[[", "{}", '"', "- - -\n", "\ud800", `${"(".repeat(5_000)}`];
      for (const body of odd) {
        const response = await imported(`${name}?dry-run=1`, body);
        expect([200, 422], JSON.stringify(body)).toContain(response.status);
      }
    },
  );

  it("[H9] are listed with their options", async () => {
    const { formats } = (await (await server.call("GET", "/api/formats")).json()) as FormatsResponse;
    expect(formats.map(({ name }) => name)).toEqual(formatInfos.map(({ name }) => name));
    expect(formats.find(({ name }) => name === "json")?.options).toEqual(["cards", "group", "step"]);
    expect(formats.find(({ name }) => name === "pptx")?.options).not.toContain("ground");
  });
});

describe("an export", () => {
  it("[F7] takes the part that is asked for", async () => {
    const part = (await (await exported("json?cards=c1,c2")).json()) as Record<string, unknown[]>;
    expect(part["cards"]).toHaveLength(2);
    expect(part["arguments"]).toHaveLength(1);
    expect(part["sources"]).toHaveLength(1);
  });

  it.each([
    ["json?theme=dark", 'has no option "theme"'],
    ["json?cards=a%20b", '"cards" must be ids with commas between'],
    ["outline?papyrus=1", 'has no option "papyrus"'],
  ])("[FO1] refuses %s and says what there is", async (path, words) => {
    const [status, code, detail] = await problemOf(await exported(path));
    expect([status, code]).toEqual([400, "bad-request"]);
    expect(detail).toContain(words);
  });

  it("[F5] says what of this map a file would be missing", async () => {
    const lossesOf = async (path: string) =>
      ((await (await exported(`${path}`)).json()) as LossesResponse).losses;
    expect(await lossesOf("json/losses")).toEqual([]);
    expect(await lossesOf("outline/losses")).toContainEqual({ feature: "tags", count: 1 });
    expect(await lossesOf("outline/losses?cards=c2,c3")).not.toContainEqual({ feature: "tags", count: 1 });
    const addresses = { feature: "sourceAddresses", count: 1 };
    expect(await lossesOf("svg/losses")).not.toContainEqual(addresses);
    expect(await lossesOf("svg/losses?sources=false")).toContainEqual(addresses);
    expect((await problemOf(await exported("papyrus/losses")))[1]).toBe("unknown-format");
  });

  it("[A4] is for those who may read the map", async () => {
    for (const path of ["json", "json/losses"]) {
      const response = await server.call("GET", `/api/maps/${map.id}/export/${path}`);
      expect((await problemOf(response))[1]).toBe("unauthenticated");
    }
  });
});

describe("an import", () => {
  it("[H10] tried says what would be added, and adds nothing", async () => {
    const tried = (await (await imported("json?dry-run=1", writeJson(town))).json()) as ImportResponse;
    const counts = {
      cards: 4,
      arguments: 2,
      conflicts: 0,
      sources: 1,
      groups: 0,
      presentations: 0,
      steps: 0,
    };
    expect(tried).toEqual({ added: 7, renamed: 7, counts, diagnostics: [] });
    expect(await cardsOf(map)).toBe(4);
    expect((await problemOf(await imported("json?dry-run=1", "{")))[1]).toBe("unreadable-file");
    expect((await imported("json?dry-run=maybe", "{")).status).toBe(400);
  });

  it("[H10] of one file by two at a time adds it twice, each under ids of its own", async () => {
    const fresh = await server.createMap();
    const file = writeJson(town);
    const path = `/api/maps/${fresh.id}/import/json`;
    const answers = await Promise.all(
      [1, 2].map(() => server.call("POST", path, { headers: bearer("edit", fresh), body: file })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await cardsOf(fresh)).toBe(8);
  });

  it("[F6] reads text in UTF-16 where its mark says so", async () => {
    const bytes = new Uint8Array(Buffer.from("\ufeff* Grün\n", "utf16le"));
    expect(await (await imported("outline", bytes)).json()).toMatchObject({ added: 1 });
    expect(await (await exported("json")).text()).toContain("Grün");
  });

  it("[F9] tells of a file that is not in UTF-8", async () => {
    const { diagnostics } = (await (
      await imported("outline", new Uint8Array(Buffer.from("* Grün\n", "latin1")))
    ).json()) as ImportResponse;
    expect(diagnostics).toMatchObject([{ code: "FILE_ENCODING", line: 1, column: 5 }]);
  });

  it("[H2] names the format that cannot be read", async () => {
    expect((await problemOf(await imported("papyrus", "")))[1]).toBe("unknown-format");
    const made = await server.post("/api/maps", { format: "papyrus", content: "" });
    expect((await problemOf(made))[1]).toBe("unknown-format");
  });
});

describe("a large file", () => {
  const many = 4_000;
  const large = mapOf([
    ...Array.from({ length: many }, (_, n) => aCard(`c${n}`, "claim", { text: `Claim number ${n} of many` })),
    ...Array.from({ length: many - 1 }, (_, n) => anArgument(`a${n}`, [`c${n + 1}`], onCard(`c${n >> 1}`))),
  ]);

  it("[H11] is read, merged and written while others are served", async () => {
    const file = writeJson(large);
    const before = performance.eventLoopUtilization();
    const begun = performance.now();
    const response = await imported("json", file);
    expect(await response.json()).toMatchObject({ added: large.records.size });
    const text = await (await exported("outline")).text();
    expect(text).toContain(`Claim number ${many - 1} of many`);
    const { active } = performance.eventLoopUtilization(before);
    // Most of it happens elsewhere; what is left here is to hand bytes over.
    expect(active).toBeLessThan((performance.now() - begun) / 2);
  }, 30_000);
});

function ids(): () => string {
  let next = 0;
  return () => `n${next++}`;
}
