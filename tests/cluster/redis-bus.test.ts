import { Redis } from "ioredis";
import { afterEach, describe, expect, inject, it } from "vitest";
import { RedisBus } from "../../server/bus/redis-bus.ts";
import { silentLog } from "../../server/logging.ts";
import { type Bus, systemScheduler } from "../../server/rooms/index.ts";
import { describeBus } from "../support/describe-bus.ts";
import { RedisInstance } from "../support/redis-instance.ts";

function connect(url: string): RedisBus {
  return new RedisBus({
    url,
    scheduler: systemScheduler,
    log: silentLog,
    aliveEveryMs: 50,
    goneAfterMs: 400,
  });
}

/** Commands of one connection are carried out in order, so what was subscribed before hears as well. */
async function opened(bus: Bus): Promise<void> {
  await new Promise<void>((resolve) => {
    bus.subscribe(`probe ${Math.random()}`, () => undefined, { onOpen: resolve });
  });
  // It speaks on another connection, which may take longer.
  await expect.poll(() => bus.isUp, { timeout: 10_000 }).toBe(true);
}

describeBus("redis", async () => {
  const [here, there] = [connect(inject("redisUrl")), connect(inject("redisUrl"))];
  return {
    here,
    there,
    opened: async () => {
      await opened(here);
      await opened(there);
    },
    dispose: async () => {
      await here.close();
      await there.close();
    },
  };
});

describe("the bus on redis", () => {
  const toEnd: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of toEnd.splice(0)) await end();
  });

  async function privateRedis(): Promise<RedisInstance> {
    const redis = await RedisInstance.start();
    toEnd.push(() => redis.stop());
    return redis;
  }

  function join(url: string): RedisBus {
    const bus = connect(url);
    toEnd.unshift(() => bus.close());
    return bus;
  }

  it("[P4] names the process that speaks, the same one each time", async () => {
    const [here, there] = [join(inject("redisUrl")), join(inject("redisUrl"))];
    const speakers: string[] = [];
    there.subscribe("a", (_, from) => speakers.push(from));
    await opened(there);
    const own = here.subscribe("a", () => undefined);
    await opened(here);
    own.publish(Uint8Array.of(1));
    own.publish(Uint8Array.of(2));
    await expect.poll(() => speakers.length).toBe(2);
    expect(new Set(speakers).size).toBe(1);
  });

  it("[P4] tells that a process has ended: at once when it says so, soon when it does not", async () => {
    const redis = await privateRedis();
    const here = join(redis.url);
    const heard = new Set<string>();
    const gone: string[] = [];
    here.subscribe("a", (_, from) => heard.add(from), { onGone: (process) => gone.push(process) });
    await opened(here);
    const polite = connect(redis.url);
    const own = polite.subscribe("a", () => undefined);
    await opened(polite);
    own.publish(Uint8Array.of(1));
    await expect.poll(() => heard.size).toBe(1);
    await polite.close();
    await expect.poll(() => gone.length).toBe(1);
    // A message as of a process that was killed after it: who speaks, by which subscription, what.
    const line = new Redis(redis.url);
    await line.publish("counterpoint:a", Buffer.from("0123456789abcdef0000000101", "hex"));
    line.disconnect();
    await expect.poll(() => heard.size).toBe(2);
    await expect.poll(() => gone.length).toBe(2);
    expect(new Set(gone)).toEqual(heard);
  });

  it("[P2] works without Redis, and tells every subscription when Redis is back", async () => {
    const redis = await privateRedis();
    await redis.crash();
    const [here, there] = [join(redis.url), join(redis.url)];
    const heard: number[] = [];
    const gone: string[] = [];
    let opens = 0;
    const events = { onOpen: () => opens++, onGone: (process: string) => gone.push(process) };
    there.subscribe("a", ([value]) => heard.push(value ?? -1), events);
    const own = here.subscribe("a", () => undefined);
    own.publish(Uint8Array.of(1));
    expect([here.isUp, there.isUp]).toEqual([false, false]);
    await redis.resume();
    await expect.poll(() => opens, { timeout: 10_000 }).toBe(1);
    await expect.poll(() => here.isUp && there.isUp, { timeout: 10_000 }).toBe(true);
    own.publish(Uint8Array.of(2));
    await expect.poll(() => heard).toEqual([2]);
    await redis.crash();
    await expect.poll(() => there.isUp).toBe(false);
    own.publish(Uint8Array.of(3));
    await redis.resume();
    await expect.poll(() => opens, { timeout: 10_000 }).toBe(2);
    await expect.poll(() => here.isUp && there.isUp, { timeout: 10_000 }).toBe(true);
    own.publish(Uint8Array.of(4));
    await expect.poll(() => heard).toEqual([2, 4]);
    // Silence while Redis was away says nothing about a process.
    expect(gone).toEqual([]);
  });

  it("[P2] finds by itself out of connections that are open and carry nothing", async () => {
    const redis = await privateRedis();
    const [here, there] = [join(redis.url), join(redis.url)];
    const heard: number[] = [];
    there.subscribe("a", ([value]) => heard.push(value ?? -1));
    const own = here.subscribe("a", () => undefined);
    await expect.poll(() => here.isUp && there.isUp).toBe(true);
    redis.freeze();
    await expect.poll(() => here.isUp || there.isUp).toBe(false);
    redis.thaw();
    await expect.poll(() => here.isUp && there.isUp, { timeout: 20_000 }).toBe(true);
    await opened(there);
    own.publish(Uint8Array.of(9));
    await expect.poll(() => heard.at(-1)).toBe(9);
  });
});
