import { useEffect, useMemo, useRef } from "react";
import type { Glimpse } from "#shared/protocol/glimpse.ts";
import { useTheme } from "../../state/theme.ts";
import { useWords } from "../../words/use-words.ts";
import type { Picture } from "../layers/bitmap/picture.ts";
import { deskLevels } from "../view/levels.ts";
import { drawGlimpse, viewOfGlimpse } from "./draw-glimpse.ts";
import css from "./glimpse-picture.module.css";
import { stillScene } from "./still-scene.ts";

/**
 * What a large map will show first, as a picture that takes no key and no pointer, until the map itself is there.
 * `onSeen` is called once it is on the screen.
 */
export function GlimpsePicture({ glimpse, onSeen }: Readonly<{ glimpse: Glimpse; onSeen: () => void }>) {
  const picture = useStillPicture(glimpse);
  const surface = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    const draw = () => {
      const screen = { width: window.innerWidth, height: window.innerHeight };
      const view = viewOfGlimpse(glimpse, screen);
      element.hidden = view === undefined;
      if (view) drawGlimpse(element, picture, view, screen);
    };
    draw();
    const stop = new AbortController();
    window.addEventListener("resize", draw, { signal: stop.signal });
    // What was drawn before the fonts came has others in their place.
    document.fonts?.addEventListener("loadingdone", draw, { signal: stop.signal });
    return () => stop.abort();
  }, [glimpse, picture]);

  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(onSeen);
    });
    return () => cancelAnimationFrame(frame);
  }, [onSeen]);

  return (
    <div className={css["picture"]} aria-hidden="true">
      <canvas ref={surface} className={css["surface"]} />
    </div>
  );
}

/** The map with nothing selected, hidden or searched for, and nobody at it. */
function useStillPicture({ map }: Glimpse): Picture {
  const t = useWords();
  const theme = useTheme();
  const scene = useMemo(() => stillScene(map), [map]);
  return useMemo(
    () => ({
      scene,
      doc: { get: (id) => map.records.get(id) },
      theme,
      levels: deskLevels,
      kindWord: (kind) => t(`card.kind.${kind}`),
      linkWord: (tone) => t(`link.word.${tone}`),
      untitledGroup: t("group.untitled"),
      emptyText: (kind) => t(`card.placeholder.${kind}`),
      isSelected: () => false,
      isDimmed: () => false,
      isMarked: () => false,
      countBelow: () => 0,
      markAt: () => undefined,
      threadsOn: () => 0,
      isCovered: () => false,
    }),
    [scene, map, theme, t],
  );
}
