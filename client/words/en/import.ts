/** The dialog that looks into a file and takes in what is there; these words come with it. */
export const importing = {
  "import.adding": "Adding {done} of {total} …",
  "import.another": "Another file",
  "import.cancel": "Cancel",
  "import.choose": "Choose a file",
  "import.count.arguments": "{count, plural, one {# argument} other {# arguments}}",
  "import.count.cards": "{count, plural, one {# card} other {# cards}}",
  "import.count.conflicts": "{count, plural, one {# contradiction} other {# contradictions}}",
  "import.count.groups": "{count, plural, one {# group} other {# groups}}",
  "import.count.presentations": "{count, plural, one {# presentation} other {# presentations}}",
  "import.count.sources": "{count, plural, one {# source} other {# sources}}",
  "import.count.steps": "{count, plural, one {# step of a presentation} other {# steps of a presentation}}",
  "import.counts": "What is in it",
  "import.done": "{count, plural, one {# thing was added to the map} other {# things were added to the map}}",
  "import.failed":
    "Something went wrong while this was added. Look at the map for what came in; undo takes it back. Then try again.",
  "import.fault.empty": "“{file}” is empty.",
  "import.fault.failed":
    "“{file}” could not be read: the program for it failed or could not be fetched. Check your connection, then try again.",
  "import.fault.slow": "“{file}” took too long to read. Split it into several files, or import only a part.",
  "import.fault.tooLarge":
    "“{file}” is larger than {limit} MB, which is the most that can be read. Split it into several files, or import only a part.",
  "import.fault.unknown":
    "“{file}” is nothing that can be read as a map. If you know what it is, choose it above.",
  "import.fault.unreadable": "“{file}” could not be opened. Is it a folder, or was it moved?",
  "import.findings": "Remarks about the file",
  "import.findings.none": "All of it was understood.",
  "import.findings.where": "Line {line}",
  "import.findings.whereExactly": "Line {line}, column {column}",
  "import.format": "Read as",
  "import.hint":
    "Drop a file here, paste one, or choose one. You see what is in it before anything is added.",
  "import.intoMap": "Add to this map",
  "import.intoNew": "Open as a new map",
  "import.known":
    "{count, plural, one {# card is on this map already, in the same words.} other {# cards are on this map already, in the same words.}}",
  "import.known.use": "Use the cards that are here, and add only what is new",
  "import.many": "Several files were given. Import one file at a time.",
  "import.new":
    "{count, plural, =0 {Nothing of it is new to this map.} one {# thing is new to this map.} other {# things are new to this map.}}",
  "import.nothing": "Nothing was found in it that could be added.",
  "import.pasted": "Pasted text",
  "import.reading": "Reading “{file}” …",
  "import.reads": "Reads {formats}.",
  "import.stopped": "Nothing was added.",
  "import.title": "Import",
  "import.tooLargeForNew":
    "As a map of its own this would be more than {limit} MB, which is the most that can be sent. Make an empty map first, then add the file to it.",
} as const;
