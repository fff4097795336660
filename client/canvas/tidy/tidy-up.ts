import type { CanvasTools } from "../canvas-context.tsx";
import { showAll } from "../view/show-all.ts";
import { tidy } from "./tidy.ts";
import type { TidyRequest } from "./tidy-request.ts";
import { tidyWords } from "./tidy-words.ts";

/** Lays out what was asked for, says how that went, and shows the map where all of it was meant. */
export async function tidyUp(tools: CanvasTools, request: Omit<TidyRequest, "aspect">): Promise<void> {
  const { session, scene, view, tell, t } = tools;
  const { width, height } = view.screen();
  const result = await tidy(session, scene, { ...request, aspect: width / Math.max(1, height) });
  const words = tidyWords(t, result);
  if (words !== undefined) tell(words);
  if (result.ok && result.value.moved > 0 && request.scope.type === "map") showAll(view, scene);
}
