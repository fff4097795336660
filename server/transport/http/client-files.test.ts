import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../../../tests/support/test-server.ts";

describe("the client's files", () => {
  let server: TestServer;
  const directory = mkdtempSync(join(tmpdir(), "counterpoint-client-"));

  beforeAll(async () => {
    mkdirSync(join(directory, "assets"));
    writeFileSync(join(directory, "index.html"), "<!doctype html><title>page</title>");
    writeFileSync(join(directory, "assets/index-abc.js"), `// ${"long ".repeat(500)}`);
    writeFileSync(join(directory, "assets/index-abc.js.map"), '{"version":3}');
    writeFileSync(join(directory, "assets/letters-abc.woff2"), "letters");
    writeFileSync(join(directory, "favicon.svg"), "<svg/>");
    server = await startTestServer({ clientDir: directory });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(directory, { recursive: true });
  });

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    server.call("GET", path, { headers });

  it.each(["/", "/m/some-map-id", "/m/some-map-id/outline", "/j", "/j/4K7RTX"])(
    "[H6] gives the page at %s",
    async (path) => {
      const response = await get(path);
      expect(await response.text()).toContain("<title>page</title>");
      expect(response.headers.get("cache-control")).toBe("no-cache");
    },
  );

  it("[H6] lets files with their content in the name be kept for ever, compressed where it helps", async () => {
    const response = await get("/assets/index-abc.js", { "accept-encoding": "gzip" });
    expect(response.headers.get("cache-control")).toContain("immutable");
    expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(response.headers.get("content-encoding")).toBe("gzip");
    expect(await response.text()).toContain("long long");
  });

  it("[H6] gives the same to whoever takes nothing compressed", async () => {
    const response = await get("/assets/index-abc.js", { "accept-encoding": "identity" });
    expect(response.headers.get("content-encoding")).toBeNull();
    expect(await response.text()).toBe(`// ${"long ".repeat(500)}`);
  });

  it("[H6] has source maps for those who look for them", async () => {
    const response = await get("/assets/index-abc.js.map");
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(await response.json()).toEqual({ version: 3 });
  });

  it("[H6] lets nothing be kept of a file that is gone from the disk", async () => {
    rmSync(join(directory, "assets/letters-abc.woff2"));
    const response = await get("/assets/letters-abc.woff2");
    expect(response.status).toBe(404);
    expect(response.headers.get("cache-control") ?? "").not.toContain("immutable");
  });

  it("[H6] answers 304 to whoever has the file", async () => {
    const etag = (await get("/favicon.svg")).headers.get("etag") ?? "";
    expect((await get("/favicon.svg", { "if-none-match": etag })).status).toBe(304);
  });

  it.each(["/nothing.js", "/assets/../../package.json", "/%2e%2e/package.json", "/assets/", "/mm"])(
    "[H6] has nothing at %s",
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it("says what to do when the client was not built", async () => {
    const bare = await startTestServer();
    const response = await bare.call("GET", "/");
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("npm run build");
    await bare.stop();
  });
});
