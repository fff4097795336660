import { Button } from "../ui/button.tsx";
import { useWords } from "../words/use-words.ts";
import { FullPageMessage } from "./full-page-message.tsx";

export function CrashedPage() {
  const t = useWords();
  return (
    <FullPageMessage title={t("problem.crashed.title")} body={t("problem.crashed.body")}>
      <Button variant="primary" onPress={() => window.location.reload()}>
        {t("problem.action.reload")}
      </Button>
    </FullPageMessage>
  );
}
