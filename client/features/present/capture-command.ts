import { boundsOf, cardBox, type Rect } from "#shared/diagram/index.ts";
import { freePlace } from "#shared/layout/index.ts";
import {
  type Argument,
  type ArgumentId,
  argumentRef,
  blankCard,
  type Card,
  type CardId,
  type Command,
  cardRef,
  type Point,
  type Step,
} from "#shared/model/index.ts";
import type { Shown } from "#shared/presenting/index.ts";
import type { OpenSession } from "../../session/open-session.ts";

/** What a card from the floor is to what is in focus; `open` stands by itself. */
export type FloorKind = "but" | "because" | "open";

type Capture = Readonly<{
  text: string;
  kind: FloorKind;
  focus: Card | Argument | undefined;
  /** The step that is shown: it shows the new card from now on. */
  step: Step | undefined;
  /** What is in view of it so far; in a step that builds up, the new card comes right after that. */
  inView: ReadonlySet<Shown> | "all";
  /** By which cards from the floor are known. */
  tag: string;
}>;

const gapPx = 40;

/** One command: the card, its tag, what it speaks to, and its place in the step; so one undo takes all of it back. */
export function captureCommand(
  session: OpenSession,
  { text, kind, focus, step, inView, tag }: Capture,
): Command {
  const id = session.createId<CardId>();
  const by = session.by();
  const argument = session.createId<ArgumentId>();
  const isLinked = focus !== undefined && kind !== "open";
  const commands: Command[] = [
    { type: "addCard", id, kind: "claim", text, at: placeFor(session, text, focus, step), by },
    { type: "tag", id, tag, on: true },
  ];
  if (isLinked) {
    commands.push({
      type: "connect",
      id: argument,
      polarity: kind === "but" ? "oppose" : "support",
      premises: [id],
      target: focus.type === "card" ? cardRef(focus.id) : argumentRef(focus.id),
      by,
    });
  }
  if (step && inView !== "all") {
    const at = step.shows.findLastIndex((shown) => inView.has(shown)) + 1;
    const added: readonly Shown[] = isLinked ? [id, argument] : [id];
    const shows = [...step.shows.slice(0, at), ...added, ...step.shows.slice(at)];
    commands.push({ type: "setShows", id: step.id, shows });
  }
  return { type: "batch", commands };
}

/** Free ground right below what it speaks to, or below what the step shows. O(map), once for a card. */
function placeFor(
  { doc }: OpenSession,
  text: string,
  focus: Card | Argument | undefined,
  step: Step | undefined,
): Point {
  const rects = new Map<CardId, Rect>();
  for (const record of doc.records.values()) {
    if (record.type !== "card") continue;
    const [x, y] = doc.position(record.id) ?? [0, 0];
    const { width, height } = cardBox(record, () => undefined);
    rects.set(record.id, { x, y, width, height });
  }
  const rectsOf = (ids: Iterable<CardId>) => [...ids].flatMap((id) => rects.get(id) ?? []);
  const heads = focus ? (focus.type === "card" ? [focus.id] : focus.premises) : (step?.shows ?? []);
  const head = boundsOf(rectsOf(heads as readonly CardId[])) ?? boundsOf(rects.values());
  const size = cardBox(blankCard("new" as CardId, { kind: "claim", text, createdAt: 0 }), () => undefined);
  const near: Point = head ? [head.x, head.y + head.height + gapPx] : [0, 0];
  return freePlace(near, size, (box) => [...rects.values()].some((rect) => overlaps(rect, box)));
}

function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
