/** Two servers on PostgreSQL and Redis: how long what is written at one takes to the other, and to the disk. */
import { findDatabases } from "../../scripts/steps/databases.mjs";
import { createDatabase, PostgresInstance } from "../../tests/support/postgres-instance.ts";
import { RedisInstance } from "../../tests/support/redis-instance.ts";
import { type Door, doorsAt } from "./doors.ts";
import type { Load } from "./loads.ts";
import { type Durations, type LoadFigures, underCrowd } from "./measure-load.ts";
import { startBuilt, withFolder } from "./programs.ts";

/** Ten write at one of them, and ten read at the other. */
export const acrossLoad: Load = {
  name: "10 x 20/s to 10 at another server",
  rooms: 1,
  clients: 20,
  writers: 10,
  writesPerSecond: 20,
  hasPresence: false,
};

export async function measureCluster(durations: Durations): Promise<LoadFigures> {
  const { postgresFolder, redis } = findDatabases();
  if (postgresFolder === undefined || redis === undefined)
    throw new Error("PostgreSQL or Redis is not on this machine");
  return withFolder(async (folder) => {
    const postgres = await PostgresInstance.start({ isDurable: true });
    const bell = await RedisInstance.start();
    const environment = { DATABASE_URL: await createDatabase(postgres.url), REDIS_URL: bell.url };
    const [near, far] = [await startBuilt(folder, environment), await startBuilt(folder, environment)];
    try {
      const map = await near.createMap({ title: "Bench" });
      const { writers, clients, writesPerSecond, hasPresence } = acrossLoad;
      const writing: readonly Door[] = await doorsAt(near, map, {
        count: writers,
        link: "edit",
        firstNumber: 0,
      });
      const reading = await doorsAt(far, map, {
        count: clients - writers,
        link: "view",
        firstNumber: writers,
      });
      return await underCrowd(near.pid, {
        dialect: "durable",
        rooms: [[...writing, ...reading]],
        writers,
        writesPerSecond,
        hasPresence,
        onlyReadersCount: true,
        ...durations,
      });
    } finally {
      await Promise.all([near.terminate(), far.terminate()]);
      await bell.stop();
      await postgres.stop();
    }
  });
}
