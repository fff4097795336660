import { useState } from "react";
import type { MapLinks } from "#shared/protocol/api.ts";
import { accountName } from "../../api/account.ts";
import type { ApiProblem } from "../../api/api-problem.ts";
import { type ExchangeLink, secretOf } from "../../api/link-secret.ts";
import { forgetMyMap } from "../../api/my-maps.ts";
import { useServices } from "../../api/services.tsx";
import { Button } from "../../ui/button.tsx";
import { CopyField } from "../../ui/copy-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useToast } from "../../ui/toast.tsx";
import { problemText } from "../../words/problem-words.ts";
import { useWords } from "../../words/use-words.ts";
import { Confirmation } from "./confirmation.tsx";

export type HandOverProps = Readonly<{ mapId: string; secret: string; exchangeLink: ExchangeLink }>;

/**
 * Gives the map to somebody else: a new owner link, which this device holds until its owner says that it was passed on,
 * so that a map is never without an owner by accident.
 */
export function HandOver({ mapId, secret, exchangeLink }: HandOverProps) {
  const t = useWords();
  const { api } = useServices();
  const showToast = useToast();
  const [isAsking, setAsking] = useState(false);
  const [links, setLinks] = useState<MapLinks | null>(null);

  async function makeLink(): Promise<string | null> {
    let fault: string | null = null;
    await exchangeLink(async () => {
      const changed = await api.changeLink(mapId, "owner", secret);
      if (!changed.ok) {
        fault = problemText(t, changed.error);
        return null;
      }
      setLinks(changed.value.links);
      return { role: "owner", secret: secretOf(changed.value.links.owner) };
    });
    return fault;
  }

  async function passOn({ edit }: MapLinks) {
    let problem: ApiProblem | null = null;
    await exchangeLink(async () => {
      // An account had the new owner link put on its list, which would keep the map open to it as its owner.
      const forgotten = accountName(document.cookie) === null ? null : await forgetMyMap(api, mapId);
      problem = forgotten === null || forgotten.ok ? null : forgotten.error;
      return problem ? null : { role: "editor", secret: secretOf(edit) };
    });
    if (problem) return void showToast({ text: problemText(t, problem) });
    setLinks(null);
    showToast({ text: t("access.handOver.done") });
  }

  return (
    <div>
      <Button onPress={() => setAsking(true)}>{t("access.handOver.action")}</Button>
      <Confirmation
        title={t("access.handOver.title")}
        confirmLabel={t("access.handOver.confirm")}
        isOpen={isAsking}
        onOpenChange={setAsking}
        onConfirm={makeLink}
      >
        {t("access.handOver.body")}
      </Confirmation>
      {links ? (
        <Dialog
          isOpen
          role="alertdialog"
          title={t("access.handOver.linkTitle")}
          closeLabel={t("app.close")}
          onOpenChange={() => setLinks(null)}
          actions={
            <>
              <Button onPress={() => setLinks(null)}>{t("access.handOver.keep")}</Button>
              <Button variant="primary" onPress={() => passOn(links)}>
                {t("access.handOver.passedOn")}
              </Button>
            </>
          }
        >
          <CopyField
            label={t("access.handOver.link")}
            hint={t("access.handOver.linkHint")}
            value={links.owner}
            copyLabel={t("share.copy")}
            copiedLabel={t("share.copied")}
            failedLabel={t("share.copyFailed")}
          />
        </Dialog>
      ) : null}
    </div>
  );
}
