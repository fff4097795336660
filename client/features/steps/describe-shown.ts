import { type ArgumentId, type CardId, getAs, type MapView } from "#shared/model/index.ts";
import type { SaySteps } from "./steps-words.ts";

/** What a card says, or an argument by its relation and premises; undefined where it is gone. */
export function shownText(
  view: Pick<MapView, "get">,
  id: CardId | ArgumentId,
  say: SaySteps,
): string | undefined {
  const card = getAs(view, "card", id);
  if (card) return card.text || say("steps.emptyCard");
  const argument = getAs(view, "argument", id);
  if (!argument) return undefined;
  const texts = argument.premises.map((premise) => {
    return getAs(view, "card", premise)?.text || say("steps.emptyCard");
  });
  const text = texts.join(" + ");
  return argument.polarity === "support" ? say("steps.because", { text }) : say("steps.but", { text });
}
