import { ArrowLeft, CopyPlus, RotateCcw } from "lucide-react";
import {
  type ComponentType,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { Dialog, Heading, Modal, ModalOverlay, useLocale } from "react-aria-components";
import type { PlainMap } from "#shared/model/index.ts";
import type { VersionSummary } from "#shared/protocol/versions.ts";
import { useServices } from "../../api/services.tsx";
import type { VersionApi } from "../../api/version-api.ts";
import type { StillCanvasProps } from "../../canvas/still-canvas.tsx";
import { useSession } from "../../session/session-context.tsx";
import { createStillSession } from "../../session/still-session.ts";
import { createMapUiStore } from "../../state/map-ui-store.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { KeyboardKeeper } from "../../ui/keyboard-keeper.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { useWords } from "../../words/use-words.ts";
import { changeNotes } from "./change-notes.tsx";
import { ChangePanel, type Walk } from "./change-panel.tsx";
import { compare } from "./compare.ts";
import { useVersion } from "./use-version.ts";
import css from "./version-view.module.css";
import { nameOfVersion, versionProblemText, whenOfVersion } from "./version-words.ts";

export type VersionAction = "restore" | "copy";

export type VersionViewProps = Readonly<{
  version: VersionSummary;
  versions: VersionApi;
  /** Handed in: it is among what the page has already. */
  StillCanvas: ComponentType<StillCanvasProps>;
  /** Undefined for those who may not. */
  onRestore: (() => void) | undefined;
  onCopy: () => void;
  /** What is being done; nothing else can be begun meanwhile. */
  busy: VersionAction | null;
  fault: string | null;
  onBack: () => void;
}>;

/** A version on a canvas of its own, over the whole page, with what has changed since; nobody can change it there. */
export function VersionView(props: VersionViewProps) {
  const t = useWords();
  const { locale } = useLocale();
  const { now } = useServices();
  const { version: summary, onBack } = props;
  const { version, tryAgain } = useVersion(props.versions, summary.id);
  const walk = useRef<Walk>(null);
  const when = whenOfVersion(locale, summary, now());
  const name = nameOfVersion(t, summary);

  function handleKey(event: KeyboardEvent) {
    const by = stepOf(event);
    if (!by || !walk.current) return;
    event.preventDefault();
    event.stopPropagation();
    walk.current(by);
  }

  return (
    <ModalOverlay className={css["cover"] ?? ""} isOpen onOpenChange={(isOpen) => isOpen || onBack()}>
      <Modal className={css["modal"] ?? ""}>
        <Dialog className={css["view"] ?? ""} aria-label={t("history.version", { name, when })}>
          <KeyboardKeeper />
          <div className={css["inside"]} onKeyDownCapture={handleKey}>
            <div className={css["bar"]}>
              <IconButton label={t("history.back")} onPress={onBack} autoFocus>
                <ArrowLeft size={18} />
              </IconButton>
              <div className={css["what"]}>
                <Heading slot="title" level={2} className={css["name"] ?? ""}>
                  <bdi>{name}</bdi>
                </Heading>
                <span className={css["when"]}>{when}</span>
              </div>
              <div className={css["actions"]}>
                <Button
                  size="small"
                  icon={<CopyPlus size={16} />}
                  isBusy={props.busy === "copy"}
                  isDisabled={props.busy === "restore"}
                  onPress={props.onCopy}
                >
                  {t("history.copy")}
                </Button>
                {props.onRestore ? (
                  <Button
                    variant="primary"
                    size="small"
                    icon={<RotateCcw size={16} />}
                    isBusy={props.busy === "restore"}
                    isDisabled={props.busy === "copy"}
                    onPress={props.onRestore}
                  >
                    {t("history.restore")}
                  </Button>
                ) : null}
              </div>
            </div>
            {props.fault ? (
              <div className={css["message"]}>
                <Notice tone="danger">{props.fault}</Notice>
              </div>
            ) : null}
            {version.state === "loading" ? (
              <p className={css["waiting"]} role="status">
                <Spinner />
                {t("history.loadingOne")}
              </p>
            ) : version.state === "failed" ? (
              <div className={css["waiting"]}>
                <Notice tone="danger">{versionProblemText(t, version.problem)}</Notice>
                <Button onPress={tryAgain}>{t("problem.action.again")}</Button>
              </div>
            ) : (
              <ComparedCanvas then={version.map} walk={walk} StillCanvas={props.StillCanvas} />
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

type ComparedCanvasProps = Pick<VersionViewProps, "StillCanvas"> &
  Readonly<{ then: PlainMap; walk: RefObject<Walk | null> }>;

/** The version with what has changed until it was looked at; whoever goes on working does not pull it away. */
function ComparedCanvas({ then, walk, StillCanvas }: ComparedCanvasProps) {
  const t = useWords();
  const { mapId, doc, records } = useSession();
  const [now, setNow] = useState(() => doc.toPlainMap());
  const [isStale, setStale] = useState(false);
  const [showsChanges, setShowsChanges] = useState(true);
  const [ui] = useState(() => createMapUiStore({ tool: "hand" }));
  useEffect(() => records.subscribeAll(() => setStale(true)), [records]);

  const comparison = useMemo(() => compare(then, now), [then, now]);
  const shown = showsChanges ? comparison.both : then;
  const session = useMemo(() => createStillSession(mapId, shown), [mapId, shown]);
  const notes = useMemo(
    () => (showsChanges ? changeNotes(comparison.changes, t) : undefined),
    [comparison, showsChanges, t],
  );

  function compareAgain() {
    setNow(doc.toPlainMap());
    setStale(false);
  }

  return (
    // A section: the heads of cards are not the head of the page.
    <section className={css["canvas"]}>
      <StillCanvas session={session} ui={ui} notes={notes}>
        <div className={css["side"]}>
          {isStale ? (
            <div className={css["stale"]} role="status">
              {t("history.stale")}
              <Button size="small" onPress={compareAgain}>
                {t("history.again")}
              </Button>
            </div>
          ) : null}
          <div className={css["choice"]}>
            <Checkbox label={t("history.show")} isSelected={showsChanges} onChange={setShowsChanges} />
          </div>
          {showsChanges ? <ChangePanel comparison={comparison} walk={walk} /> : null}
        </div>
      </StillCanvas>
    </section>
  );
}

/** N and P, or F3 and Shift + F3 as in a search. */
function stepOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): 1 | -1 | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  if (key === "F3") return shiftKey ? -1 : 1;
  if (key === "n" || key === "N") return 1;
  return key === "p" || key === "P" ? -1 : undefined;
}
