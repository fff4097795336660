import { useMemo, useState } from "react";

/** What can stand open over a window that presents. */
export type TalkDialog = "help" | "leave" | "overview" | "jump" | "capture" | "remote";

export type TalkWindow = Readonly<{
  dialog: TalkDialog | null;
  open: (dialog: TalkDialog) => void;
  close: () => void;
  hasNotes: boolean;
  turnNotes: () => void;
  isLaser: boolean;
  turnLaser: () => void;
}>;

/** What is open in this one window, and is nobody else's business. */
export function useTalkWindow(): TalkWindow {
  const [dialog, open] = useState<TalkDialog | null>(null);
  const [hasNotes, setNotes] = useState(false);
  const [isLaser, setLaser] = useState(false);
  return useMemo(
    () => ({
      dialog,
      open,
      close: () => open(null),
      hasNotes,
      turnNotes: () => setNotes((has) => !has),
      isLaser,
      turnLaser: () => setLaser((is) => !is),
    }),
    [dialog, hasNotes, isLaser],
  );
}
