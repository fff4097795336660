import * as s from "#shared/lib/schema.ts";

/** Of a name by which others see somebody. */
export const maxPersonNameChars = 40;

/**
 * How a person appears to the others. The server overwrites `role`, and `name` where people sign in; the rest is theirs
 * to choose.
 */
export type PresentUser = Readonly<{ name: string; color: string }>;

/** The stretch of canvas that one sees: its middle in canvas pixels, the zoom, and the window in screen pixels. */
export type PresentView = Readonly<{ x: number; y: number; zoom: number; width: number; height: number }>;

/**
 * One peer's awareness state. Foreign data: parse before use. Kept under 1 KB; never holds text of the map.
 * `drag` is a move in progress as ids and one offset in canvas pixels. Clients from before there were views, following,
 * calls and talks leave those fields out.
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
  /** What one knows of a talk that one steers, as `stageSchema` reads it: few need that, so it is not read here. */
  stage: unknown;
  /** Where one points for everybody, in canvas pixels. */
  laser: readonly [number, number] | null;
}>;

const finite = s.number(-1e7, 1e7);
const point = s.nullable(s.tuple(finite, finite));
const id = s.string({ max: 64 });
const pixels = s.number(1, 1e5);
const count = s.integer(0, 0xffff_ffff);

export const presenceSchema: s.Schema<Presence> = s.object<Presence>({
  user: s.object<PresentUser>({
    name: s.string({ min: 1, max: maxPersonNameChars }),
    color: s.string({ holds: (color) => /^#[0-9a-f]{6}$/.test(color) }),
  }),
  cursor: point,
  selection: s.array(id, 50),
  editing: s.nullable(id),
  drag: s.nullable(s.object({ ids: s.array(id, 50), dx: finite, dy: finite })),
  typing: s.withDefault(s.boolean(), false),
  view: s.withDefault(
    s.nullable(s.object({ x: finite, y: finite, zoom: s.number(1e-4, 1e3), width: pixels, height: pixels })),
    null,
  ),
  follows: s.withDefault(s.nullable(count), null),
  calls: s.withDefault(count, 0),
  stage: s.withDefault(s.unknown(), null),
  laser: s.withDefault(point, null),
});
