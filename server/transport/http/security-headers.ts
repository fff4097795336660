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
];

/** What every response tells the browser to refuse. Only a page asked for with `embed=1` may stand in a frame. */
export function securityHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const isEmbedded = c.req.query("embed") === "1";
    const frames = isEmbedded ? "frame-ancestors *" : "frame-ancestors 'none'";
    c.res.headers.set("content-security-policy", [...policy, frames].join("; "));
    c.res.headers.set("x-content-type-options", "nosniff");
    // A link's secret stands behind `#` and is never sent; the map's id is nobody else's business either.
    c.res.headers.set("referrer-policy", "no-referrer");
    c.res.headers.set("cross-origin-opener-policy", "same-origin");
    if (!isEmbedded) c.res.headers.set("x-frame-options", "DENY");
  };
}
