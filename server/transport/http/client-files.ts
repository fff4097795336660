import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzipSync } from "node:zlib";

type Bytes = Uint8Array<ArrayBuffer>;

/** One built file. In memory it lies as nearly everybody is sent it, once. */
export type ClientFile = Readonly<{
  /** As it is, for whoever takes nothing compressed. */
  body: () => Promise<Bytes>;
  gzipped: Bytes | undefined;
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
/** Large, and few of them are ever asked for: source maps by developers' tools, fonts by who writes in their letters. */
const leftOnDisk: ReadonlySet<string> = new Set([".map", ".woff2"]);

const unzip = promisify(gunzip);

/** Reads the built client into memory, but for what few ask for: what no file of it is called, no request finds on the disk. */
export function loadClientFiles(directory: string): ClientFiles {
  const files = new Map<string, ClientFile>();
  if (!existsSync(directory)) return files;
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(directory, file).split(sep).join("/")}`;
    files.set(path, readClientFile(file, path));
  }
  return files;
}

/** The same file with other bytes. */
export function withBody(file: ClientFile, bytes: Uint8Array): ClientFile {
  const body = new Uint8Array(bytes);
  return { ...file, ...(file.gzipped === undefined ? plain(body) : zipped(body)), etag: etagOf(body) };
}

function readClientFile(file: string, path: string): ClientFile {
  const extension = extname(file);
  const contentType = contentTypes[extension] ?? "application/octet-stream";
  const isImmutable = path.startsWith("/assets/");
  if (leftOnDisk.has(extension)) {
    const { size, mtimeMs } = statSync(file);
    return {
      body: shared(() => readFile(file)),
      gzipped: undefined,
      contentType,
      etag: etagOf(Buffer.from(`${file} ${size} ${mtimeMs}`)),
      isImmutable,
    };
  }
  const bytes = readFileSync(file);
  const isWorthIt = compressible.test(contentType) && bytes.byteLength > 1024;
  return { ...(isWorthIt ? zipped(bytes) : plain(bytes)), contentType, etag: etagOf(bytes), isImmutable };
}

function plain(bytes: Bytes): Pick<ClientFile, "body" | "gzipped"> {
  return { body: () => Promise.resolve(bytes), gzipped: undefined };
}

function zipped(bytes: Bytes): Pick<ClientFile, "body" | "gzipped"> {
  const gzipped = gzipSync(bytes);
  return { body: shared(() => unzip(gzipped)), gzipped };
}

/**
 * The same bytes for all who are sent them at one time, let go with the last: a copy for each would let anybody have the
 * server hold thousands. Remembered is the buffer, because what is being sent holds that and not this view of it.
 */
function shared(read: () => Promise<Bytes>): () => Promise<Bytes> {
  let reading: Promise<Bytes> | undefined;
  let last: WeakRef<ArrayBuffer> | undefined;
  return () => {
    const held = last?.deref();
    if (held !== undefined) return Promise.resolve(new Uint8Array(held));
    reading ??= read()
      .then((bytes) => {
        const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
        last = new WeakRef(own.buffer);
        return own;
      })
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };
}

function etagOf(body: Uint8Array): string {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
}
