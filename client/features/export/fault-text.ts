import type { exporting } from "../../words/en/export.ts";
import type { TranslateIn } from "../../words/words.ts";
import type { MakingFault } from "./make-file.ts";

/** Why there is no file, and what to do; empty where it was called off. */
export function faultText(tell: TranslateIn<typeof exporting>, fault: MakingFault, message: string): string {
  switch (fault) {
    case "tooLarge":
      return tell("export.fault.tooLarge");
    case "slow":
      return tell("export.fault.slow");
    case "missing":
      return tell("export.fault.missing");
    case "cannotMake":
      return tell("export.fault.cannotMake", { message });
    case "calledOff":
      return "";
  }
}
