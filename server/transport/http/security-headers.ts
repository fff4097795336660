import type { MiddlewareHandler } from "hono";
import { asksForEmbedding } from "#shared/protocol/embedding.ts";
import type { Config } from "../../config.ts";
import { originOfRequest } from "../origin.ts";
import type { Environment } from "./services.ts";

/** Styles may be inline because React writes style attributes; scripts never are. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * Graphviz is WebAssembly, and a worker goes by the policy of its own file: so that file alone may compile it, and no
 * page.
 */
const layeredWorker = /^\/assets\/layered-worker-[\w-]+\.js$/;
const wasmPolicy = policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");

const embeddable = /^\/m\/[^/]+$/;

/**
 * What every response tells the browser to refuse. No page may stand in a frame, for people act in them; but for the one
 * of a map that can only be looked at, where the operator lets it.
 */
export function securityHeaders(config: Config): MiddlewareHandler<Environment> {
  const framers = framersOf(config);
  return async (c, next) => {
    await next();
    const isLayeredWorker = layeredWorker.test(c.req.path);
    // Not what the framework decodes of it: the page goes by the address as it stands.
    const asks = embeddable.test(c.req.path) && asksForEmbedding(new URL(c.req.url).search);
    const isEmbedded = framers !== undefined && asks;
    const usual = isLayeredWorker ? wasmPolicy : policy;
    const rules = isEmbedded ? usual.replace("frame-ancestors 'none'", `frame-ancestors ${framers}`) : usual;
    const sockets = socketsOf(originOfRequest(c.env.incoming.headers, config));
    c.res.headers.set("content-security-policy", `${rules}; connect-src 'self'${sockets}`);
    c.res.headers.set("x-content-type-options", "nosniff");
    // A link's secret stands behind `#` and is never sent; the map's id is nobody else's business either.
    c.res.headers.set("referrer-policy", "no-referrer");
    c.res.headers.set("cross-origin-opener-policy", "same-origin");
    if (!isEmbedded) c.res.headers.set("x-frame-options", "DENY");
  };
}

/** Who may put maps in a frame, as the policy says it; undefined where nobody may. */
function framersOf({ embedOrigins }: Config): string | undefined {
  if (embedOrigins === "all") return "*";
  return embedOrigins.length === 0 ? undefined : ["'self'", ...embedOrigins].join(" ");
}

/** Older browsers do not take 'self' for our own WebSockets. A host that is none would end the rule: it is left out. */
function socketsOf(origin: string): string {
  const { host } = new URL(URL.canParse(origin) ? origin : "http://localhost");
  return /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : "";
}
