import { ArrowDownFromLine, ArrowRightFromLine, ArrowUpFromLine, Layers, LayoutGrid } from "lucide-react";
import { getAs, type RecordId } from "#shared/model/index.ts";
import type { CanvasTools } from "../canvas-context.tsx";
import { tidy } from "../tidy/tidy.ts";
import type { TidyRequest, TidyScope } from "../tidy/tidy-request.ts";
import { tidyWords } from "../tidy/tidy-words.ts";
import { showAll } from "../view/show-all.ts";
import { type MapCommand, plain } from "./map-command.ts";

/** One card means all that hangs on it, several mean just these, and none the whole map. */
export function tidyScope({ ui, session: { doc } }: Pick<CanvasTools, "ui" | "session">): TidyScope {
  const cards = [...ui.getState().selection].flatMap((id) => getAs(doc, "card", id as RecordId)?.id ?? []);
  const [first, ...others] = cards;
  if (!first) return { type: "map" };
  return others.length > 0 ? { type: "cards", ids: cards } : { type: "subtree", root: first };
}

async function tidyUp(
  tools: CanvasTools,
  how: Pick<TidyRequest, "arrangement" | "direction">,
): Promise<void> {
  const { session, scene, view, tell, t } = tools;
  const { width, height } = view.screen();
  const scope = tidyScope(tools);
  const result = await tidy(session, scene, { ...how, scope, aspect: width / Math.max(1, height) });
  const words = tidyWords(t, result);
  if (words !== undefined) tell(words);
  if (result.ok && result.value.moved > 0 && scope.type === "map") showAll(view, scene);
}

function tidying(
  arrangement: TidyRequest["arrangement"],
  direction: TidyRequest["direction"],
): MapCommand["run"] {
  return (tools) => void tidyUp(tools, { arrangement, direction });
}

/** Lays out what is selected, or the whole map where nothing is. */
export const layoutCommands: readonly MapCommand[] = [
  {
    id: "tidyCompact",
    group: "arrange",
    keys: plain("T"),
    icon: LayoutGrid,
    changes: true,
    run: tidying("compact", "right"),
  },
  {
    id: "tidyRight",
    group: "arrange",
    icon: ArrowRightFromLine,
    changes: true,
    run: tidying("tree", "right"),
  },
  { id: "tidyDown", group: "arrange", icon: ArrowDownFromLine, changes: true, run: tidying("tree", "down") },
  { id: "tidyUp", group: "arrange", icon: ArrowUpFromLine, changes: true, run: tidying("tree", "up") },
  { id: "tidyLayered", group: "arrange", icon: Layers, changes: true, run: tidying("layered", "right") },
];
