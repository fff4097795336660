import type { MiddlewareHandler } from "hono";
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

/** What every response tells the browser to refuse. No page may stand in a frame: each is one in which people act. */
export function securityHeaders(config: Config): MiddlewareHandler<Environment> {
  return async (c, next) => {
    await next();
    const isLayeredWorker = layeredWorker.test(c.req.path);
    const rules = isLayeredWorker ? wasmPolicy : policy;
    const sockets = socketsOf(originOfRequest(c.env.incoming.headers, config));
    c.res.headers.set("content-security-policy", `${rules}; connect-src 'self'${sockets}`);
    c.res.headers.set("x-content-type-options", "nosniff");
    // A link's secret stands behind `#` and is never sent; the map's id is nobody else's business either.
    c.res.headers.set("referrer-policy", "no-referrer");
    c.res.headers.set("cross-origin-opener-policy", "same-origin");
    c.res.headers.set("x-frame-options", "DENY");
  };
}

/** Older browsers do not take 'self' for our own WebSockets. A host that is none would end the rule: it is left out. */
function socketsOf(origin: string): string {
  const { host } = new URL(URL.canParse(origin) ? origin : "http://localhost");
  return /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : "";
}
