import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Disclosure as AriaDisclosure, Button, DisclosurePanel, Heading } from "react-aria-components";
import css from "./disclosure.module.css";

/** Something that few need, one press away. */
export function Disclosure(props: Readonly<{ title: string; isOpenAtFirst?: boolean; children: ReactNode }>) {
  return (
    <AriaDisclosure defaultExpanded={props.isOpenAtFirst ?? false} className={css["disclosure"] ?? ""}>
      <Heading level={3} className={css["heading"] ?? ""}>
        <Button slot="trigger" className={css["trigger"] ?? ""}>
          <ChevronRight size={16} aria-hidden="true" />
          {props.title}
        </Button>
      </Heading>
      <DisclosurePanel className={css["panel"] ?? ""}>{props.children}</DisclosurePanel>
    </AriaDisclosure>
  );
}
