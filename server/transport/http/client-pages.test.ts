import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { ClientFile } from "./client-files.ts";
import { ClientPages } from "./client-pages.ts";

const html = '<meta property="og:image" content="https://counterpoint.invalid/share-image.png" />';
const page: ClientFile = {
  body: new Uint8Array(Buffer.from(html)),
  gzipped: new Uint8Array(),
  contentType: "text/html; charset=utf-8",
  etag: '"before"',
  isImmutable: false,
};

function textAt(publicUrl: string): string {
  return Buffer.from(new ClientPages(page).get(publicUrl)?.body ?? []).toString();
}

describe("the client's page", () => {
  it("[H13] names the address that it is fetched from, which link previews need whole", () => {
    expect(textAt("https://maps.example.org")).toContain(
      'content="https://maps.example.org/share-image.png"',
    );
    expect(textAt("http://[::1]:4321")).toContain('content="http://[::1]:4321/share-image.png"');
  });

  it("[H13] takes nothing from a made-up host that would end the attribute", () => {
    expect(textAt('http://a"><script>alert(1)</script>')).not.toMatch(/"><script|<script/);
    expect(textAt("http://$&$1")).not.toContain("counterpoint.invalid");
  });

  it("[H6] is another file for each address, and the same for one", () => {
    const pages = new ClientPages(page);
    const [one, other] = [pages.get("http://a"), pages.get("http://b")];
    expect(one?.etag).not.toBe(other?.etag);
    expect(pages.get("http://a")).toBe(one);
    expect(gunzipSync(one?.gzipped ?? new Uint8Array()).toString()).toContain("http://a/share-image.png");
    for (let host = 0; host < 100; host++) expect(pages.get(`http://h${host}`)?.etag).not.toBe(one?.etag);
    expect(new ClientPages(undefined).get("http://a")).toBeUndefined();
  });
});
