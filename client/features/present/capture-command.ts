import { boundsOf, cardBox, type Rect } from "#shared/diagram/index.ts";
import { freePlace, placeBeside, stepBeside } from "#shared/layout/index.ts";
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
import { linksTo } from "#shared/outline/index.ts";
import type { Shown } from "#shared/presenting/index.ts";
import type { OpenSession } from "../../session/open-session.ts";

/** What a card from the floor is to what is in focus; `open` is a claim that stands by itself. */
export type FloorKind = "but" | "because" | "answer" | "question" | "open";

/** What can be said about it, what is said most first. */
export function floorKinds(focus: Card | Argument | undefined): readonly FloorKind[] {
  if (!focus) return ["open", "question"];
  const isQuestion = focus.type === "card" && focus.kind === "question";
  return isQuestion ? ["answer", "question", "open"] : ["but", "because", "question", "open"];
}

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
  const cardKind = kind === "question" ? "question" : "claim";
  const commands: Command[] = [
    { type: "addCard", id, kind: cardKind, text, at: placeFor(session, text, focus, step), by },
    { type: "tag", id, tag, on: true },
  ];
  const target = focus && (focus.type === "card" ? cardRef(focus.id) : argumentRef(focus.id));
  const isArgued = target !== undefined && (kind === "but" || kind === "because");
  if (isArgued) {
    const polarity = kind === "but" ? "oppose" : "support";
    commands.push({ type: "connect", id: argument, polarity, premises: [id], target, by });
  } else if (target && kind === "question") commands.push({ type: "setRaisedBy", question: id, by: target });
  else if (target?.type === "card" && kind === "answer")
    commands.push({ type: "answer", claim: id, question: target.id, on: true });
  if (step && inView !== "all") {
    const at = step.shows.findLastIndex((shown) => inView.has(shown)) + 1;
    const added: readonly Shown[] = isArgued ? [id, argument] : [id];
    const shows = [...step.shows.slice(0, at), ...added, ...step.shows.slice(at)];
    commands.push({ type: "setShows", id: step.id, shows });
    // A camera that holds cards holds this one, too: what is off the screen is not shown.
    const fits = [...step.fits, id];
    if (step.fits.length > 0) commands.push({ type: "editStep", id: step.id, values: { fits } });
  }
  return { type: "batch", commands };
}

/** Free ground after what speaks to the focus already, or below what the step shows. O(map), once for a card. */
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
  const rectsOf = (ids: readonly string[]) => ids.flatMap((id) => rects.get(id as CardId) ?? []);
  const size = cardBox(blankCard("new" as CardId, { kind: "claim", text, createdAt: 0 }), () => undefined);
  const isTaken = (box: Rect) => [...rects.values()].some((rect) => overlaps(rect, box));
  const head = focus && boundsOf(rectsOf(focus.type === "card" ? [focus.id] : focus.premises));
  if (!focus || !head) {
    const shown = boundsOf(rectsOf(step?.shows ?? [])) ?? boundsOf(rects.values());
    return freePlace(shown ? [shown.x, shown.y + shown.height + gapPx] : [0, 0], size, isTaken);
  }
  const ref = focus.type === "card" ? cardRef(focus.id) : argumentRef(focus.id);
  const speakers = linksTo(doc, ref).flatMap(({ relation, card }) => (relation === "conflict" ? [] : card));
  const beside = focus.type === "card" ? "card" : stepBeside(head, rectsOf([focus.target.id])[0]);
  return placeBeside(head, rectsOf(speakers), beside, size, isTaken);
}

function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
