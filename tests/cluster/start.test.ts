import { describe, expect, inject, it } from "vitest";
import { runCli } from "../../server/cli/cli.ts";
import { commandIo } from "../support/command-io.ts";
import { ask, createDatabase } from "../support/postgres-instance.ts";
import { freePort } from "../support/private-program.ts";

async function serve(environment: Record<string, string>, stopRequested: Promise<string>) {
  const settings = { PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "silent", ...environment };
  const io = commandIo({ environment: settings, stopRequested });
  return { code: await runCli(["serve"], io), ...io.said };
}

describe("counterpoint serve", () => {
  it("[R2] says in a sentence that PostgreSQL cannot be reached, without the password, and ends with 1", async () => {
    const url = `postgres://maps:much-too-secret@127.0.0.1:${await freePort()}/maps`;
    const { code, stdout, stderr } = await serve({ DATABASE_URL: url }, new Promise(() => undefined));
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("The PostgreSQL database cannot be opened:");
    expect(stderr).toContain("Check DATABASE_URL");
    expect(stderr).not.toContain("secret");
  });

  it("[P1] [P2] makes the tables it needs, and starts whether or not Redis is there", async () => {
    const url = await createDatabase(inject("postgresUrl"));
    const redis = `redis://127.0.0.1:${await freePort()}`;
    const { code, stdout } = await serve({ DATABASE_URL: url, REDIS_URL: redis }, Promise.resolve("SIGTERM"));
    expect([code, stdout.includes("Counterpoint is ready at")]).toEqual([0, true]);
    expect(await ask(url, "SELECT count(*)::int AS maps FROM map")).toEqual([{ maps: 0 }]);
  });
});
