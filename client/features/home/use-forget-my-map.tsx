import { useState } from "react";
import type { MyMap } from "#shared/protocol/my-maps.ts";
import { linkOf } from "../../api/link-secret.ts";
import { forgetMyMap } from "../../api/my-maps.ts";
import { useServices } from "../../api/services.tsx";
import { Button } from "../../ui/button.tsx";
import { CopyField } from "../../ui/copy-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useToast } from "../../ui/toast.tsx";
import { mine } from "../../words/en/mine.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { problemText } from "../../words/problem-words.ts";
import { useWords } from "../../words/use-words.ts";

/**
 * Takes a map off the list of this user's account, and off this device where it is kept here too. It asks first, because
 * only a link brings it back; `question` is that dialog.
 */
export function useForgetMyMap(onForgotten: (id: string) => void) {
  const t = useWords();
  const tell = useLaterWords(mine);
  const { api, deviceMaps, forgetCopy } = useServices();
  const showToast = useToast();
  const [asked, setAsked] = useState<MyMap | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  function ask(map: MyMap | null) {
    setFault(null);
    setAsked(map);
  }

  async function forgetNow({ id }: MyMap, title: string) {
    setBusy(true);
    const forgotten = await forgetMyMap(api, id);
    setBusy(false);
    if (!forgotten.ok) return setFault(problemText(t, forgotten.error));
    if (deviceMaps.find(id)) {
      deviceMaps.forget(id);
      void forgetCopy(id);
    }
    ask(null);
    onForgotten(id);
    showToast({ text: tell("mine.forgotten", { title }) });
  }

  function questionAbout(map: MyMap) {
    const title = map.title === "" ? t("map.untitled") : map.title;
    const kept = deviceMaps.find(map.id);
    return (
      <Dialog
        isOpen
        role="alertdialog"
        title={tell("mine.forgetTitle", { title })}
        closeLabel={t("app.close")}
        onOpenChange={() => ask(null)}
        actions={
          <>
            <Button onPress={() => ask(null)}>{t("map.action.cancel")}</Button>
            <Button variant="danger" isBusy={isBusy} onPress={() => forgetNow(map, title)}>
              {t("home.recent.forgetConfirm")}
            </Button>
          </>
        }
      >
        <p>{tell(map.role === "owner" ? "mine.forgetOwner" : "mine.forgetOther")}</p>
        {kept?.role === "owner" ? (
          <CopyField
            label={t("home.recent.forgetLink")}
            hint={t("home.recent.forgetLinkHint")}
            value={linkOf(window.location.origin, kept.id, kept.secret)}
            copyLabel={t("share.copy")}
            copiedLabel={t("share.copied")}
            failedLabel={t("share.copyFailed")}
          />
        ) : null}
        {fault ? <Notice tone="danger">{fault}</Notice> : null}
      </Dialog>
    );
  }

  return { forget: ask, question: asked ? questionAbout(asked) : null };
}
