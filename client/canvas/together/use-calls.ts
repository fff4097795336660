import { useEffect } from "react";
import { useToast } from "../../ui/toast.tsx";
import { useCanvas } from "../canvas-context.tsx";
import { showCanvas } from "./show-canvas.ts";

/** Passes on who asks everybody to come; nobody is moved who does not say so. One message a person, the latest. */
export function useCalls(): void {
  const { session, following, ui, t } = useCanvas();
  const showToast = useToast();
  useEffect(() => {
    const shown = new Map<number, () => void>();
    const stop = session.presence.onCall(({ clientId, user }) => {
      // Who follows the caller looks there already.
      if (following.followed() === clientId) return;
      shown.get(clientId)?.();
      const close = showToast({
        text: t("together.called", { name: user.name }),
        action: {
          label: t("together.goThere"),
          onPress: () => {
            showCanvas(ui);
            following.goTo(clientId);
          },
        },
        dismissLabel: t("together.comeLater"),
      });
      shown.set(clientId, close);
    });
    return () => {
      stop();
      for (const close of shown.values()) close();
    };
  }, [session, following, ui, showToast, t]);
}
