import { useEffect } from "react";
import type { MyMap } from "#shared/protocol/my-maps.ts";
import type { DeviceMap } from "../../api/device-maps.ts";
import { useDeviceMaps, useServices } from "../../api/services.tsx";
import { useRestoreMap } from "../../shell/use-restore-map.ts";
import { useWords } from "../../words/use-words.ts";
import { DeletedMap } from "./deleted-map.tsx";
import css from "./recent-maps.module.css";
import { useForgetMap } from "./use-forget-map.tsx";
import { useRestoreMyMap } from "./use-restore-my-map.ts";

export type DeletedMapsProps = Readonly<{
  /** What the account's list says of its own. */
  mine?: readonly MyMap[];
  onRestored?: () => void;
}>;

const nothing: readonly MyMap[] = [];

/** Maps of this user's that were deleted and can still be had back: those that this device owns, and their account's. */
export function DeletedMaps({ mine = nothing, onRestored = () => undefined }: DeletedMapsProps) {
  const t = useWords();
  const { deviceMaps, now } = useServices();
  const { forget, question } = useForgetMap();
  const { restore, isRestoring } = useRestoreMap();
  const { restoreMine, isRestoringMine } = useRestoreMyMap();
  useEffect(() => deviceMaps.dropErased(now()), [deviceMaps, now]);
  const here = useDeviceMaps().filter(({ restorableUntil }) => restorableUntil !== undefined);
  const elsewhere = mine.filter(({ id }) => here.every((map) => map.id !== id));
  if (here.length === 0 && elsewhere.length === 0) return null;

  async function handleRestore(map: DeviceMap) {
    if (await restore(map)) onRestored();
  }

  async function handleRestoreMine(map: MyMap) {
    if (await restoreMine(map)) onRestored();
  }

  return (
    <section className={css["section"]} aria-labelledby="deleted-maps">
      <h2 id="deleted-maps" className={css["title"]}>
        {t("access.deleted.title")}
      </h2>
      <ul className={css["list"]}>
        {here.map((map) => (
          <DeletedMap
            key={map.id}
            title={map.title}
            restorableUntil={map.restorableUntil ?? 0}
            isRestoring={isRestoring}
            onRestore={() => handleRestore(map)}
            onForget={() => forget(map)}
          />
        ))}
        {elsewhere.map((map) => (
          <DeletedMap
            key={map.id}
            title={map.title}
            restorableUntil={map.restorableUntil ?? 0}
            isRestoring={isRestoringMine}
            onRestore={() => handleRestoreMine(map)}
          />
        ))}
      </ul>
      {question}
    </section>
  );
}
