import { type Stage, stageSchema } from "#shared/protocol/stage.ts";

/** A talk is not taken up again after this time. */
const keptForMs = 12 * 3_600_000;

/** The talk of a window, through its being loaded anew. */
export type KeptStage = Readonly<{
  read: () => Stage | null;
  write: (stage: Stage) => void;
}>;

/** In the storage that lives as long as the window; a browser that refuses it keeps nothing. */
export function keptStage(mapId: string, open: () => Storage, now: () => number): KeptStage {
  const key = `counterpoint.stage.${mapId}`;
  return {
    read: () => {
      try {
        const read = stageSchema.safeParse(JSON.parse(open().getItem(key) ?? "null"));
        const isCurrent = read.success && !read.data.isOver && now() - read.data.startedAt < keptForMs;
        return isCurrent ? read.data : null;
      } catch {
        return null; // storage is denied, or what it holds was not written here: the talk begins afresh
      }
    },
    write: (stage) => {
      try {
        open().setItem(key, JSON.stringify(stage));
      } catch {
        // Denied or full: other windows, and the others' presence, still have the talk.
      }
    },
  };
}
