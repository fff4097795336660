import { useDeviceMaps, useServices } from "../api/services.tsx";
import { Button } from "../ui/button.tsx";
import { LinkButton } from "../ui/link-button.tsx";
import { problemText } from "../words/problem-words.ts";
import { useWords } from "../words/use-words.ts";
import type { Translate } from "../words/words.ts";
import { readAddressSecret } from "./address-secret.ts";
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
  const isUseless =
    kept !== undefined && !canUseKept && (problem === "wrong-secret" || problem === "not-found");
  const mayHeal = problem === "unreachable" || typeof problem === "object";
  function handleForget() {
    deviceMaps.forget(mapId);
    void forgetCopy(mapId);
  }

  return (
    <FullPageMessage {...wordsOf(t, problem)}>
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

function wordsOf(t: Translate, problem: AccessProblem): Readonly<{ title: string; body: string }> {
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
      return { title: t("problem.unexpected.title"), body: problemText(t, problem) };
  }
}
