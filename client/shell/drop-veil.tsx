import { useEffect, useEffectEvent, useState } from "react";
import css from "./drop-veil.module.css";

export type DropVeilProps = Readonly<{
  /** What dropping a file here does. */
  label: string;
  /** With the place of the pointer on the screen. */
  onFiles: (files: readonly File[], at: Readonly<{ x: number; y: number }>) => void;
}>;

/** Lets files be dropped anywhere on the page, and says so while they are over it. */
export function DropVeil({ label, onFiles }: DropVeilProps) {
  const [isOver, setIsOver] = useState(false);
  const handleDrop = useEffectEvent((event: DragEvent) => {
    setIsOver(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    // What is moved about on the page itself is not ours.
    if (files.length === 0) return;
    event.preventDefault();
    onFiles(files, { x: event.clientX, y: event.clientY });
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
      <div className={css["frame"]}>{label}</div>
    </div>
  );
}
