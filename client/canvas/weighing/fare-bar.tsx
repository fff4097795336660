import { CircleHelp, X } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Dialog, DialogTrigger, Popover } from "react-aria-components";
import { IconButton } from "../../ui/icon-button.tsx";
import { KeyboardKeeper } from "../../ui/keyboard-keeper.tsx";
import { weighing as words } from "../../words/en/weighing.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { type CanvasNotes, useCanvas } from "../canvas-context.tsx";
import { backToCanvas } from "../view/back-to-canvas.ts";
import css from "./fare-bar.module.css";
import { FareLegend } from "./fare-legend.tsx";
import { useFareNotes } from "./use-fare-notes.tsx";
import type { FareLayer } from "./weighed.ts";
import { Weighing } from "./weighing.ts";

export type FareBarProps = Readonly<{
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** What the canvas is to say on its cards; undefined where that is nothing. */
  onNotes: (notes: CanvasNotes | undefined) => void;
  /** What is said to those who do not see it: that it begins, ends, or comes to nothing. */
  onNews: (news: string) => void;
}>;

/** Has the canvas say how cards fare, says that it does, what the signs mean, and ends it. */
export function FareBar({ isOpen, onNotes, onNews }: FareBarProps) {
  const { session, layer } = useCanvas();
  const [weighing, setWeighing] = useState<Weighing | null>(null);
  useEffect(() => {
    if (!isOpen) return;
    const made = new Weighing(session);
    setWeighing(made);
    return () => {
      setWeighing(null);
      made.dispose();
    };
  }, [session, isOpen]);
  if (!weighing || layer === "none") return null;
  return <OpenBar weighing={weighing} layer={layer} onNotes={onNotes} onNews={onNews} />;
}

function OpenBar({
  weighing,
  layer,
  onNotes,
  onNews,
}: Readonly<{ weighing: Weighing; layer: FareLayer }> & Pick<FareBarProps, "onNotes" | "onNews">) {
  const tell = useLaterWords(words);
  const tools = useCanvas();
  const notes = useFareNotes(weighing, layer);
  const hasFailed = useSyncExternalStore(weighing.onState, weighing.hasFailed);
  useEffect(() => {
    onNotes(notes);
    return () => onNotes(undefined);
  }, [notes, onNotes]);
  const name = tell(`weighing.layer.${layer}`);
  const failed = hasFailed ? tell("weighing.bar.failed") : null;
  const news = failed ?? tell("weighing.bar.begun", { layer: name });
  const lastNews = tell("weighing.bar.ended", { layer: name });
  useEffect(() => {
    onNews(news);
    return () => onNews(lastNews);
  }, [news, lastNews, onNews]);
  return (
    <section className={css["bar"]} aria-label={name}>
      <span className={css["name"]}>{failed ?? name}</span>
      <DialogTrigger>
        <IconButton label={tell("weighing.bar.legend")} size="small">
          <CircleHelp size={16} />
        </IconButton>
        <Popover className={css["popover"] ?? ""} placement="bottom end" offset={8}>
          <Dialog aria-label={tell("weighing.bar.legend")} className={css["dialog"] ?? ""}>
            <KeyboardKeeper />
            <FareLegend layer={layer} />
          </Dialog>
        </Popover>
      </DialogTrigger>
      <IconButton
        label={tell("weighing.bar.close")}
        size="small"
        onPress={() => {
          tools.showLayer("none");
          backToCanvas(tools);
        }}
      >
        <X size={16} />
      </IconButton>
    </section>
  );
}
