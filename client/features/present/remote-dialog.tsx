import { useEffect, useEffectEvent, useRef, useState } from "react";
import { JoinCode } from "../../stage/index.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { usePresenter } from "./presenter-context.ts";
import css from "./remote-dialog.module.css";
import { usePresentWords } from "./use-present-words.ts";

/** The way for one's own phone to become a remote. */
export function RemoteDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const tell = usePresentWords();
  const { remoteCode, stage } = usePresenter();
  const [address, setAddress] = useState<string | null>();
  const { talk } = stage;
  /** The last that was asked for; what comes late of another is not shown. */
  const asked = useRef<Promise<string | null>>(undefined);

  function show(asking: Promise<string | null>) {
    asked.current = asking;
    void asking.then((found) => {
      if (asked.current === asking) setAddress(found);
    });
  }
  const showOf = useEffectEvent((shown: string) => show(remoteCode.addressFor(shown)));
  useEffect(() => {
    showOf(talk);
    return () => {
      asked.current = undefined;
    };
  }, [talk]);

  function showAnother() {
    setAddress(undefined);
    show(remoteCode.another(talk));
  }

  return (
    <Dialog
      isOpen
      title={tell("present.remote")}
      closeLabel={tell("present.close")}
      onOpenChange={onClose}
      actions={
        <Button isBusy={address === undefined} onPress={showAnother}>
          {tell("present.remote.another")}
        </Button>
      }
    >
      <p>{tell("present.remote.body")}</p>
      <div className={css["square"]} role="status">
        {address === undefined ? (
          <Spinner />
        ) : address === null ? (
          tell("present.code.failed")
        ) : (
          <JoinCode
            address={address}
            label={tell("present.code.label", { address: tell("present.remote.title") })}
          />
        )}
      </div>
      <p>{tell("present.remote.another.body")}</p>
    </Dialog>
  );
}
