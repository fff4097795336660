import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { publicUrlOfRequest } from "../../origin.ts";
import type { ClientFile } from "../client-files.ts";
import { ClientPages } from "../client-pages.ts";
import { personOf } from "../person.ts";
import { ProblemError } from "../problems.ts";
import type { Environment, Services } from "../services.ts";

const aYear = 31_536_000;
/** Named among what a client takes, and not with a weight of 0. */
const gzipTaken = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i;
/** Paths that the client routes by itself; all get the same page. */
const routed = /^\/(?:$|m\/|j(?:$|\/)|sign-in$)/;

/** The built client: its files, and its page for every address that it routes. */
export function serveClient(app: OpenAPIHono<Environment>, { clientFiles, config, signIn }: Services): void {
  const pages = new ClientPages(clientFiles.get("/index.html"));
  app.get("*", async (c) => {
    const path = c.req.path;
    const file = clientFiles.get(path);
    if (file !== undefined && path !== "/index.html") return send(c, file);
    // A map's address may carry a secret behind its #, which must not go along to the provider: its page goes by itself.
    if (path === "/" && signIn !== undefined && personOf(c, { signIn }) === undefined)
      return c.redirect("/auth/sign-in?to=%2F", 302);
    if (!routed.test(path)) throw new ProblemError("not-found", "There is nothing at this address.");
    const page = await pages.get(publicUrlOfRequest(c.env.incoming.headers, config));
    if (page !== undefined) return send(c, page);
    throw new ProblemError(
      "unavailable",
      "The client has not been built. Run `npm run build`, then start again.",
    );
  });
}

async function send(c: Context<Environment>, file: ClientFile): Promise<Response> {
  const isKnown = c.req.header("if-none-match") === file.etag;
  const takesGzip = gzipTaken.test(c.req.header("accept-encoding") ?? "");
  const zipped = takesGzip ? file.gzipped : undefined;
  // Before any header: what cannot be read is not to be kept for a year.
  const body = isKnown ? null : (zipped ?? (await bytesOf(file)));
  c.header("etag", file.etag);
  c.header("vary", "accept-encoding");
  c.header("cache-control", file.isImmutable ? `public, max-age=${aYear}, immutable` : "no-cache");
  if (body === null) return c.body(null, 304);
  c.header("content-type", file.contentType);
  if (zipped !== undefined) c.header("content-encoding", "gzip");
  return c.body(body);
}

/** Another build may have taken the place of the one that this server began with. */
async function bytesOf(file: ClientFile): Promise<Uint8Array<ArrayBuffer>> {
  return file.body().catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    throw new ProblemError("not-found", "This file is there no longer; load the page again.");
  });
}
