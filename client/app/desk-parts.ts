/** What stands around the canvas, in one piece of code: it comes right after the map can be seen. */
export { Dock } from "../canvas/bars/dock.tsx";
export { SelectionBar } from "../canvas/bars/selection-bar.tsx";
export { ContextMenu } from "../canvas/context-menu/context-menu.tsx";
export { TogetherLayer } from "../canvas/together/together-layer.tsx";
export { MapControls } from "../features/map-menu/map-controls.tsx";
export { PeopleHere } from "../features/people/people-here.tsx";
export { SaveIndicator } from "../features/save-state/save-indicator.tsx";
export { MapAside } from "./map-aside.tsx";
export { MapFiles } from "./map-files.tsx";
export { MapNotice } from "./map-notice.tsx";
export { MapTemplates } from "./map-templates.tsx";
export { MapTitle } from "./map-title.tsx";
export { OutlineToggle } from "./outline-toggle.tsx";
export { ViewSwitch } from "./view-switch.tsx";
