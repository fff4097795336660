/** The thread that owns the database file: waiting for the disk happens here and never in the server's own thread. */
import { parentPort, workerData } from "node:worker_threads";
import { assert, unreachable } from "#shared/lib/assert.ts";
import { AccessTables } from "./access-tables.ts";
import { AccountTables } from "./account-tables.ts";
import { CodeTables } from "./code-tables.ts";
import { Database, type DatabaseOptions, toStoreError } from "./database.ts";
import { DocumentTables } from "./document-tables.ts";
import { HistoryTables } from "./history-tables.ts";
import { PollTables } from "./poll-tables.ts";
import type { StoreAnswer, StoreRequest } from "./store-calls.ts";

type AppendCall = Extract<StoreRequest, { name: "append" }>;

const port = parentPort;
assert(port !== null, "the store runs in a worker thread");

const database = new Database(workerData as DatabaseOptions);
const documents = new DocumentTables(database);
const access = new AccessTables(database);
const accounts = new AccountTables(database);
const codes = new CodeTables(database);
const history = new HistoryTables(database);
const polls = new PollTables(database);

let waiting: StoreRequest[] = [];

port.on("message", (requests: readonly StoreRequest[] | "close") => {
  if (requests === "close") {
    drain();
    database.close();
    port.close();
    return;
  }
  // Group commit: all that is waiting when the disk is free shares one flush.
  if (waiting.length === 0) setImmediate(drain);
  for (const request of requests) waiting.push(request);
});

function drain(): void {
  const requests = waiting;
  waiting = [];
  let appends: AppendCall[] = [];
  for (const request of requests) {
    if (request.name === "append") {
      appends.push(request);
      continue;
    }
    appendAll(appends);
    appends = [];
    // Each by itself: what comes after it may take long.
    port?.postMessage([answerTo(request.number, () => carryOut(request))]);
  }
  appendAll(appends);
}

function appendAll(calls: readonly AppendCall[]): void {
  if (calls.length > 0) port?.postMessage(answersTo(calls));
}

function answersTo(calls: readonly AppendCall[]): readonly StoreAnswer[] {
  try {
    const heads = documents.append(calls.map((call) => call.values[0]));
    return calls.map(({ number }, index) => ({ number, ok: true, value: heads[index] }));
  } catch {
    // One map's trouble must not keep the others from being saved; each then fails or succeeds for itself.
    return calls.map(({ number, values }) => answerTo(number, () => documents.append([values[0]])[0]));
  }
}

function carryOut(request: Exclude<StoreRequest, AppendCall>): unknown {
  switch (request.name) {
    case "load":
      return documents.load(...request.values);
    case "compact":
      return documents.compact(...request.values);
    case "quarantine":
      return documents.quarantine(...request.values);
    case "keepGlimpse":
      return documents.keepGlimpse(...request.values);
    case "glimpse":
      return documents.glimpse(...request.values);
    case "list":
      return documents.list();
    case "heads":
      return documents.heads(...request.values);
    case "remove":
      return documents.remove(...request.values);
    case "createMap":
      return access.createMap(...request.values);
    case "findMap":
      return access.findMap(...request.values);
    case "replaceLinks":
      return access.replaceLinks(...request.values);
    case "setLocked":
      return access.setLocked(...request.values);
    case "deleteMap":
      return access.deleteMap(...request.values);
    case "restoreMap":
      return access.restoreMap(...request.values);
    case "listDeleted":
      return access.listDeleted(...request.values);
    case "eraseMap":
      return access.eraseMap(...request.values);
    case "grant":
      return access.grant(...request.values);
    case "findSession":
      return access.findSession(...request.values);
    case "extendSession":
      return access.extendSession(...request.values);
    case "forgetEnded":
      return access.forgetEnded(...request.values);
    case "noteAccountMap":
      return accounts.noteAccountMap(...request.values);
    case "findAccountMap":
      return accounts.findAccountMap(...request.values);
    case "listAccountMaps":
      return accounts.listAccountMaps(...request.values);
    case "forgetAccountMap":
      return accounts.forgetAccountMap(...request.values);
    case "setTitle":
      return accounts.setTitle(...request.values);
    case "addCode":
      return codes.addCode(...request.values);
    case "findCode":
      return codes.findCode(...request.values);
    case "removeCode":
      return codes.removeCode(...request.values);
    case "removeAllCodes":
      return codes.removeAllCodes(...request.values);
    case "forgetEndedCodes":
      return codes.forgetEndedCodes(...request.values);
    case "loadPrevious":
      return documents.loadPrevious(...request.values);
    case "forgetPrevious":
      return documents.forgetPrevious(...request.values);
    case "addVersion":
      return history.addVersion(...request.values);
    case "listVersions":
      return history.listVersions(...request.values);
    case "readVersion":
      return history.readVersion(...request.values);
    case "removeVersions":
      return history.removeVersions(...request.values);
    case "forgetVersions":
      return history.forgetVersions(...request.values);
    case "removeAllVersions":
      return history.removeAllVersions(...request.values);
    case "createPoll":
      return polls.createPoll(...request.values);
    case "listPolls":
      return polls.listPolls(...request.values);
    case "findPoll":
      return polls.findPoll(...request.values);
    case "setPollState":
      return polls.setPollState(...request.values);
    case "setPollMoment":
      return polls.setPollMoment(...request.values);
    case "setPollAudience":
      return polls.setPollAudience(...request.values);
    case "resetPoll":
      return polls.resetPoll(...request.values);
    case "removePoll":
      return polls.removePoll(...request.values);
    case "castBallot":
      return polls.castBallot(...request.values);
    case "tallyStances":
      return polls.tallyStances(...request.values);
    case "tallyImpacts":
      return polls.tallyImpacts(...request.values);
    case "ballotsOf":
      return polls.ballotsOf(...request.values);
    case "removeAllPolls":
      return polls.removeAllPolls(...request.values);
    case "check":
      database.get("SELECT count(*) FROM map");
      return undefined;
    default:
      return unreachable(request);
  }
}

function answerTo(number: number, task: () => unknown): StoreAnswer {
  try {
    return { number, ok: true, value: task() };
  } catch (error) {
    const { code, message } = toStoreError(error);
    return { number, ok: false, code, message };
  }
}
