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
  const { hall } = usePresenter();
  const [address, setAddress] = useState<string | null>();
  const { audience } = hall;
  useEffect(() => {
    let isHere = true;
    void audience.makeJoinCode("remote").then((made) => {
      if (isHere) setAddress(made.ok ? made.value.url : null);
    });
    return () => {
      isHere = false;
    };
  }, [audience]);
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
