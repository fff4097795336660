import { X } from "lucide-react";
import { type CSSProperties, useEffect, useEffectEvent, useRef, useState } from "react";
import type { Rect } from "#shared/diagram/index.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { tour } from "../../words/en/tour.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { useWords } from "../../words/use-words.ts";
import css from "./tour.module.css";

/** What is shown, in order, and the thing on the page that it speaks of: a `data-tour` there. */
const stops = ["add", "draw", "step", "outline", "share"] as const;

export type TourProps = Readonly<{ isOpen: boolean; onOpenChange: (isOpen: boolean) => void }>;

export function Tour({ isOpen, onOpenChange }: TourProps) {
  return isOpen ? <Stops onEnd={() => onOpenChange(false)} /> : null;
}

/**
 * The first steps, told beside the things themselves. It lies over nothing that one could want to press: whatever
 * else one does, it goes.
 */
function Stops({ onEnd }: Readonly<{ onEnd: () => void }>) {
  const t = useWords();
  const tell = useLaterWords(tour);
  const [at, setAt] = useState(0);
  const card = useRef<HTMLElement>(null);
  const stop = stops[at] ?? "add";
  const target = useTarget(stop);
  const isLast = at === stops.length - 1;

  const endElsewhere = useEffectEvent((event: Event) => {
    if (event.target instanceof Node && card.current?.contains(event.target)) return;
    onEnd();
  });
  const endOnEscape = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === "Escape") onEnd();
  });
  useEffect(() => {
    const press = (event: Event) => endElsewhere(event);
    const key = (event: KeyboardEvent) => endOnEscape(event);
    window.addEventListener("pointerdown", press, { capture: true });
    window.addEventListener("keydown", key, { capture: true });
    return () => {
      window.removeEventListener("pointerdown", press, { capture: true });
      window.removeEventListener("keydown", key, { capture: true });
    };
  }, []);

  return (
    <>
      {target ? <div className={css["ring"]} style={ringAround(target)} aria-hidden="true" /> : null}
      <section ref={card} className={css["card"]} aria-label={tell("tour.label")} data-beside={stop}>
        <div role="status" className={css["words"]}>
          <p className={css["count"]}>{tell("tour.count", { at: at + 1, count: stops.length })}</p>
          <h2 className={css["title"]}>{tell(`tour.${stop}.title`)}</h2>
          <p className={css["body"]}>{tell(`tour.${stop}.body`)}</p>
        </div>
        <footer className={css["foot"]}>
          {isLast ? null : (
            <Button size="small" variant="quiet" onPress={onEnd}>
              {tell("tour.skip")}
            </Button>
          )}
          <Button size="small" variant="primary" onPress={() => (isLast ? onEnd() : setAt(at + 1))}>
            {tell(isLast ? "tour.end" : "tour.next")}
          </Button>
        </footer>
        <span className={css["close"]}>
          <IconButton label={t("app.close")} size="small" onPress={onEnd}>
            <X size={15} />
          </IconButton>
        </span>
      </section>
    </>
  );
}

/** Where the thing is on the page; undefined where it is not there, as on small screens. */
function useTarget(stop: (typeof stops)[number]): Rect | undefined {
  const [rect, setRect] = useState<Rect>();
  useEffect(() => {
    const measure = () => {
      const found = document.querySelector(`[data-tour="${stop}"]`)?.getBoundingClientRect();
      setRect(found && found.width > 0 ? found : undefined);
    };
    measure();
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, [stop]);
  return rect;
}

const ringGapPx = 4;

function ringAround({ x, y, width, height }: Rect): CSSProperties {
  return {
    left: x - ringGapPx,
    top: y - ringGapPx,
    width: width + 2 * ringGapPx,
    height: height + 2 * ringGapPx,
  };
}
