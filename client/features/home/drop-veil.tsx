import { useEffect, useEffectEvent, useState } from "react";
import { useWords } from "../../words/use-words.ts";
import css from "./drop-veil.module.css";

/** Lets files be dropped anywhere on the page, and says so while they are over it. */
export function DropVeil({ onFiles }: Readonly<{ onFiles: (files: readonly File[]) => void }>) {
  const t = useWords();
  const [isOver, setIsOver] = useState(false);
  const handleDrop = useEffectEvent((event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    onFiles([...(event.dataTransfer?.files ?? [])]);
  });

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    function handleOver(event: DragEvent) {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setIsOver(true);
    }
    function handleLeave(event: DragEvent) {
      // Leaving one element enters the next; only the window's own edge has none.
      if (event.relatedTarget === null) setIsOver(false);
    }
    window.addEventListener("dragover", handleOver, { signal });
    window.addEventListener("dragleave", handleLeave, { signal });
    window.addEventListener("drop", (event) => handleDrop(event), { signal });
    return () => controller.abort();
  }, []);

  if (!isOver) return null;
  return (
    <div className={css["veil"]}>
      <div className={css["frame"]}>{t("home.drop")}</div>
    </div>
  );
}
