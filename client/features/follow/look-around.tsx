import { type ComponentType, useMemo } from "react";
import type { Showing } from "#shared/presenting/index.ts";
import type { Stage } from "#shared/protocol/stage.ts";
import type { StillCanvasProps } from "../../canvas/still-canvas.tsx";
import { useMapMeta } from "../../session/session-context.tsx";
import { StageCanvas, useShowing } from "../../stage/index.ts";
import { useWords } from "../../words/use-words.ts";
import css from "./follow-room.module.css";

export type LookAroundProps = Readonly<{ stage: Stage; StillCanvas: ComponentType<StillCanvasProps> }>;

/** After the talk: the whole map, as it is now, to look at. */
export function LookAround({ stage, StillCanvas }: LookAroundProps) {
  const t = useWords();
  const { title } = useMapMeta();
  const showing = useShowing(stage.presentation, stage.place);
  const all = useMemo(
    (): Showing | null =>
      showing && {
        ...showing,
        step: { ...showing.step, layer: "none" },
        visible: "all",
        toCome: new Set(),
        fresh: [],
        lit: null,
        emphasised: new Set(),
        camera: { kind: "cards", cards: "all" },
      },
    [showing],
  );
  return (
    <>
      <header className={css["head"]}>
        <h1 className={css["title"]}>
          <bdi>{title || t("map.untitled")}</bdi>
        </h1>
      </header>
      <main className={css["canvas"]}>
        {all ? (
          <StageCanvas
            StillCanvas={StillCanvas}
            showing={all}
            transition="cut"
            placeKey="all"
            focus={null}
            isSpotlit={false}
            hasGhosts={false}
            isDriven={false}
          />
        ) : null}
      </main>
    </>
  );
}
