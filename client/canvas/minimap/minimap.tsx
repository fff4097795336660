import { Map as MapIcon, X } from "lucide-react";
import { type KeyboardEvent, memo, type PointerEvent, useEffect, useRef, useSyncExternalStore } from "react";
import type { Rect } from "#shared/diagram/index.ts";
import type { Point } from "#shared/model/index.ts";
import { useView } from "../../state/view-context.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { useWords } from "../../words/use-words.ts";
import { useCanvas } from "../canvas-context.tsx";
import type { Frame } from "../layers/bitmap/frame.ts";
import type { Picture } from "../layers/bitmap/picture.ts";
import css from "./minimap.module.css";
import { SmallBitmap } from "./small-bitmap.ts";
import { pointIn, viewAt, viewIn } from "./small-frame.ts";

/** On narrower windows than this it would cover what it shows. */
const roomy = "(min-width: 700px)";
/** How far an arrow key moves the view, as a part of what is seen. */
const step = 0.25;

const directions: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The whole map, small, in a corner of the canvas: shows where one is, and takes one elsewhere. */
export const Minimap = memo(function Minimap({ picture }: Readonly<{ picture: Picture }>) {
  const t = useWords();
  const isRoomy = useSyncExternalStore(watchRoom, hasRoom);
  const choice = useView((state) => state.minimap);
  const showMinimap = useView((state) => state.showMinimap);
  const isShown = choice ?? isRoomy;
  return (
    <div className={css["corner"]} data-minimap>
      {isShown ? <SmallMap picture={picture} /> : null}
      <span className={css["toggle"]}>
        <IconButton
          label={t(isShown ? "minimap.hide" : "minimap.show")}
          size="small"
          variant={isShown ? "quiet" : "raised"}
          onPress={() => showMinimap(!isShown)}
        >
          {isShown ? <X size={14} /> : <MapIcon size={16} />}
        </IconButton>
      </span>
    </div>
  );
});

function SmallMap({ picture }: Readonly<{ picture: Picture }>) {
  const t = useWords();
  const { scene, view } = useCanvas();
  const canvas = useRef<HTMLCanvasElement>(null);
  const window_ = useRef<HTMLDivElement>(null);
  const frame = useRef<Frame | null>(null);
  /** Where in the window one has taken hold of it, from its middle. */
  const hold = useRef<Point | null>(null);

  useEffect(() => {
    if (!canvas.current) return;
    // Straight to the page: it moves with every movement of the view.
    const place = () => {
      if (window_.current && frame.current) lay(window_.current, viewIn(frame.current, view.seen()));
    };
    const small = new SmallBitmap(canvas.current, picture, (made) => {
      frame.current = made;
      place();
    });
    const stops = [
      scene.onDamage(({ still, moving }) => small.damage([...still, ...moving])),
      view.onMove(place),
    ];
    return () => {
      for (const stop of stops) stop();
      small.dispose();
    };
  }, [picture, scene, view]);

  function lookAt(at: Point) {
    if (frame.current) view.moveTo(viewAt(pointIn(frame.current, at), view.get(), view.screen()));
  }

  function handleDown(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0 || !frame.current) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const at = pointOf(event);
    const shown = viewIn(frame.current, view.seen());
    const middle: Point = [shown.x + shown.width / 2, shown.y + shown.height / 2];
    hold.current = holds(shown, at) ? [at[0] - middle[0], at[1] - middle[1]] : [0, 0];
    if (!holds(shown, at)) lookAt(at);
  }

  function handleMove(event: PointerEvent<HTMLDivElement>) {
    if (!hold.current) return;
    const [x, y] = pointOf(event);
    lookAt([x - hold.current[0], y - hold.current[1]]);
  }

  function handleKey(event: KeyboardEvent) {
    const direction = directions[event.key];
    if (!direction) return;
    event.preventDefault();
    // On the canvas itself arrows go from card to card.
    event.stopPropagation();
    const { x, y, zoom } = view.get();
    const { width, height } = view.screen();
    view.moveTo({ x: x - direction[0] * width * step, y: y - direction[1] * height * step, zoom });
  }

  return (
    <div
      className={css["map"]}
      role="application"
      aria-label={t("minimap.label")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move the view
      tabIndex={0}
      onKeyDown={handleKey}
      onPointerDown={handleDown}
      onPointerMove={handleMove}
      onPointerUp={() => {
        hold.current = null;
      }}
      onPointerCancel={() => {
        hold.current = null;
      }}
    >
      <canvas ref={canvas} className={css["picture"]} />
      <div ref={window_} className={css["window"]} />
    </div>
  );
}

function pointOf(event: PointerEvent<HTMLDivElement>): Point {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return [event.clientX - left, event.clientY - top];
}

function holds({ x, y, width, height }: Rect, [atX, atY]: Point): boolean {
  return x <= atX && atX <= x + width && y <= atY && atY <= y + height;
}

function lay(element: HTMLElement, { x, y, width, height }: Rect): void {
  element.style.transform = `translate(${x}px, ${y}px)`;
  // While one pans it keeps its size, and what is not written need not be laid out.
  const [wide, high] = [`${Math.max(6, width)}px`, `${Math.max(6, height)}px`];
  if (element.style.width !== wide) element.style.width = wide;
  if (element.style.height !== high) element.style.height = high;
}

function watchRoom(onChange: () => void): () => void {
  const query = window.matchMedia(roomy);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

function hasRoom(): boolean {
  return window.matchMedia(roomy).matches;
}
