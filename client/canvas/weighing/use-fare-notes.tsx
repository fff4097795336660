import { useMemo } from "react";
import type { CardId, StepLayer } from "#shared/model/index.ts";
import { weighing as words } from "../../words/en/weighing.ts";
import { useLaterWords } from "../../words/later-words.ts";
import type { CanvasNotes } from "../canvas-context.tsx";
import { takenOnEdge } from "../layers/bitmap/draw-marks.ts";
import { drawFare, farePlace } from "./draw-fare.ts";
import { CardFare, FareNote } from "./fare-note.tsx";
import type { Weighing } from "./weighing.ts";

/** Says on the canvas how each card fares; nothing where the layer is none. */
export function useFareNotes(weighing: Weighing, layer: StepLayer): CanvasNotes | undefined {
  const tell = useLaterWords(words);
  return useMemo((): CanvasNotes | undefined => {
    if (layer === "none") return undefined;
    const fareOf = (id: CardId) => weighing.fareOf(layer, id);
    return {
      markAt: () => undefined,
      noteAt: (key) => <FareNote weighing={weighing} layer={layer} id={key as CardId} />,
      lineAt: (key) => <CardFare weighing={weighing} layer={layer} id={key as CardId} />,
      nameAt: (key, card) => {
        const fare = fareOf(key as CardId);
        if (!fare) return card;
        return fare.kind === "standing"
          ? tell("weighing.named.standing", { card, standing: tell(`weighing.standing.${fare.standing}`) })
          : tell("weighing.named.strength", { card, strength: fare.text });
      },
      onCard: {
        isSeen: ({ levels }, id, rect, zoom) =>
          fareOf(id) !== undefined && farePlace(rect, zoom, levels) !== undefined,
        takes: ({ levels }, id, rect, zoom) => (fareOf(id) && farePlace(rect, zoom, levels)?.takes) ?? 0,
        draw: (brush, picture, id, rect) => {
          const fare = fareOf(id);
          if (!fare) return;
          const word = fare.kind === "standing" ? tell(`weighing.standing.${fare.standing}`) : "";
          drawFare(brush, picture, rect, fare, word, takenOnEdge(brush, picture, id));
        },
      },
      onChange: weighing.subscribe,
      subscribeTo: (key, listener) => weighing.subscribeTo(key as CardId, listener),
    };
  }, [weighing, layer, tell]);
}
