import type { CanvasTools } from "../canvas-context.tsx";

type Copying = typeof import("./copy-cards.ts");

let known: Copying | undefined;

/** Fetches what copying takes, once. Rejects where the server cannot be reached. */
export async function fetchCopying(): Promise<Copying> {
  known ??= await import("./copy-cards.ts");
  return known;
}

/** What copying takes, if it is here: a copy event has to be answered at once. */
export function knownCopying(): Copying | undefined {
  return known;
}

/** Copies as soon as that can be done; where what it takes cannot be had, that is told. */
export function withCopying(
  { tell, t }: Pick<CanvasTools, "tell" | "t">,
  use: (copying: Copying) => void,
): void {
  // At once if it can be: browsers let a page write only while it answers to a key or a press.
  if (known) use(known);
  else void fetchCopying().then(use, () => tell(t("app.partMissing")));
}
