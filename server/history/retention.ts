import { limits } from "#shared/protocol/limits.ts";
import type { StoredVersion } from "./ports.ts";

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
/** As many last hours keep every automatic version that was made in them. */
const allKeptMs = 2 * hourMs;

/**
 * Which versions of one map may go. Named ones stay. Of automatic ones the last in each hour stays for 48 hours and the
 * last in each day (UTC both) for `keepMs`; what was there before restoring stays as long, up to a number.
 */
export function versionsToForget(
  versions: readonly StoredVersion[],
  now: number,
  keepMs: number,
): readonly string[] {
  const newestFirst = [...versions].sort((a, b) => b.at - a.at || b.sequence - a.sequence);
  const seen = new Set<string>();
  let beforeRestoring = 0;
  const isKept = ({ kind, at }: StoredVersion): boolean => {
    if (kind === "named") return true;
    const age = now - at;
    if (age > keepMs) return false;
    if (kind === "before-restoring") return ++beforeRestoring <= limits.maxVersionsBeforeRestoring;
    if (age <= allKeptMs) return true;
    const slot =
      age <= limits.keepHourlyVersionsMs
        ? `hour ${Math.floor(at / hourMs)}`
        : `day ${Math.floor(at / dayMs)}`;
    if (seen.has(slot)) return false;
    seen.add(slot);
    return true;
  };
  return newestFirst.filter((version) => !isKept(version)).map(({ id }) => id);
}
