import { readAddressSecret } from "../../api/address-secret.ts";
import { useServices } from "../../api/services.tsx";
import { useSession } from "../../session/session-context.tsx";
import { presenterWindowName } from "./device-word.ts";
import { usePresenter } from "./presenter-context.ts";

/**
 * Opens the presenter's window; opened again, it comes to the front instead of standing there twice. Where this device does not
 * keep the secret it gets it as any link gives it; else nothing of it stands in an address.
 */
export function usePresenterWindow(): () => void {
  const { mapId } = useSession();
  const { deviceMaps } = useServices();
  const { device } = usePresenter();
  return () => {
    const secret = readAddressSecret(window);
    const isTold = secret !== null && !deviceMaps.isKept(mapId, secret);
    const fragment = isTold ? `#${encodeURIComponent(secret)}` : "";
    const name = presenterWindowName(mapId, device);
    // From within itself it would only be loaded anew.
    if (window.name !== name)
      window.open(`/m/${mapId}/present/notes${fragment}`, name, "popup,width=1180,height=760");
  };
}
