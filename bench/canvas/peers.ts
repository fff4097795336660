/** The programs that ours is held against: installed, built and served by the bench alone. */
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { build } from "vite";
import { ensureInstalled, peersFolder, unlessDone } from "../peer-packages.ts";
import type { PeerName } from "./options.ts";

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".woff2": "font/woff2",
};

/** Makes a peer ready to be served; does nothing where that was done before for the same files. */
export async function ensurePeer(name: PeerName): Promise<void> {
  const folder = join(peersFolder, name);
  const lock = readFileSync(join(folder, "package-lock.json"));
  await ensureInstalled(name);
  const pages = readdirSync(folder).filter((file) => /\.(jsx|html)$/.test(file));
  const sources = [...pages.map((file) => join(folder, file)), join(import.meta.dirname, "scene.ts")];
  const contents = sources.map((file) => readFileSync(file));
  await unlessDone(join(folder, "dist/.bench"), [lock, ...contents], () => bundle(folder));
}

/** Serves all peers on a free port; gives the address of one by its name. */
export async function servePeers(): Promise<
  Readonly<{ urlOf: (name: PeerName, size: number) => string; stop: () => void }>
> {
  const server = createServer((request, response) => {
    const file = fileFor(new URL(request.url ?? "/", "http://localhost").pathname);
    if (file === undefined || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": contentTypes[extname(file)] ?? "application/octet-stream" });
    response.end(readFileSync(file));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    urlOf: (name, size) => `http://127.0.0.1:${port}/${name}/index.html?cards=${size}`,
    stop: () => server.close(),
  };
}

/** What was built, and beside it the packages as they came, for fonts that a package loads by itself. */
function fileFor(path: string): string | undefined {
  const [, name = "", ...rest] = decodeURIComponent(path).split("/");
  if (rest.includes("..")) return undefined;
  return rest[0] === "node_modules"
    ? join(peersFolder, name, ...rest)
    : join(peersFolder, name, "dist", ...rest);
}

async function bundle(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: folder,
    base: "./",
    logLevel: "error",
    build: { outDir: "dist", emptyOutDir: true, target: "es2022", chunkSizeWarningLimit: 10_000 },
  });
}
