import {
  type ComponentType,
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
} from "react";
import { UNSTABLE_ToastQueue as ToastQueue } from "react-aria-components";
import type { ToastMessage } from "./toast-message.ts";
import type { ToastRegionProps } from "./toast-region.tsx";

/** Shows a message to this user; gives the means to take it away early. */
export type ShowToast = (message: ToastMessage) => () => void;

const ToastContext = createContext<ShowToast>(() => () => undefined);

/** Long enough to read a sentence and reach the action; WCAG 2.2.1 is met because the rest of the page offers both. */
const plainMs = 5_000;
const withActionMs = 10_000;

/** What a page shows first comes before the corner for messages, unless there is one or the page knows when it stands. */
const fetchAheadAfterMs = 10_000;

/** Fetches the code of the corner for messages. Rejects where the server cannot be reached. */
export function fetchToasts() {
  return import("./toast-region.tsx");
}

/** The corner in which messages appear, fetched once the page stands, and the way to show them to all below. */
export function ToastProvider(props: Readonly<{ label: string; closeLabel: string; children: ReactNode }>) {
  const [queue] = useState(() => new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 }));
  const [Region, setRegion] = useState<ComponentType<ToastRegionProps> | null>(null);
  const fetchRegion = useMemo(
    () => () =>
      // Messages wait for it. Where it does not come, the next message asks again.
      void fetchToasts().then(
        (code) => setRegion(() => code.ToastRegion),
        () => undefined,
      ),
    [],
  );
  useEffect(() => {
    const timer = setTimeout(fetchRegion, fetchAheadAfterMs);
    return () => clearTimeout(timer);
  }, [fetchRegion]);
  const show = useMemo<ShowToast>(
    () => (message) => {
      fetchRegion();
      const key = queue.add(message, {
        timeout: message.action ? withActionMs : plainMs,
        ...(message.onGone ? { onClose: message.onGone } : {}),
      });
      return () => queue.close(key);
    },
    [queue, fetchRegion],
  );
  return (
    <ToastContext value={show}>
      {props.children}
      {Region ? <Region queue={queue} label={props.label} closeLabel={props.closeLabel} /> : null}
    </ToastContext>
  );
}

/** `const showToast = useToast(); showToast({ text })`. */
export function useToast(): ShowToast {
  return useContext(ToastContext);
}
