/** How much code the page of a map waits for: what is fetched later must not creep into it by one careless import. */
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { afterEach, expect, it, vi } from "vitest";
import { root } from "./steps/run.mjs";

/** Gzipped bytes (docs/decisions/0011-what-a-map-waits-for.md); this only ever goes down. */
const maxBytes = 300_000;

afterEach(() => vi.unstubAllEnvs());

it("the page of a map waits for little code", { timeout: 180_000 }, async () => {
  // The test runner says "test", and React would come with all that helps developers.
  vi.stubEnv("NODE_ENV", "production");
  const { output } = await build({
    root: `${root}/client`,
    configFile: `${root}/vite.config.ts`,
    logLevel: "silent",
    build: { write: false, sourcemap: false },
  });
  const chunks = new Map(
    output.filter(({ type }) => type === "chunk").map((chunk) => [chunk.fileName, chunk]),
  );
  const first = new Set();
  function add(fileName) {
    const chunk = chunks.get(fileName);
    if (!chunk || first.has(chunk)) return;
    first.add(chunk);
    for (const imported of chunk.imports) add(imported);
  }
  for (const chunk of chunks.values()) {
    const isWorkspace = chunk.facadeModuleId?.endsWith("/app/map-workspace.tsx");
    if (chunk.isEntry || isWorkspace) add(chunk.fileName);
  }
  const sizes = [...first].map((chunk) => [chunk.fileName, gzipSync(chunk.code).byteLength]);
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  expect(sizes.length).toBeGreaterThan(2);
  expect(total, `gzipped bytes of ${JSON.stringify(Object.fromEntries(sizes))}`).toBeLessThanOrEqual(
    maxBytes,
  );
});
