import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { limits } from "#shared/protocol/limits.ts";
import { readConfig } from "./config.ts";

describe("readConfig", () => {
  it("has a default for everything", () => {
    expect(readConfig({})).toEqual({
      ok: true,
      value: {
        port: 4321,
        host: "localhost",
        dataDir: resolve("data"),
        databaseUrl: undefined,
        redisUrl: undefined,
        publicUrl: undefined,
        allowedOrigins: [],
        trustProxy: false,
        logLevel: "info",
        metricsToken: undefined,
        roomHeapBytes: undefined,
        roomIdleMs: limits.roomIdleMs,
        drainMs: 20_000,
        embedOrigins: "all",
        createsPerMinute: limits.maxCreatesPerAddressPerMinute,
        sessionsPerMinute: limits.maxSessionsPerAddressPerMinute,
        signIn: undefined,
        keepDeletedMapsMs: 30 * 24 * 60 * 60 * 1000,
        keepVersionsMs: 30 * 24 * 60 * 60 * 1000,
      },
    });
  });

  it("reads what is set, and takes an empty variable for unset", () => {
    const config = readConfig({
      PORT: "8080",
      HOST: "",
      PUBLIC_URL: "https://maps.example.org/",
      ALLOWED_ORIGINS: "https://a.example, http://b.example:81/path",
      EMBED_ORIGINS: "https://blog.example/a",
      TRUST_PROXY: "true",
      LOG_LEVEL: "warn",
      ROOM_IDLE_MS: "0",
    });
    expect(config).toMatchObject({
      ok: true,
      value: {
        port: 8080,
        host: "localhost",
        publicUrl: "https://maps.example.org",
        allowedOrigins: ["https://a.example", "http://b.example:81"],
        embedOrigins: ["https://blog.example"],
        trustProxy: true,
        logLevel: "warn",
        roomIdleMs: 0,
      },
    });
  });

  it("[H12] lets maps be embedded by all, by nobody, or by those named", () => {
    const embedOriginsOf = (EMBED_ORIGINS: string) => {
      const config = readConfig({ EMBED_ORIGINS });
      return config.ok ? config.value.embedOrigins : config.error;
    };
    expect(embedOriginsOf("all")).toBe("all");
    expect(embedOriginsOf("none")).toEqual([]);
    expect(embedOriginsOf("https://a.example, https://b.example/x")).toEqual([
      "https://a.example",
      "https://b.example",
    ]);
    expect(embedOriginsOf("a.example; script-src *")).toEqual([
      expect.stringMatching(/^EMBED_ORIGINS must be /),
    ]);
  });

  it("[R2] names every fault at once, each in a sentence", () => {
    const config = readConfig({
      PORT: "70000",
      PUBLIC_URL: "maps.example.org",
      TRUST_PROXY: "yes",
      LOG_LEVEL: "loud",
      METRICS_TOKEN: "short",
      ROOM_IDLE_MS: "1.5",
      DATABASE_URL: "mysql://root:secret@localhost",
      REDIS_URL: "localhost:6379",
    });
    expect(config.ok ? [] : config.error).toEqual([
      "PORT must be at most 65535.",
      "PUBLIC_URL must be a URL such as https://maps.example.org.",
      'TRUST_PROXY must be "true" or "false".',
      "LOG_LEVEL must be one of debug, info, warn, error, silent.",
      "METRICS_TOKEN must have at least 16 characters.",
      "ROOM_IDLE_MS must be a whole number.",
      "DATABASE_URL must be a URL such as postgres://user:password@localhost/counterpoint.",
      "REDIS_URL must be a URL such as redis://localhost:6379.",
    ]);
  });

  it("[R2] takes PostgreSQL alone or with Redis, and no Redis without it", () => {
    const database = { DATABASE_URL: "postgresql://maps@db.example:5433/maps?sslmode=require" };
    expect(readConfig(database)).toMatchObject({ ok: true, value: { databaseUrl: database.DATABASE_URL } });
    const redis = { REDIS_URL: "rediss://:secret@cache.example" };
    expect(readConfig({ ...database, ...redis })).toMatchObject({
      ok: true,
      value: { redisUrl: redis.REDIS_URL },
    });
    expect(readConfig(redis)).toEqual({
      ok: false,
      error: [
        "REDIS_URL is set without DATABASE_URL; several servers need PostgreSQL to share maps. Set both, or neither.",
      ],
    });
  });

  it("[A13] takes a provider for signing in whole or not at all, and no unsafe one", () => {
    const provider = {
      PUBLIC_URL: "https://maps.example.org",
      OIDC_ISSUER: "https://login.example.edu",
      OIDC_CLIENT_ID: "maps",
      OIDC_CLIENT_SECRET: "long enough to be one",
    };
    const signIn = {
      issuer: provider.OIDC_ISSUER,
      clientId: "maps",
      clientSecret: provider.OIDC_CLIENT_SECRET,
    };
    expect(readConfig(provider)).toMatchObject({ ok: true, value: { signIn } });
    const faultsOf = (environment: Record<string, string>): readonly string[] => {
      const config = readConfig(environment);
      return config.ok ? [] : config.error;
    };
    expect(faultsOf({ OIDC_ISSUER: provider.OIDC_ISSUER, OIDC_CLIENT_ID: "maps" })).toEqual([
      "OIDC_CLIENT_SECRET is missing; signing in needs OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET.",
      "PUBLIC_URL is missing; the provider has to know where to send people back to.",
    ]);
    expect(faultsOf({ ...provider, OIDC_ISSUER: "http://login.example.edu" })).toEqual([
      "OIDC_ISSUER must be an https:// URL such as https://login.example.edu.",
    ]);
    expect(faultsOf({ ...provider, OIDC_ISSUER: "http://localhost:9000" })).toEqual([]);
  });
});
