import { useEffect } from "react";
import { useSession } from "../session/session-context.tsx";
import { useView } from "../state/view-context.tsx";

/** Tells the first steps to whoever makes a map on this device for the first time. */
export function useFirstSteps(): void {
  const { role } = useSession();
  const hasSeenTour = useView((state) => state.hasSeenTour);
  const openDialog = useView((state) => state.openDialog);
  useEffect(() => {
    if (role === "owner" && !hasSeenTour) openDialog("tour");
  }, [role, hasSeenTour, openDialog]);
}
