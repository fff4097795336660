import { silentLog } from "../../server/logging.ts";
import { openPostgresStores } from "../../server/storage/postgres/open-postgres-stores.ts";
import { createDatabase, PostgresInstance } from "../support/postgres-instance.ts";
import { RedisInstance } from "../support/redis-instance.ts";
import { startProcess } from "../support/server-process.ts";
import { Fleet } from "./fleet.ts";
import { keysOf } from "./keys-of.ts";
import { ourPeople } from "./our-people.ts";
import type { Fault, World } from "./world.ts";

/** Two servers on PostgreSQL and Redis, each of the four of which fails in its turn. */
export async function clusterWorld(file: string): Promise<World> {
  const postgres = await PostgresInstance.start({ isDurable: true });
  const redis = await RedisInstance.start();
  const databaseUrl = await createDatabase(postgres.url);
  const environment = { DATABASE_URL: databaseUrl, REDIS_URL: redis.url, LOG_LEVEL: "silent" };
  const fleet = await Fleet.start(2, () => startProcess(file, environment));
  const { map, createWriter } = await ourPeople(fleet);
  const faults: readonly Fault[] = [
    { name: "kill one", strike: ({ check }) => fleet.kill([0], check) },
    {
      name: "redis away",
      strike: async ({ acknowledged, check }) => {
        await redis.crash();
        await acknowledged(60);
        await fleet.kill([1], check);
        await redis.resume();
      },
    },
    { name: "kill the other", strike: ({ check }) => fleet.kill([1], check) },
    {
      name: "postgres away",
      strike: async ({ unsaved, check }) => {
        await postgres.crash();
        await unsaved(300);
        await postgres.resume();
        await check();
      },
    },
    { name: "kill both", strike: ({ check }) => fleet.kill([0, 1], check) },
    {
      name: "rolling restart",
      strike: async ({ acknowledged, check }) => {
        await fleet.restart(0);
        await acknowledged(20);
        await fleet.restart(1);
        await check();
      },
    },
    {
      name: "everything",
      strike: async ({ written, check }) => {
        await redis.crash();
        await postgres.crash();
        await written(10);
        await postgres.resume();
        await fleet.kill([0, 1], check);
        await redis.resume();
      },
    },
  ];
  return {
    faults,
    createWriter,
    killAll: () => fleet.killAll(),
    readStored: async () => {
      const stores = await openPostgresStores({ url: databaseUrl, log: silentLog });
      const stored = await stores.documents.load(map);
      await stores.close();
      return keysOf(stored);
    },
    end: async () => {
      await fleet.killAll();
      await redis.stop();
      await postgres.stop();
    },
  };
}
