/** Something that this user is told in passing. */
export type ToastMessage = Readonly<{
  text: string;
  action?: Readonly<{ label: string; onPress: () => void }>;
  /** A button in words that takes the message away, in place of the cross. */
  dismissLabel?: string;
  /** Runs once the message is gone, by itself, by its button or after its action. */
  onGone?: () => void;
}>;
