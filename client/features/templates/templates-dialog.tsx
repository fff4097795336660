import { ListTree } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import { createIdSource, emptyMap, type PlainMap } from "#shared/model/index.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useWords } from "../../words/use-words.ts";
import { OutlineForm } from "./outline-form.tsx";
import { type Making, templateMap } from "./template-map.ts";
import { type TemplateName, templateNames } from "./template-outlines.ts";
import { TemplatePicture } from "./template-picture.tsx";
import css from "./templates-dialog.module.css";

export type TemplatesDialogProps = Readonly<{
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Begins a map, or adds to the one that is open. */
  purpose: "begin" | "insert";
  /** Asked for anew each time, so that ids and times are fresh. */
  making: () => Making;
  onMap: (map: PlainMap) => void;
  isBusy: boolean;
  /** Why the last choice came to nothing. */
  fault: string | null;
}>;

/** Ways to begin: a choice of maps whose cards say what belongs in their place, or an outline of one's own. */
export function TemplatesDialog(props: TemplatesDialogProps) {
  const t = useWords();
  const [isWriting, setWriting] = useState(false);

  function handleOpenChange(isOpen: boolean) {
    if (!isOpen) setWriting(false);
    props.onOpenChange(isOpen);
  }

  const title = isWriting
    ? t("templates.name.outline")
    : t(props.purpose === "begin" ? "templates.title.begin" : "templates.title.insert");
  return (
    <Dialog
      title={title}
      isOpen={props.isOpen}
      onOpenChange={handleOpenChange}
      closeLabel={t("app.close")}
      size="large"
    >
      {props.fault ? <Notice tone="danger">{props.fault}</Notice> : null}
      {isWriting ? (
        <OutlineForm
          making={props.making}
          onMap={props.onMap}
          onBack={() => setWriting(false)}
          isBusy={props.isBusy}
        />
      ) : (
        <Choices {...props} onWrite={() => setWriting(true)} />
      )}
    </Dialog>
  );
}

/** Ids for pictures, which nobody keeps. */
function countingIds(): Making["createId"] {
  let count = 0;
  return createIdSource(() => `picture-${++count}`);
}

function Choices(props: TemplatesDialogProps & Readonly<{ onWrite: () => void }>) {
  const t = useWords();
  const [pictures] = useState(() => {
    const making = (): Making => ({ createId: countingIds(), by: { author: "", createdAt: 1_000 } });
    return templateNames.map((name) => [name, templateMap(name, t, making())] as const);
  });
  const choose = (name: TemplateName) => {
    if (!props.isBusy) props.onMap(templateMap(name, t, props.making()));
  };
  return (
    <ul className={css["choices"]}>
      {props.purpose === "begin" ? (
        <li>
          <Choice
            name={t("templates.name.blank")}
            hint={t("templates.hint.blank")}
            onPress={() => props.onMap(emptyMap({ title: "", createdAt: 0 }))}
          >
            <span className={css["blank"]} />
          </Choice>
        </li>
      ) : null}
      {pictures.map(([name, map]) => (
        <li key={name}>
          <Choice
            name={t(`templates.name.${name}`)}
            hint={t(`templates.hint.${name}`)}
            onPress={() => choose(name)}
          >
            <TemplatePicture map={map} />
          </Choice>
        </li>
      ))}
      <li>
        <Choice name={t("templates.name.outline")} hint={t("templates.hint.outline")} onPress={props.onWrite}>
          <ListTree className={css["sign"]} strokeWidth={1.25} aria-hidden="true" />
        </Choice>
      </li>
    </ul>
  );
}

type ChoiceProps = Readonly<{ name: string; hint: string; onPress: () => void; children: ReactNode }>;

function Choice({ name, hint, onPress, children }: ChoiceProps) {
  return (
    <AriaButton className={css["choice"] ?? ""} onPress={onPress}>
      <span className={css["picture"]}>{children}</span>
      <span className={css["name"]}>{name}</span>
      <span className={css["hint"]}>{hint}</span>
    </AriaButton>
  );
}
