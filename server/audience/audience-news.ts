import * as z from "zod";
import { type Signal, signals } from "#shared/protocol/audience.ts";
import { isMapId, type MapId } from "#shared/protocol/rooms.ts";

/** What somebody says, and how long ago they said it. `who` is a hash. */
export type SignalNews = Readonly<{ map: MapId; who: string; signal: Signal | null; ageMs: number }>;

/** What processes tell each other of their audiences. */
export type AudienceNews =
  /** A process that hears from now on. */
  | Readonly<{ type: "ask" }>
  | Readonly<{ type: "followers"; map: MapId; count: number }>
  | Readonly<{ type: "signal"; signal: SignalNews }>
  /** All that a process knows, in place of what it told before. */
  | Readonly<{
      type: "all";
      followers: readonly (readonly [MapId, number])[];
      signals: readonly SignalNews[];
    }>;

const map = z.custom<MapId>((value) => typeof value === "string" && isMapId(value));
const count = z.int().min(0);
const signal: z.ZodType<SignalNews> = z.object({
  map,
  who: z.string().max(64),
  signal: z.enum(signals).nullable(),
  ageMs: z.number().min(0),
});
const news: z.ZodType<AudienceNews> = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ask") }),
  z.object({ type: z.literal("followers"), map, count }),
  z.object({ type: z.literal("signal"), signal }),
  z.object({
    type: z.literal("all"),
    followers: z.array(z.tuple([map, count])),
    signals: z.array(signal),
  }),
]);

export function writeNews(message: AudienceNews): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(message));
}

/** `undefined` for what cannot be read: a later version may say more, and the bus is lossy anyway. */
export function readNews(bytes: Uint8Array): AudienceNews | undefined {
  try {
    return news.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined;
  }
}
