import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { gzipSync } from "node:zlib";

/** One built file, ready to be sent. */
export type ClientFile = Readonly<{
  body: Uint8Array<ArrayBuffer>;
  gzipped: Uint8Array<ArrayBuffer> | undefined;
  contentType: string;
  etag: string;
  /** Its name changes with its content, so it may be kept for ever. */
  isImmutable: boolean;
}>;

/** The built client by URL path; empty when it has not been built. */
export type ClientFiles = ReadonlyMap<string, ClientFile>;

const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const compressible = /^(?:text\/|application\/(?:json|manifest)|image\/svg)/;
/** Source maps are for developers' tools; squeezing them at every start would cost more than it saves. */
const sourceMap = ".map";

/** Reads the built client into memory, a few megabytes: no path of a request ever touches the disk. */
export function loadClientFiles(directory: string): ClientFiles {
  const files = new Map<string, ClientFile>();
  if (!existsSync(directory)) return files;
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(`/${relative(directory, file).split(sep).join("/")}`, readClientFile(file));
  }
  return files;
}

/** The same file with other bytes. */
export function withBody(file: ClientFile, bytes: Uint8Array): ClientFile {
  const body = new Uint8Array(bytes);
  return {
    ...file,
    body,
    gzipped: file.gzipped === undefined ? undefined : new Uint8Array(gzipSync(body)),
    etag: etagOf(body),
  };
}

function readClientFile(file: string): ClientFile {
  const body = new Uint8Array(readFileSync(file));
  const extension = extname(file);
  const contentType = contentTypes[extension] ?? "application/octet-stream";
  const isWorthIt = compressible.test(contentType) && extension !== sourceMap && body.byteLength > 1024;
  return {
    body,
    gzipped: isWorthIt ? new Uint8Array(gzipSync(body)) : undefined,
    contentType,
    etag: etagOf(body),
    isImmutable: file.split(sep).includes("assets"),
  };
}

function etagOf(body: Uint8Array): string {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
}
