import { Minus, Plus } from "lucide-react";
import { useState } from "react";
import { createDeviceStorage } from "../../state/device-storage.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import css from "./notes-text.module.css";
import { usePresenter } from "./presenter-context.ts";
import { usePresentWords } from "./use-present-words.ts";

const sizes = { least: 14, first: 20, most: 48, step: 2 } as const;
const key = "counterpoint.notesSize";

/** The notes of the step, as large as this person likes them on this device. */
export function NotesText() {
  const tell = usePresentWords();
  const { showing } = usePresenter();
  const [sizePx, resize] = useNotesSize();
  const notes = showing?.step.notes ?? "";
  return (
    <div className={css["notes"]}>
      <header className={css["head"]}>
        <h2>{tell("present.notes")}</h2>
        <IconButton
          size="small"
          label={tell("present.notes.smaller")}
          isDisabled={sizePx <= sizes.least}
          onPress={() => resize(-sizes.step)}
        >
          <Minus size={16} />
        </IconButton>
        <IconButton
          size="small"
          label={tell("present.notes.larger")}
          isDisabled={sizePx >= sizes.most}
          onPress={() => resize(sizes.step)}
        >
          <Plus size={16} />
        </IconButton>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long notes are scrolled by keyboard */}
      <div className={css["text"]} style={{ fontSize: sizePx }} tabIndex={0} dir="auto">
        {notes ? notes : <p className={css["none"]}>{tell("present.notes.none")}</p>}
      </div>
    </div>
  );
}

function useNotesSize(): readonly [sizePx: number, resize: (by: number) => void] {
  const [storage] = useState(() => createDeviceStorage(() => window.localStorage));
  const [sizePx, setSize] = useState(() => {
    const kept = Number(storage.getItem(key));
    return kept >= sizes.least && kept <= sizes.most ? kept : sizes.first;
  });
  return [
    sizePx,
    (by) => {
      const next = Math.min(sizes.most, Math.max(sizes.least, sizePx + by));
      setSize(next);
      storage.setItem(key, String(next));
    },
  ];
}
