import { type ComponentType, useEffect, useEffectEvent, useState } from "react";
import { useToast } from "../ui/toast.tsx";
import { useWords } from "../words/use-words.ts";

type Opening = Readonly<{ isOpen: boolean; onOpenChange: (isOpen: boolean) => void }>;

/** Long enough after the map is there that the page is at rest, soon enough that it is there before the network goes. */
const fetchAheadAfterMs = 4_000;

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
    const timer = setTimeout(() => void fetchOnce(code).catch(() => undefined), fetchAheadAfterMs); // asked again when opened
    return () => clearTimeout(timer);
  }, [code]);
}

/**
 * A dialog whose code the page does not wait for: it comes when first opened, or ahead of that while nothing else is
 * to be done, so that it opens at once, and without a network too. Where it cannot be had, that is said and it closes.
 */
export function FetchedDialog<Props extends Opening>({
  code,
  dialog,
}: Readonly<{ code: DialogCode<Props>; dialog: Props }>) {
  const t = useWords();
  const showToast = useToast();
  const [Content, setContent] = useState(() => code.known);
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
      (known) => isHere && setContent(() => known),
      () => isHere && giveUp(),
    );
    return () => {
      isHere = false;
    };
  }, [isWanted, code]);
  return Content ? <Content {...dialog} /> : null;
}
