import type { IncomingHttpHeaders } from "node:http";
import { isIPv6 } from "node:net";
import type { Config } from "../config.ts";

type OriginConfig = Pick<Config, "publicUrl" | "allowedOrigins" | "trustProxy">;

/** The address under which this request reached us, such as `https://maps.example.org`. */
export function originOfRequest(headers: IncomingHttpHeaders, config: OriginConfig): string {
  if (config.publicUrl !== undefined) return new URL(config.publicUrl).origin;
  const forwardedHost = config.trustProxy ? lastOf(headers["x-forwarded-host"]) : undefined;
  const forwardedScheme = config.trustProxy ? lastOf(headers["x-forwarded-proto"]) : undefined;
  const scheme = forwardedScheme === "https" ? "https" : "http";
  return `${scheme}://${forwardedHost ?? headers.host ?? "localhost"}`;
}

/** The start of every link we hand out. */
export function publicUrlOfRequest(headers: IncomingHttpHeaders, config: OriginConfig): string {
  return config.publicUrl ?? originOfRequest(headers, config);
}

/**
 * Whether a page of that origin may act with a session's cookie. Hosts are compared without the scheme, which a proxy
 * may have taken off. A browser does not let a page choose its `Origin`.
 */
export function isAllowedOrigin(origin: string, headers: IncomingHttpHeaders, config: OriginConfig): boolean {
  if (config.allowedOrigins.includes(origin)) return true;
  const host = hostOf(origin);
  if (host === undefined) return false;
  return host === headers.host || host === hostOf(originOfRequest(headers, config));
}

/**
 * Who is calling, for limits by address: an IPv4 address or an IPv6 network. The last entry of the forwarded list is
 * the one our own proxy wrote.
 */
export function addressOfRequest(
  headers: IncomingHttpHeaders,
  remoteAddress: string | undefined,
  config: Pick<Config, "trustProxy">,
): string {
  const forwarded = config.trustProxy ? lastOf(headers["x-forwarded-for"]) : undefined;
  const address = (forwarded ?? remoteAddress ?? "unknown").replace(/^::ffff:(?=\d+\.)/i, "");
  return isIPv6(address) ? networkOf(address) : address;
}

/** The first 64 bits: whoever has one address of such a network usually has all of them (RFC 6177). */
function networkOf(address: string): string {
  const [head = "", tail] = address.split("%", 1)[0]?.split("::") ?? [];
  const groupsOf = (part: string): readonly string[] => (part === "" ? [] : part.split(":"));
  const first = groupsOf(head);
  const last = groupsOf(tail ?? "");
  const left = Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array<string>(left).fill("0"), ...last];
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}

/** The same for what an address may get wrong, of a network the first 48 bits: a whole site's, which one person may have. */
export function siteOf(address: string): string {
  return address.replace(/:[^:]+::\/64$/, "::/48");
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function lastOf(header: string | readonly string[] | undefined): string | undefined {
  const list = typeof header === "string" ? header : header?.join(",");
  const last = list?.split(",").at(-1)?.trim();
  return last === "" ? undefined : last;
}
