import { useEffect, useRef } from "react";
import { curvesOf, type Theme } from "#shared/diagram/index.ts";
import { useSession } from "../../session/session-context.tsx";
import { useTheme } from "../../state/theme.ts";
import { useWords } from "../../words/use-words.ts";
import { useCanvas } from "../canvas-context.tsx";
import type { CanvasScene } from "../scene/canvas-scene.ts";
import type { MapView } from "../view/map-view.ts";
import css from "./overview.module.css";

/**
 * Stands in for cards and lines where more of them are in view than the page could hold as elements: one bitmap,
 * drawn from the scene at most once a frame. Costs what is in view.
 */
export function Overview() {
  const t = useWords();
  const { scene, view } = useCanvas();
  const { doc } = useSession();
  const theme = useTheme();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let frame: number | undefined;
    const draw = () => {
      frame = undefined;
      if (canvas.current) drawOverview(canvas.current, view, scene, doc, theme);
    };
    const drawSoon = () => {
      frame ??= requestAnimationFrame(draw);
    };
    drawSoon();
    const stopScene = scene.subscribeAny(drawSoon);
    const stopView = view.onMove(drawSoon);
    return () => {
      stopScene();
      stopView();
      if (frame !== undefined) cancelAnimationFrame(frame);
    };
  }, [scene, doc, theme, view]);
  return (
    <canvas
      ref={canvas}
      className={css["overview"]}
      role="img"
      aria-label={t("canvas.overview", { count: scene.cardCount })}
    />
  );
}

function drawOverview(
  canvas: HTMLCanvasElement,
  view: MapView,
  scene: CanvasScene,
  doc: ReturnType<typeof useSession>["doc"],
  theme: Theme,
): void {
  const { width, height } = view.screen();
  const { x, y, zoom } = view.get();
  const density = window.devicePixelRatio;
  canvas.width = width * density;
  canvas.height = height * density;
  const context = canvas.getContext("2d");
  if (!context) return;
  context.setTransform(density * zoom, 0, 0, density * zoom, density * x, density * y);
  const { cards, links } = scene.inView(view.seen());
  // At least half a pixel on the screen, or thin lines would fade away.
  context.lineWidth = Math.max(1.75, 0.5 / zoom);
  for (const key of links) {
    const placed = scene.linkOf(key);
    if (!placed) continue;
    const { geometry, tone } = placed;
    context.strokeStyle = theme.relations[tone].line;
    context.beginPath();
    for (const { from, to } of curvesOf(geometry)) {
      context.moveTo(from[0], from[1]);
      context.lineTo(to[0], to[1]);
    }
    context.stroke();
  }
  for (const id of cards) {
    const rect = scene.rectOf(id);
    const card = doc.get(id);
    if (!rect || card?.type !== "card") continue;
    const colors = theme.cards[card.kind];
    context.fillStyle = colors.surface;
    context.strokeStyle = colors.accent;
    context.fillRect(rect.x, rect.y, rect.width, rect.height);
    context.strokeRect(rect.x, rect.y, rect.width, rect.height);
  }
}
