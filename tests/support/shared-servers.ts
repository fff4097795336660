import { inject } from "vitest";
import { silentLog } from "../../server/logging.ts";
import { openPostgresStores } from "../../server/storage/postgres/open-postgres-stores.ts";
import { createDatabase } from "./postgres-instance.ts";
import { startTestServer, type TestServer } from "./test-server.ts";

export type SharedServers = Awaited<ReturnType<typeof sharedServers>>;

/** Servers with one database, which is new, and what a test opens at them; `end` ends all that is still there. */
export async function sharedServers() {
  const databaseUrl = await createDatabase(inject("postgresUrl"));
  const ends: (() => unknown)[] = [];
  return {
    /** One more. Without an address of Redis it hears of the others by looking alone. */
    async start(redisUrl: string | undefined): Promise<TestServer> {
      const stores = await openPostgresStores({ url: databaseUrl, log: silentLog });
      const server = await startTestServer({ stores, config: { databaseUrl, redisUrl, roomIdleMs: 0 } });
      let stopped: Promise<boolean> | undefined;
      const stop = (): Promise<boolean> => {
        stopped ??= server.stop();
        return stopped;
      };
      ends.push(stop);
      return { ...server, stop };
    },

    /** Two that hear of each other by Redis. */
    async startTwo(): Promise<readonly [here: TestServer, there: TestServer]> {
      return [await this.start(inject("redisUrl")), await this.start(inject("redisUrl"))];
    },

    /** What is to be ended before the servers are. */
    atEnd(end: () => unknown): void {
      ends.push(end);
    },

    async end(): Promise<void> {
      for (const end of ends.splice(0).reverse()) await end();
    },
  };
}
