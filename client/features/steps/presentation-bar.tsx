import { CopyPlus, Download, Ellipsis, PenLine, Plus, Route, Trash2 } from "lucide-react";
import { useState } from "react";
import { modelLimits } from "#shared/model/index.ts";
import { useSession, useSessionStatus } from "../../session/session-context.tsx";
import type { StepPages } from "../../session/step-book.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../ui/menu.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useToast } from "../../ui/toast.tsx";
import { useWords } from "../../words/use-words.ts";
import type { StepActions } from "./step-actions.ts";
import css from "./steps.module.css";
import { useStepsWords } from "./steps-words.ts";

export type PresentationBarProps = Readonly<{
  pages: StepPages;
  page: StepPages[number] | undefined;
  actions: StepActions;
  onChoose: (key: string) => void;
  onBuild: () => void;
  /** Offers what can be taken home of it. */
  onTakeAway: () => void;
}>;

/** Which presentation is shown, and what can be done with it as a whole. */
export function PresentationBar(props: PresentationBarProps) {
  const { pages, page, actions, onChoose, onBuild, onTakeAway } = props;
  const say = useStepsWords();
  const { canEdit } = useSessionStatus();
  const session = useSession();
  const showToast = useToast();
  const [isRenaming, setRenaming] = useState(false);
  const titleOf = (one: StepPages[number] | undefined) => one?.presentation?.title || say("steps.untitled");

  function remove(given: StepPages[number]) {
    if (!actions.deletePresentation(given)) return;
    onChoose("");
    showToast({
      text: say("steps.deletedPresentation", { title: titleOf(given) }),
      action: { label: say("steps.undo"), onPress: () => session.undo() },
    });
  }

  /** One without a name gets it by becoming a presentation of its own. */
  function rename(title: string) {
    setRenaming(false);
    if (!page) return;
    if (page.presentation) return actions.rename(page.presentation.id, title);
    const named = actions.nameLoose(page.steps, title);
    if (named) onChoose(named);
  }

  if (!page) return null;
  return (
    <div className={css["bar"]}>
      <Select
        label={say("steps.presentation")}
        value={page.presentation?.id ?? ""}
        onChange={onChoose}
        options={pages.map((one) => ({ value: one.presentation?.id ?? "", label: titleOf(one) }))}
      />
      <IconButton label={say("steps.takeAway")} onPress={onTakeAway}>
        <Download size={18} />
      </IconButton>
      {canEdit ? (
        <Menu
          label={say("steps.menu")}
          placement="bottom end"
          trigger={
            <IconButton label={say("steps.menu")}>
              <Ellipsis size={18} />
            </IconButton>
          }
        >
          <MenuItem
            id="new"
            text={say("steps.new")}
            icon={<Plus size={16} />}
            onAction={() => onChoose(actions.addPresentation(say("steps.firstTitle")) ?? "")}
          />
          <MenuItem id="build" text={say("steps.buildPath")} icon={<Route size={16} />} onAction={onBuild} />
          <MenuSeparator />
          <MenuItem
            id="rename"
            text={say("steps.rename")}
            icon={<PenLine size={16} />}
            onAction={() => setRenaming(true)}
          />
          <MenuItem
            id="duplicate"
            text={say("steps.duplicate")}
            icon={<CopyPlus size={16} />}
            onAction={() => {
              const title = say("steps.copyTitle", { title: titleOf(page) }).slice(
                0,
                modelLimits.maxTitleChars,
              );
              onChoose(actions.duplicatePresentation(page, title) ?? "");
            }}
          />
          <MenuItem
            id="delete"
            tone="danger"
            text={say("steps.deletePresentation")}
            icon={<Trash2 size={16} />}
            onAction={() => remove(page)}
          />
        </Menu>
      ) : null}
      {isRenaming ? (
        <RenameDialog
          title={page.presentation?.title ?? ""}
          onSave={rename}
          onClose={() => setRenaming(false)}
        />
      ) : null}
    </div>
  );
}

type RenameDialogProps = Readonly<{ title: string; onSave: (title: string) => void; onClose: () => void }>;

function RenameDialog({ title, onSave, onClose }: RenameDialogProps) {
  const t = useWords();
  const say = useStepsWords();
  const [name, setName] = useState(title);
  return (
    <Dialog
      title={say("steps.renameTitle")}
      closeLabel={t("app.close")}
      size="small"
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      <form
        className={css["form"]}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") onSave(name.trim());
        }}
      >
        <TextField
          label={say("steps.name")}
          value={name}
          onChange={setName}
          maxLength={modelLimits.maxTitleChars}
          autoFocus
        />
        <div className={css["formEnd"]}>
          <Button onPress={onClose}>{say("steps.cancel")}</Button>
          <Button type="submit" variant="primary" isDisabled={name.trim() === ""}>
            {say("steps.save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
