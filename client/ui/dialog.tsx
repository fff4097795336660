import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { classNames } from "./class-names.ts";
import css from "./dialog.module.css";
import { IconButton } from "./icon-button.tsx";
import { KeyboardKeeper } from "./keyboard-keeper.tsx";

export type DialogProps = Readonly<{
  title: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  closeLabel: string;
  /** `alertdialog` for questions that must be answered: a press outside does not close it. */
  role?: "dialog" | "alertdialog";
  size?: "small" | "medium" | "large" | "wide";
  children: ReactNode;
  /** Buttons, the main one last. */
  actions?: ReactNode;
}>;

/** A modal window; on narrow screens a sheet from below. */
export function Dialog(props: DialogProps) {
  const { role = "dialog", size = "medium" } = props;
  return (
    <ModalOverlay
      className={css["overlay"] ?? ""}
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
      isDismissable={role === "dialog"}
    >
      <Modal className={classNames(css["modal"], css[size])}>
        <AriaDialog className={css["dialog"] ?? ""} role={role}>
          <KeyboardKeeper />
          <header className={css["header"]}>
            <Heading slot="title" className={css["title"] ?? ""}>
              {props.title}
            </Heading>
            <IconButton label={props.closeLabel} onPress={() => props.onOpenChange(false)}>
              <X size={18} />
            </IconButton>
          </header>
          <div className={css["body"]}>{props.children}</div>
          {props.actions ? <footer className={css["actions"]}>{props.actions}</footer> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
