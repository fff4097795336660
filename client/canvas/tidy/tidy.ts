import { err, ok, type Result } from "#shared/lib/result.ts";
import type { CardId, Point } from "#shared/model/index.ts";
import { getAs } from "#shared/model/index.ts";
import type { OpenSession } from "../../session/open-session.ts";
import { askWorker, type Unanswered } from "../ask-worker.ts";
import type { CanvasScene } from "../scene/canvas-scene.ts";
import { flight } from "../view/flight.ts";
import { packMap } from "./pack-map.ts";
import { type Moves, showMoves } from "./show-moves.ts";
import type { TidyAnswer, TidyFault, TidyOutcome, TidyQuestion, TidyRequest } from "./tidy-request.ts";

const flightMs = 260;
/** Above this many cards one would see a swarm, not a movement. */
const maxAnimated = 300;
/** Layers are given up after this long, for a tree. */
const layeredDeadlineMs = 5_000;
/** Twenty times what the largest maps take. */
const deadlineMs = 10_000;

type Session = Pick<OpenSession, "doc" | "apply">;

/** The last request of each session: a newer one ends it. */
const runs = new WeakMap<Session, AbortController>();

/**
 * Lays out the map or a part of it: reckoned off the page's thread, written as one command of origin `layout`
 * (positions only, one step of undo), and shown as a short movement where the person allows motion. A newer request
 * takes the place of one that is under way. Reading the map for the worker is O(map); see `packMap`.
 */
export async function tidy(
  session: Session,
  scene: CanvasScene,
  request: TidyRequest,
): Promise<Result<TidyOutcome, TidyFault>> {
  runs.get(session)?.abort();
  const run = new AbortController();
  runs.set(session, run);
  const before = new Map<CardId, Point | undefined>();
  const map = packMap(
    session.doc.records.values(),
    (id) => scene.boxOf(id),
    (id) => {
      const at = session.doc.position(id);
      before.set(id, at);
      return at;
    },
  );
  const { answer, fellBack } = await reckon({ map, request }, run.signal);
  if (typeof answer === "string") return err({ code: answer });
  const moves = stillDue(answer, session, before);
  if (moves.length === 0) return ok({ moved: 0, fellBack });
  const written = session.apply({ type: "moveCards", to: moves.map(([id, , to]) => [id, to]) }, "layout");
  if (!written.ok) return err({ code: "refused", fault: written.error });
  const durationMs = moves.length <= maxAnimated ? flight(flightMs) : 0;
  if (durationMs > 0) showMoves(scene, moves, durationMs, run.signal);
  return ok({ moved: moves.length, fellBack });
}

type Reckoned = Readonly<{ answer: Unanswered | NonNullable<TidyAnswer>; fellBack: boolean }>;

async function reckon(question: TidyQuestion, signal: AbortSignal): Promise<Reckoned> {
  if (question.request.arrangement !== "layered") {
    return { answer: await ask(treeWorker(), question, deadlineMs, signal), fellBack: false };
  }
  const answer = await ask(layeredWorker(), question, layeredDeadlineMs, signal);
  if (answer !== "too-slow" && answer !== "failed") return { answer, fellBack: false };
  const request: TidyRequest = { ...question.request, arrangement: "tree" };
  return {
    answer: await ask(treeWorker(), { ...question, request }, deadlineMs, signal),
    fellBack: true,
  };
}

const ask = askWorker<TidyQuestion, TidyAnswer>;

function treeWorker(): Worker {
  return new Worker(new URL("./tidy-worker.ts", import.meta.url), { type: "module" });
}

/** Brings Graphviz along, so it is loaded only when somebody asks for layers. */
function layeredWorker(): Worker {
  return new Worker(new URL("./layered-worker.ts", import.meta.url), { type: "module" });
}

type Places = ReadonlyMap<CardId, Point | undefined>;

/** Cards may have gone, or been pinned or moved by somebody, while it was reckoned. */
function stillDue(answer: NonNullable<TidyAnswer>, { doc }: Session, before: Places): Moves {
  return answer.flatMap(([id, to]): readonly (readonly [CardId, Point, Point])[] => {
    const card = getAs(doc, "card", id);
    const at = doc.position(id);
    return card && !card.pinned && isSamePlace(at, before.get(id)) ? [[id, at ?? to, to]] : [];
  });
}

function isSamePlace(a: Point | undefined, b: Point | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}
