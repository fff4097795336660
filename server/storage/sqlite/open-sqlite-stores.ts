import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { AccessStore, AccountStore, CodeStore } from "../../access/ports.ts";
import type { HistoryStore } from "../../history/ports.ts";
import type { PollStore } from "../../polls/ports.ts";
import type { DocumentStore } from "../../rooms/index.ts";
import type { Stores } from "../stores.ts";
import type { DatabaseOptions } from "./database.ts";
import { StoreThread } from "./store-thread.ts";

/** The database of a data directory. */
export const databaseFileName = "counterpoint.db";

export type SqliteOptions = Readonly<{ directory: string }> & Omit<DatabaseOptions, "file">;

/** Opens `counterpoint.db` in a directory, which is made if need be. Rejects when that cannot be done. */
export async function openSqliteStores({ directory, ...options }: SqliteOptions): Promise<Stores> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const thread = new StoreThread({ file: join(directory, databaseFileName), ...options });
  await thread.call("check");
  return {
    documents: documentStore(thread),
    access: accessStore(thread),
    accounts: accountStore(thread),
    codes: codeStore(thread),
    history: historyStore(thread),
    polls: pollStore(thread),
    check: () => thread.call("check"),
    close: () => thread.close(),
  };
}

function documentStore(thread: StoreThread): DocumentStore {
  return {
    load: (map, after = 0) => thread.call("load", map, after),
    append: (map, records) => thread.call("append", { map, records }),
    compact: (map, state, upTo) => thread.call("compact", map, state, upTo),
    loadPrevious: (map) => thread.call("loadPrevious", map),
    forgetPrevious: (before) => thread.call("forgetPrevious", before),
    quarantine: (map, sequence, reason) => thread.call("quarantine", map, sequence, reason),
    keepGlimpse: (map, data, sequence) => thread.call("keepGlimpse", map, data, sequence),
    glimpse: (map) => thread.call("glimpse", map),
    list: () => thread.call("list"),
    heads: (maps) => thread.call("heads", maps),
    remove: (map) => thread.call("remove", map),
    close: () => thread.close(),
  };
}

function historyStore(thread: StoreThread): HistoryStore {
  return {
    add: (map, version, content, unlessSince) =>
      thread.call("addVersion", map, version, content, unlessSince),
    list: (map) => thread.call("listVersions", map),
    read: (map, id) => thread.call("readVersion", map, id),
    remove: (map, ids) => thread.call("removeVersions", map, ids),
    forgetBefore: (before) => thread.call("forgetVersions", before),
    removeAll: (map) => thread.call("removeAllVersions", map),
  };
}

function pollStore(thread: StoreThread): PollStore {
  return {
    create: (map, poll, most) => thread.call("createPoll", map, poll, most),
    list: (map) => thread.call("listPolls", map),
    find: (map, id) => thread.call("findPoll", map, id),
    setState: (map, id, state) => thread.call("setPollState", map, id, state),
    setMoment: (map, id, moment) => thread.call("setPollMoment", map, id, moment),
    setAudience: (map, id, audience) => thread.call("setPollAudience", map, id, audience),
    reset: (map, id, round) => thread.call("resetPoll", map, id, round),
    remove: (map, id) => thread.call("removePoll", map, id),
    cast: (map, id, voter, ballot, most) => thread.call("castBallot", map, id, voter, ballot, most),
    tallyStances: (map, id, round) => thread.call("tallyStances", map, id, round),
    tallyImpacts: (map, id, round) => thread.call("tallyImpacts", map, id, round),
    ballotsOf: (map, voter) => thread.call("ballotsOf", map, voter),
    removeAll: (map) => thread.call("removeAllPolls", map),
  };
}

function accessStore(thread: StoreThread): AccessStore {
  return {
    createMap: (id, createdAt, links) => thread.call("createMap", id, createdAt, links),
    findMap: (id) => thread.call("findMap", id),
    replaceLinks: (id, before, after) => thread.call("replaceLinks", id, before, after),
    setLocked: (id, lockedAt) => thread.call("setLocked", id, lockedAt),
    deleteMap: (id, deletedAt) => thread.call("deleteMap", id, deletedAt),
    restoreMap: (id, deletedBefore) => thread.call("restoreMap", id, deletedBefore),
    listDeleted: (deletedBefore) => thread.call("listDeleted", deletedBefore),
    eraseMap: (id) => thread.call("eraseMap", id),
    grant: (tokenHash, expiresAt, map, grant) => thread.call("grant", tokenHash, expiresAt, map, grant),
    findSession: (tokenHash, map) => thread.call("findSession", tokenHash, map),
    extendSession: (tokenHash, expiresAt) => thread.call("extendSession", tokenHash, expiresAt),
    forgetEnded: (now) => thread.call("forgetEnded", now),
  };
}

function accountStore(thread: StoreThread): AccountStore {
  return {
    note: (account, map, grant, openedAt) => thread.call("noteAccountMap", account, map, grant, openedAt),
    find: (account, map) => thread.call("findAccountMap", account, map),
    list: (account, after, limit) => thread.call("listAccountMaps", account, after, limit),
    forget: (account, map) => thread.call("forgetAccountMap", account, map),
    setTitle: (map, title) => thread.call("setTitle", map, title),
  };
}

function codeStore(thread: StoreThread): CodeStore {
  return {
    add: (code, most) => thread.call("addCode", code, most),
    find: (hash) => thread.call("findCode", hash),
    remove: (map, hash) => thread.call("removeCode", map, hash),
    removeAll: (map, use) => thread.call("removeAllCodes", map, use),
    forgetEnded: (now) => thread.call("forgetEndedCodes", now),
  };
}
