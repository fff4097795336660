import { useState } from "react";
import type { DeviceMap } from "../../api/device-maps.ts";
import { linkOf } from "../../api/link-secret.ts";
import { useServices } from "../../api/services.tsx";
import { Button } from "../../ui/button.tsx";
import { CopyField } from "../../ui/copy-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useToast } from "../../ui/toast.tsx";
import { useWords } from "../../words/use-words.ts";

/**
 * Takes a map off this device's list. Where that would throw the owner link away it asks first and shows the link;
 * `question` is that dialog.
 */
export function useForgetMap() {
  const t = useWords();
  const { deviceMaps, forgetCopy } = useServices();
  const showToast = useToast();
  const [asked, setAsked] = useState<DeviceMap | null>(null);

  function titleOf(map: DeviceMap): string {
    return map.title === "" ? t("map.untitled") : map.title;
  }

  function forgetNow(map: DeviceMap) {
    setAsked(null);
    deviceMaps.forget(map.id);
    showToast({
      text: t("home.recent.forgotten", { title: titleOf(map) }),
      action: { label: t("home.recent.undo"), onPress: () => deviceMaps.restore(map) },
      // Not before: the copy may hold edits that the server has not seen, and undo is to bring them back.
      onGone: () => {
        if (!deviceMaps.find(map.id)) void forgetCopy(map.id);
      },
    });
  }

  function forget(map: DeviceMap) {
    if (map.role === "owner") setAsked(map);
    else forgetNow(map);
  }

  const question = asked ? (
    <Dialog
      isOpen
      role="alertdialog"
      title={t("home.recent.forgetTitle", { title: titleOf(asked) })}
      closeLabel={t("app.close")}
      onOpenChange={() => setAsked(null)}
      actions={
        <>
          <Button onPress={() => setAsked(null)}>{t("map.action.cancel")}</Button>
          <Button variant="danger" onPress={() => forgetNow(asked)}>
            {t("home.recent.forgetConfirm")}
          </Button>
        </>
      }
    >
      <p>{t("home.recent.forgetOwner")}</p>
      <CopyField
        label={t("home.recent.forgetLink")}
        hint={t("home.recent.forgetLinkHint")}
        value={linkOf(window.location.origin, asked.id, asked.secret)}
        copyLabel={t("share.copy")}
        copiedLabel={t("share.copied")}
        failedLabel={t("share.copyFailed")}
      />
    </Dialog>
  ) : null;

  return { forget, question };
}
