import { Plus } from "lucide-react";
import { useId, useState } from "react";
import type { CardId, CitationId, SourceId } from "#shared/model/index.ts";
import { useRecord, useSessionStatus } from "../../session/session-context.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useWords } from "../../words/use-words.ts";
import { CitationForm } from "./citation-form.tsx";
import { CitationList } from "./citation-list.tsx";
import { FormActions } from "./form-actions.tsx";
import { SourceForm } from "./source-form.tsx";

export type SourcesDialogProps = Readonly<{
  cardId: CardId;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}>;

type View =
  | Readonly<{ show: "list"; focusOn: CitationId | "add" | undefined }>
  | Readonly<{ show: "add" }>
  | Readonly<{ show: "edit"; citation: CitationId }>
  | Readonly<{ show: "source"; source: SourceId; citation: CitationId }>;

const firstView: View = { show: "list", focusOn: undefined };

/** The citations of one card: to read for everyone, to add, edit and remove for those who may edit. */
export function SourcesDialog({ cardId, isOpen, onOpenChange }: SourcesDialogProps) {
  const t = useWords();
  const formId = useId();
  const card = useRecord("card", cardId);
  const { canEdit } = useSessionStatus();
  const [view, setView] = useState(firstView);
  const [edits, setEdits] = useState<"none" | "some" | "leaving">("none");

  function show(next: View) {
    setView(next);
    setEdits("none");
  }

  function backToList() {
    const focusOn = view.show === "edit" || view.show === "source" ? view.citation : "add";
    show({ show: "list", focusOn });
  }

  function handleOpenChange(next: boolean) {
    if (!next && card && edits !== "none") return setEdits("leaving");
    if (!next) show(firstView);
    onOpenChange(next);
  }

  function body() {
    if (!card) return <Notice tone="warning">{t("sources.cardGone")}</Notice>;
    const onEdited = () => setEdits("some");
    switch (view.show) {
      case "list":
        return (
          <CitationList
            card={card}
            canEdit={canEdit}
            focusOn={view.focusOn === "add" ? undefined : view.focusOn}
            onEdit={(citation) => show({ show: "edit", citation })}
            onEditSource={(citation, source) => show({ show: "source", source, citation })}
          />
        );
      case "add":
      case "edit":
        return (
          <CitationForm
            formId={formId}
            card={card}
            citationId={view.show === "edit" ? view.citation : undefined}
            onEdited={onEdited}
            onSaved={(citation) => show({ show: "list", focusOn: citation })}
          />
        );
      case "source":
        return <SourceForm formId={formId} sourceId={view.source} onEdited={onEdited} onSaved={backToList} />;
    }
  }

  function actions() {
    if (!card) return undefined;
    if (view.show !== "list") {
      return (
        <FormActions
          formId={formId}
          saveLabel={t(view.show === "add" ? "sources.add" : "sources.save")}
          isLeaving={edits === "leaving"}
          onStay={() => setEdits("some")}
          onLeave={backToList}
        />
      );
    }
    return canEdit ? (
      <Button
        key="add"
        variant="primary"
        icon={<Plus size={16} />}
        autoFocus={view.focusOn === "add"}
        onPress={() => show({ show: "add" })}
      >
        {t("sources.add")}
      </Button>
    ) : undefined;
  }

  return (
    <Dialog
      title={t(`sources.heading.${view.show}`)}
      closeLabel={t("app.close")}
      isOpen={isOpen}
      onOpenChange={handleOpenChange}
      actions={actions()}
    >
      {body()}
    </Dialog>
  );
}
