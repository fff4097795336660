import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { ClientFile } from "./client-files.ts";
import { ClientPages } from "./client-pages.ts";

const html = '<meta property="og:image" content="https://counterpoint.invalid/share-image.png" />';
const page: ClientFile = {
  body: () => Promise.resolve(new Uint8Array(Buffer.from(html))),
  gzipped: new Uint8Array(),
  contentType: "text/html; charset=utf-8",
  etag: '"before"',
  isImmutable: false,
};

async function textAt(publicUrl: string): Promise<string> {
  const made = await new ClientPages(page).get(publicUrl);
  return Buffer.from((await made?.body()) ?? []).toString();
}

describe("the client's page", () => {
  it("[H13] names the address that it is fetched from, which link previews need whole", async () => {
    expect(await textAt("https://maps.example.org")).toContain(
      'content="https://maps.example.org/share-image.png"',
    );
    expect(await textAt("http://[::1]:4321")).toContain('content="http://[::1]:4321/share-image.png"');
  });

  it("[H13] takes nothing from a made-up host that would end the attribute", async () => {
    expect(await textAt('http://a"><script>alert(1)</script>')).not.toMatch(/"><script|<script/);
    expect(await textAt("http://$&$1")).not.toContain("counterpoint.invalid");
  });

  it("[H6] is another file for each address, and the same for one", async () => {
    const pages = new ClientPages(page);
    const [one, other] = [await pages.get("http://a"), await pages.get("http://b")];
    expect(one?.etag).not.toBe(other?.etag);
    expect(await pages.get("http://a")).toBe(one);
    expect(gunzipSync(one?.gzipped ?? new Uint8Array()).toString()).toContain("http://a/share-image.png");
    for (let host = 0; host < 100; host++)
      expect((await pages.get(`http://h${host}`))?.etag).not.toBe(one?.etag);
    expect(await new ClientPages(undefined).get("http://a")).toBeUndefined();
  });
});
