import { getAs, type MapView, type Ref } from "#shared/model/index.ts";
import { type CanvasTools, useCanvas } from "../../canvas/canvas-context.tsx";
import { flyTo } from "../../canvas/view/jump-to.ts";
import { useRecord } from "../../session/session-context.tsx";
import { useWords } from "../../words/use-words.ts";
import type { Translate } from "../../words/words.ts";
import { type SayTalk, useTalkWords } from "./talk-words.ts";

/** What is being talked about, in a few words. */
export function useSubject(on: Ref): string {
  const t = useWords();
  const say = useTalkWords();
  const { session } = useCanvas();
  useRecord(on.type, on.id);
  return subjectText(on, session.doc, t, say);
}

/** Brings what is being talked about into the middle of the window, as far as it is still there. */
export function showSubject(tools: CanvasTools, on: Ref): void {
  const argument = on.type === "argument" ? getAs(tools.session.doc, "argument", on.id) : undefined;
  const card = on.type === "card" ? getAs(tools.session.doc, "card", on.id)?.id : argument?.premises[0];
  if (card) flyTo(tools, card);
}

/** Of an argument about an argument about an argument nobody reads more than the first two. */
const mostNested = 1;

function subjectText(on: Ref, view: Pick<MapView, "get">, t: Translate, say: SayTalk, nested = 0): string {
  if (on.type === "card") {
    const card = getAs(view, "card", on.id);
    return card ? card.title || card.text || t("card.empty") : say("talk.deletedSubject");
  }
  const argument = getAs(view, "argument", on.id);
  if (!argument) return say("talk.deletedSubject");
  if (nested > mostNested) return "…";
  const textOf = (ref: Ref) => quoted(subjectText(ref, view, t, say, nested + 1));
  const premises = argument.premises.map((id) => textOf({ type: "card", id })).join(", ");
  return say("talk.step", { premises, target: textOf(argument.target) });
}

function quoted(text: string): string {
  return `“${text}”`;
}
