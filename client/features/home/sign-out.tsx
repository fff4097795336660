import { accountName, signOut } from "../../api/account.ts";
import { Button } from "../../ui/button.tsx";
import { useToast } from "../../ui/toast.tsx";
import { useWords } from "../../words/use-words.ts";

/** Ends this user's being signed in; nothing where nobody has to sign in. */
export function SignOut() {
  const t = useWords();
  const showToast = useToast();
  const name = accountName(document.cookie);
  if (name === null) return null;

  async function handlePress() {
    if (await signOut(window.fetch.bind(window))) window.location.assign("/sign-in");
    else showToast({ text: t("problem.unreachable") });
  }

  return (
    <Button variant="quiet" size="small" onPress={handlePress}>
      {t("access.signIn.out", { name })}
    </Button>
  );
}
