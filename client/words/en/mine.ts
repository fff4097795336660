export const mine = {
  "mine.empty": "Maps that you make, or open by a link, show up here on every device that you sign in with.",
  "mine.forget": "Remove “{title}” from your maps",
  "mine.forgetOther": "The map stays. To come back to it you need its link.",
  "mine.forgetOwner":
    "You own this map. It stays, but only its owner link brings you back as its owner: be sure that you have it.",
  "mine.forgetTitle": "Remove “{title}” from your maps?",
  "mine.forgotten": "“{title}” was removed from your maps",
  "mine.loading": "One moment: your maps are being fetched.",
  "mine.more": "Show more",
  "mine.note": "Your maps are listed for your account alone. Others come in by the links that you give them.",
  "mine.shareOther":
    "You opened this map from your list. To pass it on, use the link that you were given, or ask its owner for one.",
  "mine.shareOwner":
    "You opened this map from your list. To see its links and to change them, open it by its owner link, such as on the device where it was made.",
  "mine.title": "Your maps",
} as const;
