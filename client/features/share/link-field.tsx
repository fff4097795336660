import type { LinkName } from "#shared/protocol/roles.ts";
import { CopyField } from "../../ui/copy-field.tsx";
import { useWords } from "../../words/use-words.ts";

/** One link with what it gives, ready to be copied. `own` is the link that this user came by. */
export function LinkField({ name, value }: Readonly<{ name: LinkName | "own"; value: string }>) {
  const t = useWords();
  return (
    <CopyField
      label={t(`share.link.${name}`)}
      hint={t(`share.hint.${name}`)}
      value={value}
      copyLabel={t("share.copy")}
      copiedLabel={t("share.copied")}
      failedLabel={t("share.copyFailed")}
    />
  );
}
