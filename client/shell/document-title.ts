import { useEffect } from "react";
import { useServices } from "../api/services.tsx";
import { useWords } from "../words/use-words.ts";

/** Names the browser tab; `null` gives it the name of the product alone. */
export function useDocumentTitle(title: string | null): void {
  const t = useWords();
  useEffect(() => {
    document.title = title === null ? t("app.name") : t("app.titled", { title });
  }, [t, title]);
}

/** Names the tab after the open map, and the map in the list of those known on this device. */
export function useMapTitle(mapId: string, title: string): void {
  const { deviceMaps } = useServices();
  const t = useWords();
  useDocumentTitle(title === "" ? t("map.untitled") : title);
  useEffect(() => deviceMaps.rename(mapId, title), [deviceMaps, mapId, title]);
}
