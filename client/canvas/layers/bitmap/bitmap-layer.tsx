import { memo, useEffect, useRef, useSyncExternalStore } from "react";
import { useWords } from "../../../words/use-words.ts";
import { useCanvas } from "../../canvas-context.tsx";
import type { Motion } from "../../view/motion.ts";
import { HandLayer } from "../hand/hand-layer.ts";
import { OnCanvas } from "../on-canvas.tsx";
import { Bitmap } from "./bitmap.ts";
import css from "./bitmap-layer.module.css";
import { drawGround } from "./draw-ground.ts";
import { drawMap } from "./draw-map.ts";
import type { MarkedPicture } from "./picture.ts";
import { watchDamage } from "./watch-damage.ts";

/**
 * The map as it is drawn, behind everything that is an element: all lines, all regions, and every card, which those
 * that are elements cover. It lies in the canvas and so moves with it.
 */
export const BitmapLayer = memo(function BitmapLayer({
  picture,
  motion,
  isAlone,
  onDrawn,
}: Readonly<{
  picture: MarkedPicture;
  motion: Motion;
  isAlone: boolean;
  /** Called whenever all that is in view has been drawn. */
  onDrawn: () => void;
}>) {
  const t = useWords();
  const tools = useCanvas();
  const { scene, view } = tools;
  const place = useRef<HTMLDivElement>(null);
  const first = useRef<HTMLCanvasElement>(null);
  const second = useRef<HTMLCanvasElement>(null);
  const bitmap = useRef<Bitmap | null>(null);
  const shown = useRef(picture);

  useEffect(() => {
    if (!first.current || !second.current) return;
    const viewport = first.current.closest(".react-flow__viewport");
    const made = new Bitmap(
      [first.current, second.current],
      view,
      motion,
      (brush, stretch, density, isBare) => {
        drawGround(brush, shown.current.theme, density, stretch);
        drawMap(brush, shown.current, stretch, isBare);
      },
      onDrawn,
      (isStandIn) => viewport?.toggleAttribute("data-drawn", isStandIn),
    );
    bitmap.current = made;
    return () => {
      made.dispose();
      bitmap.current = null;
    };
  }, [view, motion, onDrawn]);

  useEffect(() => {
    shown.current = picture;
    const made = bitmap.current;
    if (!made || !place.current) return;
    const hand = new HandLayer(place.current, view, motion, picture);
    const drawAnew = () => made.drawAnew(picture.theme.background);
    drawAnew();
    // What was drawn before the fonts came has others in their place.
    document.fonts.addEventListener("loadingdone", drawAnew);
    const stop = watchDamage(tools, picture, made, hand, drawAnew);
    return () => {
      document.fonts.removeEventListener("loadingdone", drawAnew);
      stop();
      hand.dispose();
    };
  }, [tools, view, motion, picture]);

  const count = useSyncExternalStore(
    (listener) => scene.subscribeAny(listener),
    () => scene.cardCount,
  );
  const label = isAlone
    ? { role: "img", "aria-label": t("canvas.overview", { count }) }
    : { "aria-hidden": true };
  return (
    <OnCanvas>
      <div ref={place} className={css["place"]} {...label}>
        <canvas ref={first} className={css["bitmap"]} />
        <canvas ref={second} className={css["bitmap"]} />
      </div>
    </OnCanvas>
  );
});
