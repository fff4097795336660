/** The whole map in a corner of the canvas. */
export const minimap = {
  "minimap.hide": "Hide the small map",
  "minimap.label": "Small map. Click, drag or press arrow keys to look elsewhere.",
  "minimap.show": "Show the small map",
} as const;
