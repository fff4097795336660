import { useCallback, useEffect, useState } from "react";
import { type Glimpse, glimpseSchema } from "#shared/protocol/glimpse.ts";

/** Longer than this the wire does not wait for the glimpse; what comes later is shown all the same. */
const longestWaitMs = 300;

export type GlimpseState = Readonly<{
  /** What is to be shown until the map is there; null where there is nothing, or nothing yet. */
  glimpse: Glimpse | null;
  /** Resolves when the glimpse is on the screen, or is known not to come, or is late: reading a large map holds the page up. */
  settled: Promise<void>;
  /** The glimpse is on the screen. */
  onSeen: () => void;
  /** The map itself is on the screen. */
  onOver: () => void;
}>;

/** Follows a glimpse from its being asked for to the map's being there. */
export function useGlimpse(asked: Promise<unknown>): GlimpseState {
  const [glimpse, setGlimpse] = useState<Glimpse | null>(null);
  const [isOver, setOver] = useState(false);
  const [gate] = useState(createGate);
  useEffect(() => {
    let isAwaited = true;
    const late = window.setTimeout(gate.open, longestWaitMs);
    void asked.then((value) => {
      if (!isAwaited) return;
      const read = glimpseSchema.safeParse(value);
      if (read.success) setGlimpse(read.data);
      else gate.open();
    });
    return () => {
      isAwaited = false;
      window.clearTimeout(late);
    };
  }, [asked, gate]);
  const onOver = useCallback(() => setOver(true), []);
  return { glimpse: isOver ? null : glimpse, settled: gate.opened, onSeen: gate.open, onOver };
}

function createGate(): Readonly<{ opened: Promise<void>; open: () => void }> {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
