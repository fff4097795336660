import { resolve } from "node:path";
import * as z from "zod";
import { err, ok, type Result } from "#shared/lib/result.ts";
import { limits } from "#shared/protocol/limits.ts";
import { type LogLevel, logLevels } from "./logging.ts";

/** Everything that can be set from outside. */
export type Config = Readonly<{
  port: number;
  /** `localhost` means both loopback addresses. */
  host: string;
  dataDir: string;
  /** Where maps lie that several processes share; without it they lie in `dataDir`. */
  databaseUrl: string | undefined;
  /** By what those processes hear of each other's changes at once. */
  redisUrl: string | undefined;
  /** Where people reach the server, when that is not what their requests say; without a trailing slash. */
  publicUrl: string | undefined;
  /** Origins besides our own whose pages may use a session. */
  allowedOrigins: readonly string[];
  /** Whose pages may show maps in a frame, to be looked at: everybody's, or those of these origins. */
  embedOrigins: "all" | readonly string[];
  /** Whether `X-Forwarded-*` headers are a proxy's word rather than anybody's. */
  trustProxy: boolean;
  logLevel: LogLevel;
  /** Whoever has it may read `/metrics`; without one there are none. */
  metricsToken: string | undefined;
  roomIdleMs: number;
  /** Memory that open maps may take together; half of the heap where nothing is set. */
  roomHeapBytes: number | undefined;
  drainMs: number;
  createsPerMinute: number;
  sessionsPerMinute: number;
  /** How long a deletion can be taken back; then the map is erased. */
  keepDeletedMapsMs: number;
  /** Where people sign in before they may do anything; without it links alone decide. */
  signIn: Readonly<{ issuer: string; clientId: string; clientSecret: string }> | undefined;
  /** How long versions of maps are kept that nobody named. */
  keepVersionsMs: number;
}>;

const dayMs = 24 * 60 * 60 * 1000;

type Environment = Readonly<Record<string, string | undefined>>;

const whole = (least: number, most: number): z.ZodType<number> =>
  z
    .string()
    .regex(/^\d+$/, "must be a whole number")
    .transform(Number)
    .pipe(z.number().min(least, `must be at least ${least}`).max(most, `must be at most ${most}`));

const webOrigin = z.url({ protocol: /^https?$/, error: "must be a URL such as https://maps.example.org" });

const listOfOrigins = z
  .string()
  .transform((list) => list.split(",").map((origin) => origin.trim()))
  .pipe(z.array(webOrigin));

const embedders = z
  .string()
  .refine(
    (value) => value === "all" || value === "none" || listOfOrigins.safeParse(value).success,
    'must be "all", "none", or URLs such as https://blog.example.org with commas between',
  );

const schema = z.object({
  PORT: whole(0, 65_535).optional(),
  HOST: z.string().min(1).optional(),
  DATA_DIR: z.string().min(1).optional(),
  PUBLIC_URL: webOrigin.optional(),
  ALLOWED_ORIGINS: listOfOrigins.optional(),
  EMBED_ORIGINS: embedders.optional(),
  TRUST_PROXY: z.enum(["true", "false"], { error: 'must be "true" or "false"' }).optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(", ")}` }).optional(),
  METRICS_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
  ROOM_MEMORY_MB: whole(16, 1_000_000).optional(),
  ROOM_IDLE_MS: whole(0, 86_400_000).optional(),
  DRAIN_MS: whole(0, 600_000).optional(),
  CREATES_PER_MINUTE: whole(1, 1_000_000).optional(),
  SESSIONS_PER_MINUTE: whole(1, 1_000_000).optional(),
  KEEP_DELETED_DAYS: whole(0, 3_650).optional(),
  KEEP_VERSIONS_DAYS: whole(0, 3_650).optional(),
  OIDC_ISSUER: z
    .string()
    .refine(isSafeIssuer, "must be an https:// URL such as https://login.example.edu")
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(16, "must have at least 16 characters").optional(),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: "must be a URL such as postgres://user:password@localhost/counterpoint",
    })
    .optional(),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: "must be a URL such as redis://localhost:6379" })
    .optional(),
});

/** What people sign in with must not travel in the clear; only a provider on this machine, for trying out, may. */
function isSafeIssuer(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname } = new URL(issuer);
  const isHere = hostname === "localhost" || hostname === "127.0.0.1";
  return protocol === "https:" || (protocol === "http:" && isHere);
}

function embedOriginsOf(value: string): Config["embedOrigins"] {
  if (value === "all") return "all";
  return value === "none" ? [] : value.split(",").map((origin) => new URL(origin.trim()).origin);
}

const signInNames = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"];

function faultsOfSignIn(environment: Environment): readonly string[] {
  const missing = signInNames.filter((name) => environment[name] === undefined);
  if (missing.length === signInNames.length) return [];
  const faults = missing.map((name) => `${name} is missing; signing in needs ${signInNames.join(", ")}.`);
  if (environment["PUBLIC_URL"] === undefined)
    faults.push("PUBLIC_URL is missing; the provider has to know where to send people back to.");
  return faults;
}

/** Redis tells processes of each other's changes, which only PostgreSQL lets them share. */
function faultsBetween({ DATABASE_URL, REDIS_URL }: Environment): readonly string[] {
  if (REDIS_URL === undefined || DATABASE_URL !== undefined) return [];
  return [
    "REDIS_URL is set without DATABASE_URL; several servers need PostgreSQL to share maps. Set both, or neither.",
  ];
}

/**
 * Reads the environment, once, for everybody. Every fault is a sentence that names its variable; all are reported
 * together. An empty variable counts as unset.
 */
export function readConfig(environment: Environment): Result<Config, readonly string[]> {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(set);
  const between = [...faultsBetween(set), ...faultsOfSignIn(set)];
  if (!parsed.success)
    return err([
      ...parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`),
      ...between,
    ]);
  if (between.length > 0) return err(between);
  const values = parsed.data;
  return ok({
    port: values.PORT ?? 4321,
    host: values.HOST ?? "localhost",
    dataDir: resolve(values.DATA_DIR ?? "data"),
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL,
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, ""),
    allowedOrigins: (values.ALLOWED_ORIGINS ?? []).map((origin) => new URL(origin).origin),
    embedOrigins: embedOriginsOf(values.EMBED_ORIGINS ?? "all"),
    trustProxy: values.TRUST_PROXY === "true",
    logLevel: values.LOG_LEVEL ?? "info",
    metricsToken: values.METRICS_TOKEN,
    roomHeapBytes: values.ROOM_MEMORY_MB === undefined ? undefined : values.ROOM_MEMORY_MB * 1024 * 1024,
    roomIdleMs: values.ROOM_IDLE_MS ?? limits.roomIdleMs,
    drainMs: values.DRAIN_MS ?? 20_000,
    createsPerMinute: values.CREATES_PER_MINUTE ?? limits.maxCreatesPerAddressPerMinute,
    sessionsPerMinute: values.SESSIONS_PER_MINUTE ?? limits.maxSessionsPerAddressPerMinute,
    signIn: signInOf(values),
    keepDeletedMapsMs: (values.KEEP_DELETED_DAYS ?? 30) * dayMs,
    keepVersionsMs: (values.KEEP_VERSIONS_DAYS ?? 30) * dayMs,
  });
}

function signInOf(values: z.infer<typeof schema>): Config["signIn"] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  return { issuer, clientId, clientSecret };
}
