import { stepLayers } from "#shared/model/index.ts";
import { useView } from "../../state/view-context.tsx";
import { MenuChoice } from "../../ui/menu.tsx";
import { weighing as words } from "../../words/en/weighing.ts";
import { useLaterWords } from "../../words/later-words.ts";

/** The part of a menu that sets what cards say of how they fare. */
export function LayerChoice() {
  const tell = useLaterWords(words);
  const layer = useView((state) => state.layer);
  const showLayer = useView((state) => state.showLayer);
  return (
    <MenuChoice
      title={tell("weighing.layer")}
      value={layer}
      onChange={showLayer}
      options={stepLayers.map((value) => ({ value, text: tell(`weighing.layer.${value}`) }))}
    />
  );
}
