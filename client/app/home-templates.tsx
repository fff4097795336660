import { LayoutTemplate } from "lucide-react";
import { nanoid } from "nanoid";
import { useState } from "react";
import { writeJson } from "#shared/formats/json/index.ts";
import { createIdSource, type PlainMap } from "#shared/model/index.ts";
import { dialogCode, FetchedDialog } from "../shell/fetched-dialog.tsx";
import { useNewMap } from "../shell/use-new-map.ts";
import { useOwnPresence } from "../shell/use-own-presence.ts";
import { Button } from "../ui/button.tsx";
import { problemText } from "../words/problem-words.ts";
import { useWords } from "../words/use-words.ts";

const templatesDialog = dialogCode(
  async () => (await import("../features/templates/templates-dialog.tsx")).TemplatesDialog,
);

/** The button on the first page that offers templates, and the map made of the one chosen. */
export function HomeTemplates() {
  const t = useWords();
  const { name } = useOwnPresence();
  const { create, isBusy } = useNewMap();
  const [isOpen, setOpen] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  async function begin(map: PlainMap) {
    const { title } = map.meta;
    const content = { format: "json", content: writeJson(map), ...(title === "" ? {} : { title }) } as const;
    const problem = await create(map.records.size === 0 ? {} : content);
    setFault(problem && problemText(t, problem));
  }

  return (
    <>
      <Button size="large" icon={<LayoutTemplate size={18} />} onPress={() => setOpen(true)}>
        {t("templates.open")}
      </Button>
      <FetchedDialog
        code={templatesDialog}
        dialog={{
          isOpen,
          onOpenChange: (open: boolean) => {
            setFault(null);
            setOpen(open);
          },
          purpose: "begin" as const,
          making: () => ({
            createId: createIdSource(() => nanoid(12)),
            by: { author: name, createdAt: Date.now() },
          }),
          onMap: (map: PlainMap) => void begin(map),
          isBusy,
          fault,
        }}
      />
    </>
  );
}
