import { useEffect, useState } from "react";
import type { AudienceApi } from "../../api/audience-api.ts";
import { JoinCode } from "../../stage/index.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { usePresenter } from "./presenter-context.ts";
import css from "./remote-dialog.module.css";
import { usePresentWords } from "./use-present-words.ts";

/** By window, for the talk that is named: a code is good for many openings, and only so many are kept of a map. */
const remotes = new WeakMap<AudienceApi, Readonly<{ talk: string; address: Promise<string | null> }>>();

async function addressOfRemote(audience: AudienceApi, talk: string): Promise<string | null> {
  const known = remotes.get(audience);
  if (known?.talk === talk) return known.address;
  const address = audience.makeJoinCode("remote").then((made) => (made.ok ? made.value.url : null));
  remotes.set(audience, { talk, address });
  if ((await address) === null) remotes.delete(audience);
  return address;
}

/** The way for one's own phone to become a remote. */
export function RemoteDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const tell = usePresentWords();
  const { hall, stage } = usePresenter();
  const [address, setAddress] = useState<string | null>();
  const { audience } = hall;
  const { talk } = stage;
  useEffect(() => {
    let isHere = true;
    void addressOfRemote(audience, talk).then((found) => {
      if (isHere) setAddress(found);
    });
    return () => {
      isHere = false;
    };
  }, [audience, talk]);
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
