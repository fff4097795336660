import { Trash2 } from "lucide-react";
import { Button, useLocale } from "react-aria-components";
import type { VersionSummary } from "#shared/protocol/versions.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { formatTime } from "../../words/format-day.ts";
import { useWords } from "../../words/use-words.ts";
import css from "./version-list.module.css";
import { nameOfVersion } from "./version-words.ts";

export type VersionRowProps = Readonly<{
  version: VersionSummary;
  /** One has just come back from it. */
  hasKeyboard: boolean;
  onLook: () => void;
  /** Undefined where it goes by itself, or not for this person. */
  onDelete: (() => void) | undefined;
}>;

/** One version in the list: when, what it is called, who kept it and how large it was. */
export function VersionRow({ version, hasKeyboard, onLook, onDelete }: VersionRowProps) {
  const t = useWords();
  const { locale } = useLocale();
  const name = nameOfVersion(t, version);
  return (
    <li className={css["row"]}>
      <Button className={css["version"] ?? ""} autoFocus={hasKeyboard} onPress={onLook}>
        <span className={css["time"]}>{formatTime(locale, version.at)}</span>{" "}
        <span className={css["about"]}>
          <bdi className={css["name"]} data-kind={version.kind}>
            {name}
          </bdi>{" "}
          <span className={css["facts"]}>
            {version.author ? <bdi>{t("history.by", { name: version.author })}</bdi> : null}{" "}
            <span>{t("history.cards", { count: version.cards })}</span>
          </span>
        </span>
      </Button>
      {onDelete ? (
        <IconButton label={t("history.delete", { name })} size="small" onPress={onDelete}>
          <Trash2 size={16} />
        </IconButton>
      ) : null}
    </li>
  );
}
