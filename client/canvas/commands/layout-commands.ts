import type { CanvasTools } from "../canvas-context.tsx";
import { selectedCards } from "../selected-cards.ts";
import type { TidyRequest, TidyScope } from "../tidy/tidy-request.ts";
import { type MapCommand, plain } from "./map-command.ts";

/** One card means all that hangs on it, several mean just these, and none the whole map. */
export function tidyScope({ ui, session }: Pick<CanvasTools, "ui" | "session">): TidyScope {
  const cards = selectedCards(ui, session).map(({ id }) => id);
  const [first, ...others] = cards;
  if (!first) return { type: "map" };
  return others.length > 0 ? { type: "cards", ids: cards } : { type: "subtree", root: first };
}

function tidying(
  arrangement: TidyRequest["arrangement"],
  direction: TidyRequest["direction"],
): MapCommand["run"] {
  return (tools) => {
    const request = { scope: tidyScope(tools), arrangement, direction };
    // What it takes comes when first asked for; without a network it may not.
    void import("../tidy/tidy-up.ts").then(
      ({ tidyUp }) => tidyUp(tools, request),
      () => tools.tell(tools.t("app.partMissing")),
    );
  };
}

/** Lays out what is selected, or the whole map where nothing is. */
export const layoutCommands: readonly MapCommand[] = [
  {
    id: "tidyCompact",
    group: "arrange",
    keys: plain("T"),
    changes: true,
    run: tidying("compact", "right"),
  },
  {
    id: "tidyRight",
    group: "arrange",
    changes: true,
    run: tidying("tree", "right"),
  },
  { id: "tidyDown", group: "arrange", changes: true, run: tidying("tree", "down") },
  { id: "tidyUp", group: "arrange", changes: true, run: tidying("tree", "up") },
  { id: "tidyLayered", group: "arrange", changes: true, run: tidying("layered", "right") },
];
