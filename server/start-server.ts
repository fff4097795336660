import { getHeapStatistics } from "node:v8";
import { getRequestListener } from "@hono/node-server";
import { limits } from "#shared/protocol/limits.ts";
import { isTalkRoom, talkRoomOf } from "#shared/protocol/rooms.ts";
import { Access, Accounts, JoinCodes, Ownership } from "./access/index.ts";
import { Audiences } from "./audience/index.ts";
import { LocalBus } from "./bus/local-bus.ts";
import type { Config } from "./config.ts";
import { FileDesk, KeptFiles } from "./files/index.ts";
import { createHealthCheck } from "./health.ts";
import { HistoryWatch, MapHistory } from "./history/index.ts";
import type { Log } from "./logging.ts";
import { observeCalls } from "./metrics/observe-calls.ts";
import type { PrometheusMeter } from "./metrics/prometheus.ts";
import { MapPolls } from "./polls/index.ts";
import {
  type Budgets,
  type Bus,
  LogWatch,
  noMeter,
  type Room,
  RoomRegistry,
  systemScheduler,
} from "./rooms/index.ts";
import type { SignIn } from "./sign-in/index.ts";
import type { Stores } from "./storage/stores.ts";
import { MapHands, MapTalk } from "./talk/index.ts";
import { TitleWatch } from "./titles/index.ts";
import { type ClientFiles, loadClientFiles } from "./transport/http/client-files.ts";
import { createHttpApp } from "./transport/http/http-app.ts";
import { listen } from "./transport/listen.ts";
import { RightsWatch } from "./transport/ws/rights-watch.ts";
import { SyncEndpoint } from "./transport/ws/sync-endpoint.ts";

export type ServerParts = Readonly<{
  config: Config;
  stores: Stores;
  /** Where the built client lies; without it only the API and the sync endpoint answer. */
  clientDir: string | undefined;
  log: Log;
}>;

export type RunningServer = Readonly<{
  /** Where people reach it. */
  url: string;
  port: number;
  /** Sends everybody away, saves, and stops; `false` when something was not saved within the deadline. */
  stop: () => Promise<boolean>;
}>;

/** Also how much later than promised a deleted map may be erased. */
const forgetEveryMs = 24 * 60 * 60 * 1000;

/** Only of commits that nobody waits for; where several servers share a database they go by each other's, and none waits. */
const saveGapMs = 10;

/** Wires the parts together and begins to answer. Rejects with the system's error when the port cannot be had. */
export async function startServer({
  config,
  stores: given,
  clientDir,
  log,
}: ServerParts): Promise<RunningServer> {
  const scheduler = systemScheduler;
  // Counting costs little, but nobody would read it.
  const metrics = config.metricsToken === undefined ? undefined : await startMeter();
  const meter = metrics ?? noMeter;
  const stores = metrics === undefined ? given : observed(given, metrics);
  const bus = await openBus(config, log);
  const signIn = await openSignIn(config, scheduler.now);
  const access = new Access(stores.access, scheduler.now);
  const accounts = new Accounts(stores.accounts, access, scheduler.now);
  const codes = new JoinCodes(stores.codes, access, scheduler.now);
  const audiences = new Audiences({ bus, scheduler });
  const { now } = scheduler;
  const history = new MapHistory({ store: stores.history, now, log, keepMs: config.keepVersionsMs });
  const atRest = async (room: Room): Promise<void> => {
    if (!isTalkRoom(room.id)) await history.keep(room, limits.versionAtRestMs);
    await titles?.keep(room);
  };
  const rooms = new RoomRegistry(
    {
      store: stores.documents,
      bus,
      scheduler,
      log,
      meter,
      atRest,
      saveGapMs: config.databaseUrl === undefined ? saveGapMs : 0,
    },
    config.roomIdleMs,
    budgetsOf(config),
  );
  const { documents } = stores;
  // Where nobody has an account there are no lists to tell.
  const titles = signIn && new TitleWatch({ accounts: stores.accounts, rooms, scheduler, log });
  const versions = new HistoryWatch({ history, rooms, documents, scheduler, log });
  const ownership = new Ownership(stores.access, scheduler.now, config.keepDeletedMapsMs);
  const others =
    config.databaseUrl === undefined
      ? undefined
      : new LogWatch({ store: stores.documents, scheduler, log }, rooms);
  const rights = new RightsWatch({ access, rooms, bus, scheduler, log });
  let draining = false;
  const isDraining = (): boolean => draining;
  const health = createHealthCheck({
    checkStore: stores.check,
    isBusUp: () => bus.isUp,
    isDraining,
    scheduler,
  });
  metrics?.watch({ figures: () => rooms.figures(), health, followers: () => audiences.followersHere });
  const clientFiles: ClientFiles = clientDir === undefined ? new Map() : loadClientFiles(clientDir);
  const keptFiles = new KeptFiles(limits.maxKeptFileBytes);
  const app = createHttpApp({
    config,
    stores,
    access,
    accounts,
    codes,
    signIn,
    ownership,
    rights,
    rooms,
    files: new FileDesk(),
    keptFiles,
    history,
    talk: new MapTalk(rooms, now),
    hands: new MapHands(rooms, now),
    audiences,
    polls: new MapPolls(rooms, stores.polls, scheduler),
    clientFiles,
    log,
    now: scheduler.now,
    health,
    metrics,
  });
  const sync = new SyncEndpoint({
    ...{ config, access, signIn, rooms, rights, audiences },
    ...{ scheduler, log, meter, isDraining },
  });
  const onRequest = getRequestListener(app.fetch);
  const listening = await listen(config.host, config.port, (request, response) => {
    void onRequest(request, response);
  });
  for (const server of listening.servers)
    server.on("upgrade", (request, socket, head) => sync.handleUpgrade(request, socket, head));
  const forget = (): void => {
    // In every process, however few files are asked for: no map is erased and still at hand a day later.
    keptFiles.forgetAll();
    void forgetEnded(access, codes, log);
    void eraseExpired(ownership, stores, log);
  };
  const forgetting = setInterval(forget, forgetEveryMs).unref();
  forget();

  async function stop(): Promise<boolean> {
    draining = true;
    clearInterval(forgetting);
    const closed = listening.close();
    const named = titles && within(config.drainMs, titles.end());
    const isSaved = await within(config.drainMs, rooms.drain());
    await named;
    await within(config.drainMs, closed);
    for (const server of listening.servers) server.closeAllConnections();
    sync.close();
    rights.end();
    audiences.end();
    others?.end();
    versions.end();
    await bus.close();
    await stores.close();
    return isSaved;
  }

  return { url: urlOf(config, listening.port), port: listening.port, stop };
}

/** Half of the heap for maps: the rest is for what people send and what they are sent. */
function budgetsOf({ roomHeapBytes }: Config): Budgets {
  return {
    unsavedBytes: limits.maxUnsavedBytes,
    heapBytes: roomHeapBytes ?? getHeapStatistics().heap_size_limit / 2,
  };
}

// What was not asked for is not loaded: it would stay in memory for as long as the server runs.

async function startMeter(): Promise<PrometheusMeter> {
  const { PrometheusMeter } = await import("./metrics/prometheus.ts");
  return new PrometheusMeter();
}

async function openBus({ redisUrl }: Config, log: Log): Promise<Bus> {
  if (redisUrl === undefined) return new LocalBus();
  const { RedisBus } = await import("./bus/redis-bus.ts");
  return new RedisBus({ url: redisUrl, scheduler: systemScheduler, log });
}

function urlOf(config: Config, port: number): string {
  if (config.publicUrl !== undefined) return config.publicUrl;
  const isEverywhere = config.host === "0.0.0.0" || config.host === "::";
  const host = isEverywhere ? "localhost" : config.host;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

async function openSignIn({ signIn, publicUrl }: Config, now: () => number): Promise<SignIn | undefined> {
  if (signIn === undefined || publicUrl === undefined) return undefined;
  const { SignIn } = await import("./sign-in/index.ts");
  return new SignIn({ ...signIn, returnAddress: `${publicUrl}/auth/callback` }, now);
}

async function forgetEnded(access: Access, codes: JoinCodes, log: Log): Promise<void> {
  await Promise.all([access.forgetEnded(), codes.forgetEnded()]).catch((error: unknown) =>
    log.warn("Old sessions and join codes could not be forgotten.", { error }),
  );
}

async function eraseExpired(
  ownership: Ownership,
  { documents, history, polls }: Stores,
  log: Log,
): Promise<void> {
  try {
    await ownership.eraseExpired(async (id) => {
      await history.removeAll(id);
      await polls.removeAll(id);
      await documents.remove(talkRoomOf(id));
      await documents.remove(id);
      log.info("A map that was deleted long ago is erased.", { map: id });
    });
  } catch (error) {
    log.warn("Maps that were deleted long ago could not be erased; it will be tried again.", { error });
  }
}

/** Whether `work` was done in time. */
async function within(deadlineMs: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), deadlineMs);
  });
  const isDone = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return isDone;
}

/** The stores, with every call to them measured. */
function observed(stores: Stores, metrics: PrometheusMeter): Stores {
  const observe = <Store extends object>(store: Store): Store =>
    observeCalls(store, () => performance.now(), metrics.storeCalled.bind(metrics));
  return {
    ...stores,
    documents: observe(stores.documents),
    access: observe(stores.access),
    accounts: observe(stores.accounts),
    codes: observe(stores.codes),
    history: observe(stores.history),
    polls: observe(stores.polls),
  };
}
