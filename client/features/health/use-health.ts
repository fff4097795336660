import { useEffect, useState } from "react";
import type { Finding } from "#shared/evaluation/index.ts";
import { askWorker } from "../../canvas/ask-worker.ts";
import { useCanvas } from "../../canvas/canvas-context.tsx";
import { packPlainMap } from "../../canvas/packed-map.ts";
import { inIdleTime } from "../../session/idle-time.ts";

/** Several edits are looked at together, since each look goes through the whole map. */
const lookEveryMs = 2_000;
/** Some ten times what the largest maps take. */
const deadlineMs = 30_000;

export type Health =
  | Readonly<{ state: "looking" | "failed" }>
  | Readonly<{ state: "ready"; findings: readonly Finding[] }>;

/** What could be better about the open map, worked out in a worker, and anew while it changes. */
export function useHealth(): Health {
  const { session } = useCanvas();
  const [health, setHealth] = useState<Health>({ state: "looking" });
  useEffect(() => {
    const controller = new AbortController();
    let timer = 0;
    let isLooking = false;
    async function look(): Promise<void> {
      isLooking = true;
      const worker = new Worker(new URL("./health-worker.ts", import.meta.url), { type: "module" });
      const map = packPlainMap(session.doc.toPlainMap());
      const found = await askWorker<string, readonly Finding[]>(worker, map, deadlineMs, controller.signal);
      isLooking = false;
      if (controller.signal.aborted) return;
      setHealth(typeof found === "string" ? { state: "failed" } : { state: "ready", findings: found });
    }
    function lookAgain(): void {
      if (timer !== 0) return;
      timer = window.setTimeout(() => {
        timer = 0;
        if (isLooking) lookAgain();
        else inIdleTime(() => controller.signal.aborted || void look());
      }, lookEveryMs);
    }
    void look();
    const stop = session.doc.onChange(lookAgain);
    return () => {
      stop();
      window.clearTimeout(timer);
      controller.abort();
    };
  }, [session]);
  return health;
}
