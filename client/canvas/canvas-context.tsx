import { createContext, type ReactNode, useCallback, useContext, useSyncExternalStore } from "react";
import type { CardBox } from "#shared/diagram/index.ts";
import { assert } from "#shared/lib/assert.ts";
import type { CardId, Point, StepLayer } from "#shared/model/index.ts";
import type { OpenSession } from "../session/open-session.ts";
import type { MapUiStore } from "../state/map-ui-store.ts";
import type { DialogName } from "../state/view-store.ts";
import type { Translate } from "../words/words.ts";
import type { CanvasActions } from "./canvas-actions.ts";
import type { LinkGesture } from "./gestures/link-gesture.ts";
import type { CardNotes, Mark } from "./layers/bitmap/picture.ts";
import type { CanvasScene, PlacedLink } from "./scene/canvas-scene.ts";
import type { CardSearch } from "./search/card-search.ts";
import type { Following } from "./together/following.ts";
import type { MapView } from "./view/map-view.ts";
import type { Visibility } from "./visibility/visibility.ts";

/** What is said of cards and lines besides what they say themselves, by their keys. */
export type CanvasNotes = Readonly<{
  /** For where they are drawn. */
  markAt: (key: string) => Mark | undefined;
  /** For where they are elements: what stands in them. */
  noteAt: (key: string) => ReactNode;
  /** The same of a card in a line of text. */
  lineAt?: (key: string) => ReactNode;
  /** What a card that is an element is called, which says it, too; given what it is called else. */
  nameAt?: (key: string, name: string) => string;
  /** What is drawn on cards, where a frame and a name do not say it. */
  onCard?: CardNotes;
  /** Tells by their keys what is said of otherwise now. */
  onChange?: (listener: (keys: readonly string[]) => void) => () => void;
  /** Tells when something else is said of that one. */
  subscribeTo?: (key: string, listener: () => void) => () => void;
}>;

/** What stands behind the canvas, and all that a command needs to do its work. */
export type CanvasTools = Readonly<{
  session: OpenSession;
  /** Where things lie. */
  scene: CanvasScene;
  /** What this person has put out of sight. */
  visibility: Visibility;
  search: CardSearch;
  /** What can be done to the map. */
  actions: CanvasActions;
  /** The link being drawn. */
  linkGesture: LinkGesture;
  /** This person's selection, tool and panels. */
  ui: MapUiStore;
  /** The window onto the canvas. */
  view: MapView;
  /** Where one pointed when a command was asked for there, in canvas pixels. */
  at?: Point;
  /** Having another's view before one. */
  following: Following;
  openDialog: (dialog: DialogName) => void;
  /** Called whenever all that is in view has been drawn. */
  onDrawn: () => void;
  notes?: CanvasNotes | undefined;
  /** What this person wants said on cards of how they fare, and the way to want something else. */
  layer: StepLayer;
  showLayer: (layer: StepLayer) => void;
  /** Tells this person something in passing. */
  tell: (text: string) => void;
  t: Translate;
}>;

const CanvasContext = createContext<CanvasTools | null>(null);

export function CanvasProvider({ tools, children }: Readonly<{ tools: CanvasTools; children: ReactNode }>) {
  return <CanvasContext value={tools}>{children}</CanvasContext>;
}

export function useCanvas(): CanvasTools {
  const tools = useContext(CanvasContext);
  assert(tools, "this component stands inside a CanvasProvider");
  return tools;
}

/** What a card is called, anew when what else is said of it changes. */
export function useNotedName(id: CardId, name: string): string {
  const { notes } = useCanvas();
  const subscribe = useCallback(
    (listener: () => void) => notes?.subscribeTo?.(id, listener) ?? (() => undefined),
    [notes, id],
  );
  return useSyncExternalStore(subscribe, () => notes?.nameAt?.(id, name) ?? name);
}

/** How a card is laid out inside, anew only when that changes. */
export function useCardBox(id: CardId): CardBox | undefined {
  const { scene } = useCanvas();
  const subscribe = useCallback((listener: () => void) => scene.subscribe(id, listener), [scene, id]);
  return useSyncExternalStore(subscribe, () => scene.boxOf(id));
}

/** A line where it lies, anew when it moves or changes. */
export function useLink(key: string): PlacedLink | undefined {
  const { scene } = useCanvas();
  const subscribe = useCallback((listener: () => void) => scene.subscribe(key, listener), [scene, key]);
  return useSyncExternalStore(subscribe, () => scene.linkOf(key));
}
