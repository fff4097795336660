import * as z from "zod";

/** How a person appears to the others. The server overwrites `role`; the rest is theirs to choose. */
export type PresentUser = Readonly<{ name: string; color: string }>;

/** The stretch of canvas that one sees: its middle in canvas pixels, the zoom, and the window in screen pixels. */
export type PresentView = Readonly<{ x: number; y: number; zoom: number; width: number; height: number }>;

/**
 * One peer's awareness state. Foreign data: parse before use. Kept under 1 KB; never holds text of the map.
 * `drag` is a move in progress as ids and one offset in canvas pixels. Clients from before there were views, following
 * and calls leave those fields out.
 */
export type Presence = Readonly<{
  user: PresentUser;
  cursor: readonly [number, number] | null;
  selection: readonly string[];
  editing: string | null;
  drag: Readonly<{ ids: readonly string[]; dx: number; dy: number }> | null;
  /** Keys are being pressed in the card that is open for writing. */
  typing: boolean;
  view: PresentView | null;
  /** The client whose view one has before one in place of one's own. */
  follows: number | null;
  /** How often one has asked everybody to come to where one looks. */
  calls: number;
}>;

const finite = z.number().min(-1e7).max(1e7);
const id = z.string().max(64);
const pixels = z.number().min(1).max(1e5);
const count = z.number().int().min(0).max(0xffff_ffff);

export const presenceSchema: z.ZodType<Presence> = z.object({
  user: z.object({
    name: z.string().min(1).max(40),
    color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  cursor: z.tuple([finite, finite]).nullable(),
  selection: z.array(id).max(50),
  editing: id.nullable(),
  drag: z.object({ ids: z.array(id).max(50), dx: finite, dy: finite }).nullable(),
  typing: z.boolean().default(false),
  view: z
    .object({ x: finite, y: finite, zoom: z.number().min(1e-4).max(1e3), width: pixels, height: pixels })
    .nullable()
    .default(null),
  follows: count.nullable().default(null),
  calls: count.default(0),
});
