/** Starts, before the tests of several servers, the databases that they share. */
import type { TestProject } from "vitest/node";
import { PostgresInstance } from "../support/postgres-instance.ts";
import { RedisInstance } from "../support/redis-instance.ts";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
    redisUrl: string;
  }
}

/** What it returns ends them again. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await PostgresInstance.start({ isDurable: false });
  const redis = await RedisInstance.start();
  project.provide("postgresUrl", postgres.url);
  project.provide("redisUrl", redis.url);
  return async () => {
    await postgres.stop();
    await redis.stop();
  };
}
