import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limits } from "#shared/protocol/limits.ts";
import type { StoredVersion } from "./ports.ts";
import { versionsToForget } from "./retention.ts";

const hour = 3_600_000;
const day = 24 * hour;
const keepMs = 30 * day;
/** The beginning of a day. */
const now = 20_000 * day;

function version(ageMs: number, given: Partial<StoredVersion> = {}): StoredVersion {
  const id = `${given.kind ?? "automatic"} ${ageMs}`;
  return { id, at: now - ageMs, kind: "automatic", name: "", author: "", sequence: 1, cards: 0, ...given };
}

function kept(versions: readonly StoredVersion[]): readonly string[] {
  const gone = new Set(versionsToForget(versions, now, keepMs));
  return versions.map(({ id }) => id).filter((id) => !gone.has(id));
}

describe("which versions are kept", () => {
  it("[V3] the last of each hour for 48 hours, then the last of each day, for 30 days", () => {
    const inOneHour = [5 * hour - 1, 5 * hour - 600_000, 4 * hour + 1].map((age) => version(age));
    expect(kept(inOneHour)).toEqual([version(4 * hour + 1).id]);
    const inOneDay = [4 * day - 1, 3.5 * day, 3 * day + 1].map((age) => version(age));
    expect(kept(inOneDay)).toEqual([version(3 * day + 1).id]);
    expect(kept([version(keepMs), version(keepMs + 1)])).toEqual([version(keepMs).id]);
  });

  it("[V3] all of the last two hours", () => {
    const recent = [0, 600_000, 1_200_000, 2 * hour].map((age) => version(age));
    expect(kept(recent)).toHaveLength(4);
  });

  it("[V3] named ones for ever, whatever else there is", () => {
    const named = [0, 5 * hour, 5 * hour + 1, 900 * day].map((age) => version(age, { kind: "named" }));
    expect(kept([...named, version(5 * hour + 2)])).toHaveLength(5);
  });

  it("[V3] the last ones from before restoring, as long as automatic ones", () => {
    const count = limits.maxVersionsBeforeRestoring + 3;
    const versions = Array.from({ length: count }, (_, age) => version(age, { kind: "before-restoring" }));
    expect(kept(versions)).toEqual(versions.slice(0, limits.maxVersionsBeforeRestoring).map(({ id }) => id));
    expect(kept([version(keepMs + 1, { kind: "before-restoring" })])).toEqual([]);
  });

  it("[V3] never more than 100 automatic ones and those of two hours, and the newest always", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(40 * day), { minLength: 1, maxLength: 400 }), (ages) => {
        const versions = ages.map((age) => version(age));
        const rest = kept(versions);
        const recent = ages.filter((age) => age <= 2 * hour).length;
        expect(rest.length).toBeLessThanOrEqual(recent + 49 + 31);
        const youngest = Math.min(...ages);
        if (youngest <= keepMs) expect(rest).toContain(version(youngest).id);
        // What was kept once is not let go of because of what went.
        expect(kept(versions.filter(({ id }) => rest.includes(id)))).toEqual(rest);
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});
