export const clipboard = {
  "clipboard.copyDenied":
    "The browser does not let this page write to the clipboard from a menu. Use its copy key instead: Ctrl+C, or ⌘C.",
  "clipboard.empty": "There is no text on the clipboard. Copy some first.",
  "clipboard.failed": "Nothing was pasted: reading it took too long or failed. Paste a part of it.",
  "clipboard.notLoaded":
    "Pasting needs a part of the page that could not be fetched. Check your connection, then paste again.",
  "clipboard.pasteDenied":
    "The browser does not let this page read the clipboard from a menu. Use its paste key instead: Ctrl+V, or ⌘V.",
  "clipboard.pasted": "{count, plural, one {# card was pasted} other {# cards were pasted}}",
  "clipboard.reading": "Reading what you pasted …",
  "clipboard.textTooLong":
    "Nothing was pasted: a part of the text is longer than a card may be, which is {max} characters. Break it into several lines or paragraphs.",
  "clipboard.tooLarge": "Nothing was pasted: this is more than a map may hold. Paste a part of it.",
} as const;
