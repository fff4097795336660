import { useLocale } from "react-aria-components";
import { readAddressSecret } from "../api/address-secret.ts";
import type { DeviceMap } from "../api/device-maps.ts";
import { useDeviceMaps, useServices } from "../api/services.tsx";
import { useRestoreMap } from "../shell/use-restore-map.ts";
import { Button } from "../ui/button.tsx";
import { LinkButton } from "../ui/link-button.tsx";
import { formatDate } from "../words/format-date.ts";
import { problemText } from "../words/problem-words.ts";
import { useWords } from "../words/use-words.ts";
import type { Translate } from "../words/words.ts";
import { FullPageMessage } from "./full-page-message.tsx";
import type { AccessProblem } from "./map-access.ts";

export type AccessProblemPageProps = Readonly<{
  mapId: string;
  problem: AccessProblem;
  onTryAgain: () => void;
  onOpenWithKept: () => void;
}>;

/** Why the map does not open, and what this user can do about it. */
export function AccessProblemPage(props: AccessProblemPageProps) {
  const { mapId, problem } = props;
  const t = useWords();
  const { deviceMaps, forgetCopy } = useServices();
  const kept = useDeviceMaps().find((map) => map.id === mapId);
  const linkSecret = readAddressSecret(window);
  const canUseKept =
    problem === "wrong-secret" && kept !== undefined && linkSecret !== null && linkSecret !== kept.secret;
  const isDeleted = typeof problem === "object" && problem.code === "deleted";
  const restorable = isDeleted && kept?.restorableUntil !== undefined ? kept : undefined;
  const isUseless =
    kept !== undefined &&
    !canUseKept &&
    restorable === undefined &&
    (problem === "wrong-secret" || problem === "not-found" || isDeleted);
  const mayHeal = problem === "unreachable" || (typeof problem === "object" && !isDeleted);
  const { restore, isRestoring } = useRestoreMap();
  const { locale } = useLocale();
  function handleForget() {
    deviceMaps.forget(mapId);
    void forgetCopy(mapId);
  }

  async function handleRestore(map: DeviceMap) {
    if (await restore(map)) props.onTryAgain();
  }

  function words(): Words {
    if (restorable) {
      const until = formatDate(locale, restorable.restorableUntil ?? 0);
      return { title: t("access.deleted.pageTitle"), body: t("access.deleted.owner", { until }) };
    }
    // It opened the map once, so it was copied well enough.
    const isChanged = problem === "wrong-secret" && kept?.isVoid === true && !canUseKept;
    return isChanged
      ? { title: t("access.changed.title"), body: t("access.changed.body") }
      : wordsOf(t, problem);
  }

  return (
    <FullPageMessage {...words()}>
      {restorable ? (
        <Button variant="primary" isBusy={isRestoring} onPress={() => handleRestore(restorable)}>
          {t("access.deleted.restore")}
        </Button>
      ) : null}
      {mayHeal ? (
        <Button variant="primary" onPress={props.onTryAgain}>
          {t("problem.action.again")}
        </Button>
      ) : null}
      {canUseKept ? (
        <Button variant="primary" onPress={props.onOpenWithKept}>
          {t("problem.action.kept")}
        </Button>
      ) : null}
      {isUseless ? <Button onPress={handleForget}>{t("problem.action.forget")}</Button> : null}
      <LinkButton href="/">{t("problem.action.home")}</LinkButton>
    </FullPageMessage>
  );
}

type Words = Readonly<{ title: string; body: string }>;

function wordsOf(t: Translate, problem: AccessProblem): Words {
  switch (problem) {
    case "bad-address":
      return { title: t("problem.mapAddress.title"), body: t("problem.mapAddress.body") };
    case "no-secret":
      return { title: t("problem.noSecret.title"), body: t("problem.noSecret.body") };
    case "wrong-secret":
      return { title: t("problem.wrongSecret.title"), body: t("problem.wrongSecret.body") };
    case "not-found":
      return { title: t("problem.mapGone.title"), body: t("problem.mapGone.body") };
    case "unreachable":
      return { title: t("problem.unreachable.title"), body: t("problem.unreachable.body") };
    default:
      if (problem.code === "deleted")
        return { title: t("access.deleted.pageTitle"), body: t("access.deleted.others") };
      return { title: t("problem.unexpected.title"), body: problemText(t, problem) };
  }
}
