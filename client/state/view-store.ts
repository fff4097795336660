import { createJSONStorage, persist, type StateStorage } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import * as s from "#shared/lib/schema.ts";
import { type StepLayer, stepLayers } from "#shared/model/records.ts";
import { maxPersonNameChars } from "#shared/protocol/presence.ts";
import { type LanguageChoice, languageChoices } from "./language.ts";
import { newPerson, type Person, personColorNames } from "./person.ts";

export type ThemeChoice = "light" | "dark" | "contrast" | "system";
export const themeChoices: readonly ThemeChoice[] = ["light", "dark", "contrast", "system"];

/** Dialogs of the map page; at most one is open. */
export type DialogName =
  | "palette"
  | "tour"
  | "share"
  | "person"
  | "keyboard"
  | "templates"
  | "history"
  | "import"
  | "export"
  | "delete-map";

export type ViewState = Readonly<{
  theme: ThemeChoice;
  language: LanguageChoice;
  person: Person;
  dialog: DialogName | null;
  /** The first steps are told once on a device. */
  hasSeenTour: boolean;
  /** How wide the outline is beside the canvas, in pixels. */
  outlineWidth: number;
  /** Whether the small map is open; null leaves it to the room there is. */
  minimap: boolean | null;
  /** What is said on cards of how they fare. */
  layer: StepLayer;
}>;

/** How narrow and how wide the outline can be made, in pixels. */
export const outlineWidths = { min: 240, first: 400, max: 900 } as const;

export type ViewActions = Readonly<{
  chooseTheme: (theme: ThemeChoice) => void;
  chooseLanguage: (language: LanguageChoice) => void;
  introduce: (person: Person) => void;
  openDialog: (dialog: DialogName) => void;
  closeDialog: () => void;
  endTour: () => void;
  resizeOutline: (width: number) => void;
  showMinimap: (isShown: boolean) => void;
  showLayer: (layer: StepLayer) => void;
}>;

export type ViewStore = ReturnType<typeof createViewStore>;
type Preferences = Pick<
  ViewState,
  "theme" | "language" | "person" | "hasSeenTour" | "outlineWidth" | "minimap" | "layer"
>;

const preferencesSchema = s.object({
  theme: s.optional(s.oneOf(themeChoices)),
  language: s.optional(s.oneOf(languageChoices)),
  person: s.optional(
    s.object<Person>({ name: s.string({ max: maxPersonNameChars }), color: s.oneOf(personColorNames) }),
  ),
  hasSeenTour: s.optional(s.boolean()),
  outlineWidth: s.optional(s.number(outlineWidths.min, outlineWidths.max)),
  minimap: s.optional(s.nullable(s.boolean())),
  layer: s.optional(s.oneOf(stepLayers)),
});

/** What is kept, as far as it can be read; anything else is left at its default. */
function readPreferences(stored: unknown): Partial<Preferences> {
  const parsed = preferencesSchema.safeParse(stored);
  if (!parsed.success) return {};
  const { theme, language, person, hasSeenTour, outlineWidth, minimap, layer } = parsed.data;
  return {
    ...(theme ? { theme } : {}),
    ...(language ? { language } : {}),
    ...(person ? { person } : {}),
    ...(hasSeenTour === undefined ? {} : { hasSeenTour }),
    ...(outlineWidth === undefined ? {} : { outlineWidth }),
    ...(minimap === undefined ? {} : { minimap }),
    ...(layer ? { layer } : {}),
  };
}

function initialState(random: () => number): ViewState {
  return {
    theme: "system",
    language: "system",
    person: newPerson(random),
    dialog: null,
    hasSeenTour: false,
    outlineWidth: outlineWidths.first,
    minimap: null,
    layer: "none",
  };
}

/** This user's view on this device. `storage` keeps preferences, and nothing else, between visits. */
export function createViewStore(options: Readonly<{ storage: StateStorage; random: () => number }>) {
  return createStore<ViewState & ViewActions>()(
    persist(
      (set) => ({
        ...initialState(options.random),
        chooseTheme: (theme) => set({ theme }),
        chooseLanguage: (language) => set({ language }),
        introduce: (person) =>
          set({ person: { ...person, name: person.name.trim().slice(0, maxPersonNameChars) } }),
        openDialog: (dialog) => set({ dialog }),
        closeDialog: () => set({ dialog: null }),
        endTour: () => set({ dialog: null, hasSeenTour: true }),
        resizeOutline: (outlineWidth) => set({ outlineWidth }),
        showMinimap: (minimap) => set({ minimap }),
        showLayer: (layer) => set({ layer }),
      }),
      {
        name: "counterpoint.view",
        version: 1,
        storage: createJSONStorage(() => options.storage),
        partialize: ({
          theme,
          language,
          person,
          hasSeenTour,
          outlineWidth,
          minimap,
          layer,
        }): Preferences => ({
          theme,
          language,
          person,
          hasSeenTour,
          outlineWidth,
          minimap,
          layer,
        }),
        migrate: (stored) => stored as Preferences,
        merge: (stored, current) => ({ ...current, ...readPreferences(stored) }),
      },
    ),
  );
}
