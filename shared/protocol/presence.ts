import * as z from "zod";

/** How a person appears to the others. The server overwrites `role`; the rest is theirs to choose. */
export type PresentUser = Readonly<{ name: string; color: string }>;

/**
 * One peer's awareness state. Foreign data: parse before use. Kept under 1 KB; never holds text of the map.
 * `drag` is a move in progress as ids and one offset in canvas pixels.
 */
export type Presence = Readonly<{
  user: PresentUser;
  cursor: readonly [number, number] | null;
  selection: readonly string[];
  editing: string | null;
  drag: Readonly<{ ids: readonly string[]; dx: number; dy: number }> | null;
}>;

const finite = z.number().min(-1e7).max(1e7);
const id = z.string().max(64);

export const presenceSchema: z.ZodType<Presence> = z.object({
  user: z.object({
    name: z.string().min(1).max(40),
    color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  cursor: z.tuple([finite, finite]).nullable(),
  selection: z.array(id).max(50),
  editing: id.nullable(),
  drag: z.object({ ids: z.array(id).max(50), dx: finite, dy: finite }).nullable(),
});
