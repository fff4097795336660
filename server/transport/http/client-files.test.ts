import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startTestServer, type TestServer } from "../../../tests/support/test-server.ts";
import { silentLog } from "../../logging.ts";
import { loadClientFiles } from "./client-files.ts";

describe("the client's files", () => {
  let server: TestServer;
  const failed = vi.fn();
  const directory = mkdtempSync(join(tmpdir(), "counterpoint-client-"));

  beforeAll(async () => {
    mkdirSync(join(directory, "assets"));
    writeFileSync(join(directory, "index.html"), "<!doctype html><title>page</title>");
    writeFileSync(join(directory, "assets/index-abc.js"), `// ${"long ".repeat(500)}`);
    writeFileSync(join(directory, "assets/index-abc.js.map"), '{"version":3}');
    writeFileSync(join(directory, "assets/letters-abc.woff2"), "letters");
    writeFileSync(join(directory, "assets/broken-abc.woff2"), "letters");
    writeFileSync(join(directory, "favicon.svg"), "<svg/>");
    server = await startTestServer({ clientDir: directory, log: { ...silentLog, error: failed } });
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

  it.each(["identity", "gzip;q=0", "gzip; q=0.00, identity"])(
    "[H6] gives the same to whoever takes nothing compressed: %s",
    async (taken) => {
      const response = await get("/assets/index-abc.js", { "accept-encoding": taken });
      expect(response.headers.get("content-encoding")).toBeNull();
      expect(await response.text()).toBe(`// ${"long ".repeat(500)}`);
    },
  );

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

  it("[H6] says that it failed, and notes it, where a file is there and cannot be read", async () => {
    rmSync(join(directory, "assets/broken-abc.woff2"));
    mkdirSync(join(directory, "assets/broken-abc.woff2"));
    const response = await get("/assets/broken-abc.woff2");
    expect(response.status).toBe(500);
    expect(response.headers.get("cache-control") ?? "").not.toContain("immutable");
    expect(failed).toHaveBeenCalledTimes(1);
  });

  it.each(["/assets/index-abc.js", "/assets/index-abc.js.map"])(
    "[H6] holds %s once for all who are sent it at one time",
    async (path) => {
      const file = loadClientFiles(directory).get(path);
      const sent = await Promise.all(Array.from({ length: 100 }, () => file?.body()));
      const [first] = sent;
      expect(first?.byteOffset).toBe(0);
      expect(new Set(sent.map((bytes) => bytes?.buffer))).toEqual(new Set([first?.buffer]));
      const later = await file?.body();
      expect(later?.buffer).toBe(first?.buffer);
      expect(later).toEqual(new Uint8Array(first ?? []));
    },
  );

  it("[H6] lets nothing be kept for ever for the name of a folder that it is installed in", () => {
    const installed = loadClientFiles(join(directory, "assets"));
    expect(installed.get("/index-abc.js")?.isImmutable).toBe(false);
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
