import { LinkButton } from "../ui/link-button.tsx";
import { useWords } from "../words/use-words.ts";
import { FullPageMessage } from "./full-page-message.tsx";

export function NotFoundPage() {
  const t = useWords();
  return (
    <FullPageMessage title={t("problem.page.title")} body={t("problem.page.body")}>
      <LinkButton variant="primary" href="/">
        {t("problem.action.home")}
      </LinkButton>
    </FullPageMessage>
  );
}
