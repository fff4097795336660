import type { MiddlewareHandler } from "hono";

/** Styles may be inline because React writes style attributes; scripts never are. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self' ws: wss:",
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
export function securityHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const isLayeredWorker = layeredWorker.test(c.req.path);
    c.res.headers.set("content-security-policy", isLayeredWorker ? wasmPolicy : policy);
    c.res.headers.set("x-content-type-options", "nosniff");
    // A link's secret stands behind `#` and is never sent; the map's id is nobody else's business either.
    c.res.headers.set("referrer-policy", "no-referrer");
    c.res.headers.set("cross-origin-opener-policy", "same-origin");
    c.res.headers.set("x-frame-options", "DENY");
  };
}
