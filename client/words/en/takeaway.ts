/** Taking a presentation home: handout, slides, report. */
export const takeaway = {
  "takeaway.title": "Take away",
  "takeaway.presentation": "Presentation",
  "takeaway.untitled": "Steps without a presentation",
  "takeaway.notes": "With the presenter’s notes",
  "takeaway.notes.hint": "In handout and slides. For an audience they may be left out.",
  "takeaway.hidden":
    "{count, plural, one {# step is} other {# steps are}} left out of handout and slides: hidden, or with nothing left to show.",
  "takeaway.handout": "Handout",
  "takeaway.handout.what": "A PDF with a page for each step: its drawing, and the notes below it.",
  "takeaway.paper": "Paper",
  "takeaway.paper.a4": "A4",
  "takeaway.paper.letter": "US Letter",
  "takeaway.slides": "Slides",
  "takeaway.slides.what":
    "PowerPoint with a slide for each step, to be edited. The notes are the speaker’s notes.",
  "takeaway.report": "Report",
  "takeaway.report.what":
    "What came of the talk: steps, votes that were shown, cards and questions from the floor.",
  /** At the end of the name of the file. */
  "takeaway.report.file": "report",
  "takeaway.save.pdf": "Save PDF",
  "takeaway.save.pptx": "Save PowerPoint",
  "takeaway.save.html": "Save web page",
  "takeaway.save.md": "Save Markdown",
  "takeaway.nothing": "No step of this presentation is shown, so there are no pages and no slides.",
  "takeaway.undrawn":
    "The handout’s fonts do not have these characters, which become frames or are left out:",
  "takeaway.making": "Making the file",
  "takeaway.cancel": "Cancel",
  "takeaway.saved": "Saved as {file}",
  "takeaway.fault.tooLarge": "The map is too large for such a file.",
  "takeaway.fault.slow": "This took too long. Try it with fewer steps, or on a faster device.",
  "takeaway.fault.server":
    "The server did not answer, and it counts the votes. Try again when you are online.",
  "takeaway.fault.cannotMake": "The file could not be made. Reload the page and try again.",
} as const;
