export const home = {
  "home.action.example": "Open the example",
  "home.action.import": "Import a file",
  "home.action.new": "New map",
  "home.busy": "One moment: the map is being made.",
  "home.drop": "Drop the file to open it as a new map",
  "home.exampleTitle": "Open or closed?",
  "home.fileEmpty": "“{file}” is empty. Choose a .json file that was saved from Counterpoint.",
  "home.fileTooLarge":
    "“{file}” is larger than {limit} MB, which is the most that a map may have. Split it into several files, or import only a part.",
  "home.fileUnreadable":
    "“{file}” could not be read as a map. Choose a .json file that was saved from Counterpoint.",
  "home.filesTooMany": "Several files were dropped. Drop one file at a time: each becomes a map of its own.",
  "home.headline": "Argue it out on one shared map",
  "home.imported":
    "{count, plural, one {“{file}” was read with # remark} other {“{file}” was read with # remarks}}: {first}",
  "home.lead":
    "Counterpoint is a shared canvas for an argument: put down claims, connect the evidence for and against, and question every step together, live.",
  "home.looks": "Appearance and language",
  "home.note": "Nothing to sign up for. A map belongs to whoever holds its link.",
  "home.picture.because": "because",
  "home.picture.but": "but",
  "home.picture.claim": "Yes: streets\nbecome places",
  "home.picture.evidence": "Air got cleaner\nwhere it was tried",
  "home.picture.label":
    "A small map: the claim “Yes: streets become places” answers the question “Should downtown be car-free?”, with a reason for it, an objection, and a reply to the objection.",
  "home.picture.objection": "Shops may lose\ntheir customers",
  "home.picture.question": "Should downtown\nbe car-free?",
  "home.picture.reply": "Footfall rose in\nmost such streets",
  "home.recent.empty": "Maps that you open show up here, on this device only.",
  "home.recent.emptyTitle": "No maps yet",
  "home.recent.forget": "Remove “{title}” from this list",
  "home.recent.forgetConfirm": "Remove",
  "home.recent.forgetLink": "Owner link",
  "home.recent.forgetLinkHint": "Keep it somewhere safe: it is the only way back in as the owner.",
  "home.recent.forgetOwner":
    "You own this map, and this device holds its owner link. The map stays, but without that link nobody can share or delete it.",
  "home.recent.forgetTitle": "Remove “{title}” from this device?",
  "home.recent.forgotten": "“{title}” was removed from this list",
  "home.recent.openedAgo": "Opened {ago}",
  "home.recent.title": "Recent on this device",
  "home.recent.undo": "Undo",
} as const;
