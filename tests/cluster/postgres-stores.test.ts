import { describe, expect, inject, it } from "vitest";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { PollId } from "#shared/talk/index.ts";
import { silentLog } from "../../server/logging.ts";
import type { VoterId } from "../../server/polls/ports.ts";
import { openPostgresStores } from "../../server/storage/postgres/open-postgres-stores.ts";
import { migrations } from "../../server/storage/postgres/schema.ts";
import { describeAccessStore } from "../support/describe-access-store.ts";
import { describeAccountStore } from "../support/describe-account-store.ts";
import { describeCodeStore } from "../support/describe-code-store.ts";
import { describeDocumentStore } from "../support/describe-document-store.ts";
import { describeHistoryStore } from "../support/describe-history-store.ts";
import { describePollStore } from "../support/describe-poll-store.ts";
import { ask, createDatabase } from "../support/postgres-instance.ts";

const map = "some-map-01" as MapId;

async function open() {
  const url = await createDatabase(inject("postgresUrl"));
  const again = () => openPostgresStores({ url, log: silentLog });
  const stores = await again();
  return { url, again, stores, dispose: () => stores.close() };
}

describeDocumentStore("postgres", async () => {
  const { again, stores, dispose } = await open();
  return { store: stores.documents, reopen: async () => (await again()).documents, dispose };
});

describeAccessStore("postgres", async () => {
  const { stores, dispose } = await open();
  return { store: stores.access, dispose };
});

describeAccountStore("postgres", async () => {
  const { stores, dispose } = await open();
  return { ...stores, dispose };
});

describeCodeStore("postgres", async () => {
  const { stores, dispose } = await open();
  return { ...stores, dispose };
});

describeHistoryStore("postgres", async () => {
  const { stores, dispose } = await open();
  return { store: stores.history, dispose };
});

describePollStore("postgres", async () => {
  const { stores, dispose } = await open();
  return { store: stores.polls, dispose };
});

describe("postgres stores", () => {
  it("[F5] [P1] [S2] number the records of many processes without gaps, in the order in which they can be read", async () => {
    const { again, stores } = await open();
    const processes = [stores, await again(), await again()];
    let isDone = false;
    const appends = processes.map(async ({ documents }, index) => {
      for (let round = 0; round < 40; round++)
        await documents.append(map, [Uint8Array.of(index), Uint8Array.of(round)]);
    });
    const all = Promise.all(appends).then(() => {
      isDone = true;
    });
    // A reader that saw 7 before 6 would take 6 for lost: `load` rejects at a gap.
    let head = 0;
    while (!isDone) {
      const seen = await stores.documents.load(map, head);
      expect(seen?.tail.length ?? 0).toBe((seen?.head ?? 0) - head);
      head = seen?.head ?? 0;
    }
    await all;
    expect((await stores.documents.load(map))?.tail).toHaveLength(3 * 40 * 2);
    for (const { close } of processes) await close();
  });

  it("[S2] refuse to load a document whose records are not all there", async () => {
    const { url, stores, dispose } = await open();
    await stores.documents.append(map, [Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)]);
    await ask(url, "DELETE FROM log_record WHERE sequence = 2");
    await expect(stores.documents.load(map)).rejects.toMatchObject({ code: "corrupt" });
    await ask(url, "DELETE FROM log_record WHERE sequence = 3");
    await expect(stores.documents.load(map)).rejects.toMatchObject({ code: "corrupt" });
    await dispose();
  });

  it("[P1] [S10] are made once, by however many processes start at once", async () => {
    const url = await createDatabase(inject("postgresUrl"));
    const opened = await Promise.all([1, 2, 3, 4].map(() => openPostgresStores({ url, log: silentLog })));
    expect(await ask(url, "SELECT count(*)::int AS rows FROM structure")).toEqual([{ rows: 1 }]);
    for (const { close } of opened) await close();
  });

  it("[S10] bring a database of the first structure up to date, with what is in it", async () => {
    const url = await createDatabase(inject("postgresUrl"));
    await ask(url, migrations[0] ?? "");
    await ask(url, "CREATE TABLE structure (version BIGINT NOT NULL)");
    await ask(url, "INSERT INTO structure VALUES (1)");
    await ask(url, `INSERT INTO map (id, created_at) VALUES ('${map}', 1000)`);
    await ask(
      url,
      `INSERT INTO link (map, name, generation, secret_hash) VALUES ('${map}', 'edit', 2, 'hash')`,
    );
    const { access, accounts, close } = await openPostgresStores({ url, log: silentLog });
    expect((await access.findMap(map))?.createdAt).toBe(1000);
    await accounts.note("ann", map, { link: "edit", generation: 2 }, 3000);
    expect(await accounts.list("ann", undefined, 10)).toMatchObject([{ id: map, title: "", openedAt: 3000 }]);
    await close();
  });

  it("[S10] [T15] have votes from before there were moments as votes of the first, which go on", async () => {
    const url = await createDatabase(inject("postgresUrl"));
    const before = migrations.findIndex((migration) => migration.includes("ballots_after"));
    for (const migration of migrations.slice(0, before)) await ask(url, migration);
    await ask(url, "CREATE TABLE structure (version BIGINT NOT NULL)");
    await ask(url, `INSERT INTO structure VALUES (${before})`);
    await ask(url, `INSERT INTO poll VALUES ('${map}', 'p1', 'a', 'open', 2, 1, 7, 5)`);
    await ask(url, `INSERT INTO ballot VALUES ('${map}', 'p1', 2, 'ann', 'agree')`);
    const { polls, close } = await openPostgresStores({ url, log: silentLog });
    const id = "p1" as PollId;
    expect(await polls.list(map)).toEqual([
      {
        ...{ id, card: "a", kind: "stance", audience: "commenters", state: "open", moment: "before" },
        ...{ round: 2, voted: { before: 1, after: 0, both: 0 }, revision: 7, createdAt: 5 },
      },
    ]);
    await polls.setMoment(map, id, "after");
    const said = { stance: "disagree", confidence: 3 } as const;
    const ballot = { kind: "stance", round: 2, moment: "after", ...said } as const;
    await polls.cast(map, id, "ann" as VoterId, ballot, 9);
    expect(await polls.tallyStances(map, id, 2)).toEqual([
      {
        before: { stance: "agree", confidence: null },
        after: { stance: "disagree", confidence: 3 },
        voters: 1,
      },
    ]);
    await close();
  });

  it("[S10] refuse a database that a newer program wrote", async () => {
    const { url, again, dispose } = await open();
    await dispose();
    await ask(url, "UPDATE structure SET version = 99");
    await expect(again()).rejects.toThrow(/newer program/);
  });

  it("[P1] [S1] wait for the disk, even where the database is set not to", async () => {
    const { url, stores, dispose } = await open();
    // The tests' own instance is set so.
    expect(await ask(url, "SHOW synchronous_commit")).toEqual([{ synchronous_commit: "off" }]);
    await ask(
      url,
      `CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS
       $$BEGIN INSERT INTO noted VALUES (current_setting('synchronous_commit')); RETURN NEW; END$$`,
    );
    await ask(url, "CREATE TABLE noted (setting TEXT)");
    await ask(url, "CREATE TRIGGER noting AFTER INSERT ON log_record EXECUTE FUNCTION note()");
    await stores.documents.append(map, [Uint8Array.of(1)]);
    expect(await ask(url, "SELECT setting FROM noted")).toEqual([{ setting: "on" }]);
    await dispose();
  });

  it("[P5] [S7] fail while the database ends their connections, and work again by themselves", async () => {
    const { url, stores, dispose } = await open();
    await stores.documents.append(map, [Uint8Array.of(1)]);
    await ask(
      url,
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
    await expect
      .poll(() =>
        stores.check().then(
          () => "well",
          () => "ill",
        ),
      )
      .toBe("well");
    expect(await stores.documents.append(map, [Uint8Array.of(2)])).toBe(2);
    await dispose();
  });

  it("answer nothing after they were closed", async () => {
    const { stores, dispose } = await open();
    await dispose();
    await expect(stores.check()).rejects.toMatchObject({ code: "closed" });
    await expect(stores.documents.compact(map, Uint8Array.of(1), 1)).rejects.toMatchObject({
      code: "closed",
    });
  });
});
