import { useSearchParams } from "wouter";
import { signInAddress } from "../api/account.ts";
import { buttonClass } from "../ui/button.tsx";
import { useWords } from "../words/use-words.ts";
import type { Translate } from "../words/words.ts";
import { FullPageMessage } from "./full-page-message.tsx";

/** `/sign-in`: why signing in came to nothing, and the way to try again. */
export function SignInPage() {
  const t = useWords();
  const [search] = useSearchParams();
  return (
    <FullPageMessage title={t("access.signIn.title")} body={bodyOf(t, search.get("fault"))}>
      <a className={buttonClass("primary")} href={signInAddress("/")}>
        {t("access.signIn.action")}
      </a>
    </FullPageMessage>
  );
}

function bodyOf(t: Translate, fault: string | null): string {
  switch (fault) {
    case "expired":
      return t("access.signIn.expired");
    case "refused":
      return t("access.signIn.refused");
    case "unavailable":
      return t("access.signIn.unavailable");
    default:
      return t("access.signIn.body");
  }
}
