export const access = {
  "access.change.body":
    "The present link stops working at once, and whoever came by it is shut out until they have the new one. The other links stay as they are, and so does what people wrote.",
  "access.change.bodyOwner":
    "The present owner link stops working at once, on your other devices too; this one keeps the new link. Whoever else had it can no longer decide about the map. They have seen the other links: change those as well if they should not come back by them.",
  "access.change.comment": "New link for commenting…",
  "access.change.confirm": "Make a new link",
  "access.change.done": "There is a new link. Pass it on to those who should come back.",
  "access.change.edit": "New link for editing…",
  "access.change.owner": "New owner link…",
  "access.change.title.comment": "Make a new link for commenting?",
  "access.change.title.edit": "Make a new link for editing?",
  "access.change.title.owner": "Make a new owner link?",
  "access.change.title.view": "Make a new link for viewing?",
  "access.change.view": "New link for viewing…",
  "access.changed.body":
    "The owner has made a new link in its place. Ask them for it. Everything that was saved is still in the map.",
  "access.changed.title": "Your link no longer opens this map",
  "access.deleted.others":
    "Its owner deleted it, and can restore it for some time: ask them if it is still needed.",
  "access.deleted.owner":
    "You can restore it, with all its links, until {until}. After that it is erased for good.",
  "access.deleted.pageTitle": "This map was deleted",
  "access.deleted.restore": "Restore",
  "access.deleted.restoreNamed": "Restore “{title}”",
  "access.deleted.restored": "“{title}” is back, with all its links",
  "access.deleted.title": "Deleted",
  "access.deleted.until": "Can be restored until {until}",
  "access.handOver.action": "Hand over…",
  "access.handOver.body":
    "You get a new owner link to give to somebody else, and the one you have stops working. Afterwards you can still edit the map, but not lock it, delete it or see its links.",
  "access.handOver.confirm": "Make the link to give away",
  "access.handOver.done": "You have handed the map over, and can go on editing it.",
  "access.handOver.keep": "Keep the map",
  "access.handOver.link": "New owner link",
  "access.handOver.linkHint":
    "Whoever has it owns the map, and can make a new owner link that nobody else has seen. Until you say that you passed it on, this device holds it.",
  "access.handOver.linkTitle": "Give this link to the new owner",
  "access.handOver.passedOn": "I have passed it on",
  "access.handOver.title": "Hand this map over?",
  "access.lock.hint": "Nobody but you can change it. Everybody else can go on reading.",
  "access.lock.label": "Lock the map",
  "access.signIn.action": "Sign in",
  "access.signIn.body": "This server is for people with an account.",
  "access.signIn.expired":
    "Signing in took too long, or was begun in another window or browser. Nothing was lost: begin anew.",
  "access.signIn.name": "Your name comes from your account.",
  "access.signIn.out": "Sign out {name}",
  "access.signIn.refused":
    "The account was not accepted, or signing in was broken off. Try again, or ask whoever runs this server.",
  "access.signIn.title": "Sign in",
  "access.signIn.unavailable":
    "The server that signs people in cannot be reached. Try again in a minute; if it goes on, tell whoever runs this one.",
} as const;
