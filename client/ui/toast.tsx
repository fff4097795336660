import { X } from "lucide-react";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import {
  UNSTABLE_Toast as AriaToast,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from "react-aria-components";
import { Button } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";
import css from "./toast.module.css";

export type ToastMessage = Readonly<{
  text: string;
  action?: Readonly<{ label: string; onPress: () => void }>;
  /** A button in words that takes the message away, in place of the cross. */
  dismissLabel?: string;
  /** Runs once the message is gone, by itself, by its button or after its action. */
  onGone?: () => void;
}>;

/** Shows a message to this user; gives the means to take it away early. */
export type ShowToast = (message: ToastMessage) => () => void;

const ToastContext = createContext<ShowToast>(() => () => undefined);

/** Long enough to read a sentence and reach the action; WCAG 2.2.1 is met because the rest of the page offers both. */
const plainMs = 5_000;
const withActionMs = 10_000;

/** The corner in which messages appear, and the way to show them to all below. */
export function ToastProvider(props: Readonly<{ label: string; closeLabel: string; children: ReactNode }>) {
  const [queue] = useState(() => new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 }));
  const show = useMemo<ShowToast>(
    () => (message) => {
      const key = queue.add(message, {
        timeout: message.action ? withActionMs : plainMs,
        ...(message.onGone ? { onClose: message.onGone } : {}),
      });
      return () => queue.close(key);
    },
    [queue],
  );
  return (
    <ToastContext value={show}>
      {props.children}
      <ToastRegion queue={queue} aria-label={props.label} className={css["region"] ?? ""}>
        {({ toast }) => (
          <AriaToast toast={toast} className={css["toast"] ?? ""}>
            <ToastContent className={css["content"] ?? ""}>
              <Text slot="title">{toast.content.text}</Text>
            </ToastContent>
            {toast.content.action ? (
              <Button
                size="small"
                onPress={() => {
                  toast.content.action?.onPress();
                  queue.close(toast.key);
                }}
              >
                {toast.content.action.label}
              </Button>
            ) : null}
            {toast.content.dismissLabel === undefined ? (
              <IconButton label={props.closeLabel} size="small" onPress={() => queue.close(toast.key)}>
                <X size={16} />
              </IconButton>
            ) : (
              <Button variant="quiet" size="small" onPress={() => queue.close(toast.key)}>
                {toast.content.dismissLabel}
              </Button>
            )}
          </AriaToast>
        )}
      </ToastRegion>
    </ToastContext>
  );
}

/** `const showToast = useToast(); showToast({ text })`. */
export function useToast(): ShowToast {
  return useContext(ToastContext);
}
