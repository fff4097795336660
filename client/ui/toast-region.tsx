import { X } from "lucide-react";
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  type UNSTABLE_ToastQueue as ToastQueue,
} from "react-aria-components";
import { Button } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";
import css from "./toast.module.css";
import type { ToastMessage } from "./toast-message.ts";

export type ToastRegionProps = Readonly<{
  queue: ToastQueue<ToastMessage>;
  label: string;
  closeLabel: string;
}>;

/** The corner in which messages appear. */
export function ToastRegion({ queue, label, closeLabel }: ToastRegionProps) {
  return (
    <AriaToastRegion queue={queue} aria-label={label} className={css["region"] ?? ""}>
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
            <IconButton label={closeLabel} size="small" onPress={() => queue.close(toast.key)}>
              <X size={16} />
            </IconButton>
          ) : (
            <Button variant="quiet" size="small" onPress={() => queue.close(toast.key)}>
              {toast.content.dismissLabel}
            </Button>
          )}
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}
