import { useState } from "react";
import { useLocale } from "react-aria-components";
import type { VersionSummary } from "#shared/protocol/versions.ts";
import { useServices } from "../../api/services.tsx";
import type { VersionApi } from "../../api/version-api.ts";
import { useSession, useSessionStatus } from "../../session/session-context.tsx";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { formatDay } from "../../words/format-day.ts";
import { problemText } from "../../words/problem-words.ts";
import { useWords } from "../../words/use-words.ts";
import { byDay } from "./by-day.ts";
import { DeleteVersion } from "./delete-version.tsx";
import { NameVersion } from "./name-version.tsx";
import { useVersions } from "./use-versions.ts";
import css from "./version-list.module.css";
import { VersionRow } from "./version-row.tsx";

export type VersionListProps = Readonly<{
  versions: VersionApi;
  /** The version one has just come back from. */
  cameFrom: string | undefined;
  onLook: (version: VersionSummary) => void;
}>;

/** All versions that are kept, by day; for those who may edit a field to keep one more. */
export function VersionList({ versions: api, cameFrom, onLook }: VersionListProps) {
  const t = useWords();
  const { locale } = useLocale();
  const { now } = useServices();
  const { role } = useSession();
  const { canEdit } = useSessionStatus();
  const { versions, refresh } = useVersions(api);
  const [leaving, setLeaving] = useState<VersionSummary | null>(null);

  return (
    <>
      {canEdit ? <NameVersion versions={api} onNamed={refresh} /> : null}
      <p className={css["lead"]}>{t("history.lead")}</p>
      {versions.state === "loading" ? (
        <p className={css["waiting"]} role="status">
          <Spinner />
          {t("history.loading")}
        </p>
      ) : versions.state === "failed" ? (
        <>
          <Notice tone="danger">{problemText(t, versions.problem)}</Notice>
          <Button onPress={refresh}>{t("problem.action.again")}</Button>
        </>
      ) : versions.versions.length === 0 ? (
        <p className={css["lead"]}>{t("history.empty")}</p>
      ) : (
        byDay(versions.versions).map(([first, ...others]) => (
          <section key={first.id} className={css["day"]}>
            <h3 className={css["date"]}>{formatDay(locale, first.at, now())}</h3>
            <ul className={css["list"]}>
              {[first, ...others].map((version) => (
                <VersionRow
                  key={version.id}
                  version={version}
                  hasKeyboard={version.id === cameFrom}
                  onLook={() => onLook(version)}
                  onDelete={
                    role === "owner" && version.kind === "named" ? () => setLeaving(version) : undefined
                  }
                />
              ))}
            </ul>
          </section>
        ))
      )}
      {leaving ? (
        <DeleteVersion
          version={leaving}
          versions={api}
          onDeleted={refresh}
          onClose={() => setLeaving(null)}
        />
      ) : null}
    </>
  );
}
