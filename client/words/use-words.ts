import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import { type Translate, translatorOf } from "./words.ts";

/** `const t = useWords(); t("share.title")`. */
export function useWords(): Translate {
  const { i18n } = useLingui();
  return useMemo(() => translatorOf(i18n), [i18n]);
}
