import { TriangleAlert } from "lucide-react";
import type { MapLinks } from "#shared/protocol/api.ts";
import type { LinkName } from "#shared/protocol/roles.ts";
import type { ApiProblem } from "../../api/api-problem.ts";
import { type ExchangeLink, secretOf } from "../../api/link-secret.ts";
import { useServices } from "../../api/services.tsx";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { problemText } from "../../words/problem-words.ts";
import { useWords } from "../../words/use-words.ts";
import { ChangeLink } from "./change-link.tsx";
import { LinkField } from "./link-field.tsx";
import { LockChoice } from "./lock-choice.tsx";
import css from "./share.module.css";
import { useLinks } from "./use-links.ts";

export type OwnerLinksProps = Readonly<{
  mapId: string;
  secret: string;
  token: string;
  exchangeLink: ExchangeLink;
}>;

const lesserLinks = ["edit", "comment", "view"] as const satisfies readonly LinkName[];

/**
 * All links of a map and what only its owner may do; the owner's own link stays out of sight until asked for, because it
 * gives everything away.
 */
export function OwnerLinks({ mapId, secret, token, exchangeLink }: OwnerLinksProps) {
  const t = useWords();
  const { api } = useServices();
  const { links, tryAgain, changeLink } = useLinks(mapId, secret);

  async function changeOwnLink(): Promise<ApiProblem | null> {
    let problem: ApiProblem | null = null;
    await exchangeLink(async () => {
      const changed = await api.changeLink(mapId, "owner", secret);
      if (changed.ok) return { role: "owner", secret: secretOf(changed.value.links.owner) };
      problem = changed.error;
      return null;
    });
    return problem;
  }

  switch (links.state) {
    case "loading":
      return (
        <p className={css["waiting"]} role="status">
          <Spinner />
          {t("share.loading")}
        </p>
      );
    case "failed":
      return (
        <>
          <Notice tone="danger">{problemText(t, links.problem)}</Notice>
          <Button onPress={tryAgain}>{t("problem.action.again")}</Button>
        </>
      );
    case "loaded":
      return (
        <>
          <p className={css["lead"]}>{t("share.lead")}</p>
          {lesserLinks.map((name) => (
            <ChangeableLink key={name} name={name} links={links.links} onChange={() => changeLink(name)} />
          ))}
          <LockChoice mapId={mapId} token={token} wasLocked={links.isLocked} />
          <Disclosure title={t("share.ownerTitle")}>
            <div className={css["owner"]}>
              <Notice tone="warning" icon={<TriangleAlert size={16} aria-hidden="true" />}>
                {t("share.ownerWarning")}
              </Notice>
              <ChangeableLink name="owner" links={links.links} onChange={changeOwnLink} />
            </div>
          </Disclosure>
        </>
      );
  }
}

function ChangeableLink(
  props: Readonly<{ name: LinkName; links: MapLinks; onChange: () => Promise<ApiProblem | null> }>,
) {
  const { name, links, onChange } = props;
  return (
    <div className={css["link"]}>
      <LinkField name={name} value={links[name]} />
      <ChangeLink name={name} onChange={onChange} />
    </div>
  );
}
