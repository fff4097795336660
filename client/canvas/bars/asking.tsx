import { type ReactNode, Suspense } from "react";
import { Dialog, DialogTrigger, Popover } from "react-aria-components";
import { useMapUi } from "../../state/map-ui-context.tsx";
import type { Question } from "../../state/map-ui-store.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { KeyboardKeeper } from "../../ui/keyboard-keeper.tsx";
import css from "./asking.module.css";

export type AskingProps = Readonly<{
  question: Question;
  label: string;
  shortcut?: string;
  icon: ReactNode;
  /** May be fetched when first opened. */
  children: ReactNode;
}>;

/** A small window at a button of the bar; commands open it as well. */
export function Asking({ question, label, shortcut, icon, children }: AskingProps) {
  const isOpen = useMapUi((state) => state.asking === question);
  const ask = useMapUi((state) => state.ask);
  const stopAsking = useMapUi((state) => state.stopAsking);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={(opens) => (opens ? ask(question) : stopAsking())}>
      <IconButton label={label} tooltipPlacement="top" {...(shortcut ? { shortcut } : {})}>
        {icon}
      </IconButton>
      <Popover className={css["popover"] ?? ""} placement="top" offset={8}>
        <Dialog aria-label={label} className={css["dialog"] ?? ""}>
          <KeyboardKeeper />
          <Suspense>{children}</Suspense>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
