/** Our own program as people run it: the built server on a free port with a folder of its own, and maps on it. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CreateMapResponse } from "#shared/protocol/api.ts";
import { linkNames } from "#shared/protocol/roles.ts";
import { startProcess } from "../../tests/support/server-process.ts";
import type { TestMap } from "../../tests/support/test-server.ts";
import { makeScene } from "./scene.ts";

export type BenchMap = TestMap & Readonly<{ url: string }>;

export type Product = Readonly<{
  port: number;
  /** The map of that many cards; made when first asked for. */
  map: (count: number) => Promise<BenchMap>;
  stop: () => Promise<void>;
}>;

export async function startProduct(): Promise<Product> {
  const dataDir = await mkdtemp(join(tmpdir(), "counterpoint-bench-"));
  const server = await startProcess(join(import.meta.dirname, "../../dist/server/main.js"), {
    DATA_DIR: dataDir,
    LOG_LEVEL: "error",
    // A bench opens more often than a person does.
    CREATES_PER_MINUTE: "100000",
    SESSIONS_PER_MINUTE: "100000",
  });
  const maps = new Map<number, Promise<BenchMap>>();
  const create = async (count: number): Promise<BenchMap> => {
    const title = `Bench ${count}`;
    const response = await server.post("/api/maps", { title, format: "json", content: fileOf(count) });
    if (response.status !== 201)
      throw new Error(`The map of ${count} cards was not made: ${await response.text()}`);
    const { id, links } = (await response.json()) as CreateMapResponse;
    const secrets = linkNames.map((link) => [link, new URL(links[link]).hash.slice(1)]);
    return { id, url: links.edit, secrets: Object.fromEntries(secrets) as TestMap["secrets"] };
  };
  return {
    port: server.port,
    map: (count) => {
      const known = maps.get(count) ?? create(count);
      maps.set(count, known);
      return known;
    },
    stop: async () => {
      await server.terminate();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The scene as a file of ours. */
export function fileOf(count: number): string {
  const { cards, links } = makeScene(count);
  return JSON.stringify({
    format: "counterpoint",
    version: 1,
    title: `Bench ${count}`,
    cards: cards.map(({ id, text, x, y }, createdAt) => ({ id, kind: "claim", text, at: [x, y], createdAt })),
    arguments: links.map(({ id, from, to, supports }, createdAt) => ({
      id,
      polarity: supports ? "support" : "oppose",
      premises: [from],
      target: { type: "card", id: to },
      createdAt,
    })),
  });
}
