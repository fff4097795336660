export const app = {
  "app.close": "Close",
  "app.home": "Counterpoint, to the first page",
  "app.messages": "Messages",
  "app.name": "Counterpoint",
  "app.partComing": "One moment: what you type is kept",
  "app.partMissing": "This part of the page could not be fetched. Check your connection, then try again.",
  "app.titled": "{title} · Counterpoint",

  "fault.cycle": "That would make it about itself.",
  "fault.duplicate": "These are connected in this way already.",
  "fault.empty": "That needs at least one premise.",
  "fault.missing": "Someone else has deleted that meanwhile.",
  "fault.other": "That cannot be done here.",
  "fault.readOnly": "You cannot change this map here and now.",
  "fault.selfReference": "A card cannot be a reason for or against itself.",
  "fault.tooLarge": "That is more than a card or map may hold.",
  "fault.wrongKind":
    "Questions are answered; claims are argued for and against. This card is part of something else already.",

  "language.en": "English",
  "language.system": "Like the browser",
  "language.title": "Language",
  "language.zh": "简体中文",

  "problem.action.again": "Try again",
  "problem.action.forget": "Remove from this device",
  "problem.action.home": "To the first page",
  "problem.action.kept": "Open with the link kept here",
  "problem.action.reload": "Reload the page",
  "problem.busy": "The server has had many calls from here in a short time. Wait a minute, then try again.",
  "problem.conflict": "Somebody else changed the same thing at the same moment. Look at it, then try again.",
  "problem.manyVersions": "This map has as many named versions as it may. Its owner can delete one.",
  "problem.crashed.body":
    "What you wrote is kept on this device and on the server. Reload the page to go on.",
  "problem.crashed.title": "This page has run into a fault",
  "problem.forbidden": "Your link does not allow that. Ask the owner of the map for a link that does.",
  "problem.full":
    "The server has no room left, so nothing was saved. Tell whoever runs it; until then, keep the file.",
  "problem.internal":
    "The server ran into a fault and did not do it. Try again; if it happens once more, tell whoever runs the server.",
  "problem.line": "Line {line}: {message}",
  "problem.mapAddress.body":
    "The address of a map looks like /m/… and is made by Counterpoint. Check that all of it was copied.",
  "problem.mapAddress.title": "This is not the address of a map",
  "problem.mapDeleted": "The map was deleted by its owner.",
  "problem.mapGone": "The map is gone: it was deleted, or it never was on this server.",
  "problem.mapGone.body":
    "It was deleted by its owner, or it never was on this server. Ask whoever gave you the link.",
  "problem.mapGone.title": "There is no such map",
  "problem.noSecret.body":
    "The part after # in its link is the key, and this device does not have it. Ask whoever shared the map for the whole link.",
  "problem.noSecret.title": "This map needs its whole link",
  "problem.page.body": "The address may be mistyped, or the page may have moved.",
  "problem.page.title": "There is no such page",
  "problem.signIn": "You have to sign in first. The page to do that is being opened.",
  "problem.tooLarge": "That is larger than a map may be. Split it, or import only a part.",
  "problem.unexpected.title": "The map could not be opened",
  "problem.unreachable": "The server cannot be reached. Check your connection, then try again.",
  "problem.unreachable.body":
    "Check your connection. As soon as the server answers, the map opens by itself.",
  "problem.unreachable.title": "The server cannot be reached",
  "problem.unreadable": "The file could not be read as a map.",
  "problem.wrongSecret": "The link no longer opens this map. Ask its owner for a new one.",
  "problem.wrongSecret.body":
    "Its key is not, or no longer, one of this map’s. Check that the whole link was copied, or ask the owner for a new one.",
  "problem.wrongSecret.title": "This link does not open the map",

  "role.commenter": "Can comment",
  "role.editor": "Can edit",
  "role.owner": "Owner",
  "role.viewer": "Can view",

  "save.loading": "Opening",
  "save.locked": "Locked",
  "save.lockedHint": "The owner has locked this map: you can read it, and nobody else can change it.",
  "save.noCopyHint":
    "The browser lets this page keep nothing on this device, so your last changes are in this page only. Leave it open until it says “Saved”.",
  "save.offline": "Offline",
  "save.offlineHint":
    "You can go on working: changes are kept on this device and sent when the server is back.",
  "save.commentOnly": "Comments only",
  "save.commentOnlyHint": "The link you came by lets you look and comment, not change.",
  "save.readOnly": "View only",
  "save.readOnlyHint": "The link you came by lets you look, not change.",
  "save.saved": "Saved",
  "save.savedHint": "The server has everything you wrote on its disk.",
  "save.saving": "Saving",
  "save.savingHint": "Changes are on their way to the server’s disk.",
  "save.unsaved": "Not saved",
  "save.unsavedHint":
    "The server has not confirmed your last changes. They are kept on this device; leave this page open.",

  "theme.contrast": "High contrast",
  "theme.dark": "Dark",
  "theme.light": "Light",
  "theme.system": "Like the device",
  "theme.title": "Appearance",

  "workspace.closed.forbidden": "Access to this map was taken away, or your link has changed.",
  "workspace.closed.full": "This map holds as many people as it may. Try again when someone has left.",
  "workspace.closed.large":
    "This map is as large as a map may be, so your last changes stay on this device only. Delete what is not needed, or go on in a new map.",
  "workspace.closed.malformed": "The server did not understand this page. Reload it to go on.",
  "workspace.future":
    "A newer version of Counterpoint wrote this map. You can look at it; reload the page to get the new version.",
  "workspace.reload": "Reload",
  "workspace.retry": "Try again",
  "workspace.share": "Share",
  "workspace.title": "Title of the map",
} as const;
