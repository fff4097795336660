import { TriangleAlert } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { problemText } from "../../words/problem-words.ts";
import { useWords } from "../../words/use-words.ts";
import { LinkField } from "./link-field.tsx";
import css from "./share.module.css";
import { useLinks } from "./use-links.ts";

/** All links of a map; the owner's own stays out of sight until asked for, because it gives everything away. */
export function OwnerLinks({ mapId, secret }: Readonly<{ mapId: string; secret: string }>) {
  const t = useWords();
  const { links, tryAgain } = useLinks(mapId, secret);
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
          <LinkField name="edit" value={links.links.edit} />
          <LinkField name="comment" value={links.links.comment} />
          <LinkField name="view" value={links.links.view} />
          <Disclosure title={t("share.ownerTitle")}>
            <div className={css["owner"]}>
              <Notice tone="warning" icon={<TriangleAlert size={16} aria-hidden="true" />}>
                {t("share.ownerWarning")}
              </Notice>
              <LinkField name="owner" value={links.links.owner} />
            </div>
          </Disclosure>
        </>
      );
  }
}
