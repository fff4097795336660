import { useState } from "react";
import type { LinkName } from "#shared/protocol/roles.ts";
import type { ApiProblem } from "../../api/api-problem.ts";
import { Button } from "../../ui/button.tsx";
import { useToast } from "../../ui/toast.tsx";
import { problemText } from "../../words/problem-words.ts";
import { useWords } from "../../words/use-words.ts";
import { Confirmation } from "./confirmation.tsx";
import css from "./share.module.css";

export type ChangeLinkProps = Readonly<{
  name: LinkName;
  /** Makes the new link; says why that could not be. */
  onChange: () => Promise<ApiProblem | null>;
}>;

/** Puts a new link in place of one, after saying what that does. */
export function ChangeLink({ name, onChange }: ChangeLinkProps) {
  const t = useWords();
  const showToast = useToast();
  const [isAsking, setAsking] = useState(false);

  async function change(): Promise<string | null> {
    const problem = await onChange();
    if (problem) return problemText(t, problem);
    showToast({ text: t("access.change.done") });
    return null;
  }

  return (
    <div className={css["change"]}>
      <Button variant="quiet" size="small" onPress={() => setAsking(true)}>
        {t(`access.change.${name}`)}
      </Button>
      <Confirmation
        title={t(`access.change.title.${name}`)}
        confirmLabel={t("access.change.confirm")}
        isOpen={isAsking}
        onOpenChange={setAsking}
        onConfirm={change}
      >
        {t(name === "owner" ? "access.change.bodyOwner" : "access.change.body")}
      </Confirmation>
    </div>
  );
}
