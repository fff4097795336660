import type { CanvasTools } from "../canvas-context.tsx";

/** Fetches what pasting takes, which few pages need at once; where it cannot be had, that is told. */
export function withPasting(
  { tell, t }: Pick<CanvasTools, "tell" | "t">,
  use: (pasting: typeof import("./paste-cards.ts")) => void,
): void {
  // Offline for the first time that it was needed, or the server was updated under an open page.
  void import("./paste-cards.ts").then(use, () => tell(t("clipboard.notLoaded")));
}
