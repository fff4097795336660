import { useEffect, useState } from "react";
import { JoinCode } from "../../stage/index.ts";
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
  useEffect(() => {
    let isHere = true;
    void remoteCode.addressFor(talk).then((found) => {
      if (isHere) setAddress(found);
    });
    return () => {
      isHere = false;
    };
  }, [remoteCode, talk]);
  return (
    <Dialog isOpen title={tell("present.remote")} closeLabel={tell("present.close")} onOpenChange={onClose}>
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
    </Dialog>
  );
}
