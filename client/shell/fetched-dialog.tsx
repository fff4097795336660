import { type ComponentType, useEffect, useEffectEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { inIdleTime } from "../session/idle-time.ts";
import { useToast } from "../ui/toast.tsx";
import { useWords } from "../words/use-words.ts";
import { typeInto, WaitingField, type WaitingFieldHandle } from "./waiting-field.tsx";

type Opening = Readonly<{ isOpen: boolean; onOpenChange: (isOpen: boolean) => void }>;

/** So long after the page is there; what it shows first comes before what may be asked for. */
const fetchAheadAfterMs = 1_000;

/** Where the code of a dialog comes from, and the code once it has come. */
export type DialogCode<Props> = {
  readonly fetch: () => Promise<ComponentType<Props>>;
  known: ComponentType<Props> | undefined;
};

/** `const shareDialog = dialogCode(async () => (await import("./share-dialog.tsx")).ShareDialog)`. */
export function dialogCode<Props extends Opening>(
  fetchIt: () => Promise<ComponentType<Props>>,
): DialogCode<Props> {
  return { fetch: fetchIt, known: undefined };
}

async function fetchOnce<Props>(code: DialogCode<Props>): Promise<ComponentType<Props>> {
  code.known ??= await code.fetch();
  return code.known;
}

/** Fetches the code of a dialog that is not on the page yet while nothing else is to be done. */
export function useFetchedAhead<Props>(code: DialogCode<Props>): void {
  useEffect(() => {
    // Where it does not come, it is asked for again when opened.
    const fetchIt = () => void fetchOnce(code).catch(() => undefined);
    const timer = setTimeout(() => inIdleTime(fetchIt), fetchAheadAfterMs);
    return () => clearTimeout(timer);
  }, [code]);
}

type FetchedDialogProps<Props extends Opening> = Readonly<{
  code: DialogCode<Props>;
  dialog: Props;
  /** It speaks from beside the page and takes no keys; then they are not kept for it either. */
  leavesKeyboard?: boolean;
}>;

/**
 * A dialog whose code the page does not wait for: it comes when first opened, or ahead of that while nothing else is
 * to be done, so that it opens at once, and without a network too. What is typed meanwhile is typed into its first
 * field when it comes. Where it cannot be had, that is said and it closes.
 */
export function FetchedDialog<Props extends Opening>(props: FetchedDialogProps<Props>) {
  const { code, dialog, leavesKeyboard = false } = props;
  const t = useWords();
  const showToast = useToast();
  const [arrived, setArrived] = useState<ComponentType<Props>>();
  const waiting = useRef<WaitingFieldHandle>(null);
  // Fetched ahead, it is there in the same turn as the key that opens it.
  const Content = arrived ?? code.known;
  const { isOpen, onOpenChange } = dialog;
  const isWanted = isOpen && !Content;
  const giveUp = useEffectEvent(() => {
    onOpenChange(false);
    showToast({ text: t("app.partMissing") });
  });

  useFetchedAhead(code);
  useEffect(() => {
    if (!isWanted) return;
    let isHere = true;
    fetchOnce(code).then(
      (known) => {
        if (!isHere) return;
        const typed = waiting.current?.release();
        // At once: between the two a key would go elsewhere.
        flushSync(() => setArrived(() => known));
        if (typed) typeInto(document.activeElement, typed);
      },
      () => isHere && giveUp(),
    );
    return () => {
      isHere = false;
    };
  }, [isWanted, code]);
  if (Content) return <Content {...dialog} />;
  if (!isWanted || leavesKeyboard) return null;
  return <WaitingField ref={waiting} label={t("app.partComing")} onGiveUp={() => onOpenChange(false)} />;
}
