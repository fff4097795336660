import type { CreateMapRequest, CreateMapResponse, SessionResponse } from "#shared/protocol/api.ts";
import { type LinkName, linkNames } from "#shared/protocol/roles.ts";
import { type Config, readConfig } from "../../server/config.ts";
import { type Log, silentLog } from "../../server/logging.ts";
import { startServer } from "../../server/start-server.ts";
import { openMemoryStores } from "../../server/storage/memory/open-memory-stores.ts";
import type { Stores } from "../../server/storage/stores.ts";

export type TestServerOptions = Readonly<{
  stores?: Stores;
  clientDir?: string;
  config?: Partial<Config>;
  log?: Log;
}>;

/** A server in this process on a free port, with what tests ask of it. */
export type TestServer = ApiClient & Readonly<{ stop: () => Promise<boolean> }>;

/** A map with the secret of each of its links. */
export type TestMap = Readonly<{ id: string; secrets: Readonly<Record<LinkName, string>> }>;

/** Starts a server; the store is in memory unless one is given. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const defaults = readConfig({ PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "silent" });
  if (!defaults.ok) throw new Error(defaults.error.join(" "));
  const server = await startServer({
    config: { ...defaults.value, ...options.config },
    stores: options.stores ?? openMemoryStores(),
    clientDir: options.clientDir,
    log: options.log ?? silentLog,
  });
  return { ...apiClient(server.port), stop: server.stop };
}

export type ApiClient = ReturnType<typeof apiClient>;

/** The HTTP API of the server on a port of this machine. */
export function apiClient(port: number) {
  const url = `http://127.0.0.1:${port}`;
  const call = (method: string, path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${url}${path}`, { ...init, method });
  const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    call("POST", path, {
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  return {
    url,
    port,
    syncUrl: `ws://127.0.0.1:${port}/sync`,
    call,
    post,

    async createMap(request: CreateMapRequest = {}): Promise<TestMap> {
      const response = await post("/api/maps", request);
      if (response.status !== 201) throw new Error(`creating a map answered ${response.status}`);
      const { id, links } = (await response.json()) as CreateMapResponse;
      const secrets = linkNames.map((link) => [link, new URL(links[link]).hash.slice(1)]);
      return { id, secrets: Object.fromEntries(secrets) as Record<LinkName, string> };
    },

    async openSession(map: TestMap, link: LinkName = "edit"): Promise<SessionResponse> {
      const response = await post(`/api/maps/${map.id}/session`, { secret: map.secrets[link] });
      if (response.status !== 200) throw new Error(`opening a session answered ${response.status}`);
      return (await response.json()) as SessionResponse;
    },
  };
}
