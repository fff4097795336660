import { ChevronRight } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Disclosure as AriaDisclosure, Button, DisclosurePanel, Heading } from "react-aria-components";
import css from "./disclosure.module.css";

export type DisclosureProps = Readonly<{
  title: string;
  isOpenAtFirst?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  children: ReactNode;
}>;

/** Something that few need, one press away. What a press opens is scrolled into view. */
export function Disclosure({ title, isOpenAtFirst = false, onOpenChange, children }: DisclosureProps) {
  const whole = useRef<HTMLDivElement>(null);
  const [isOpened, setOpened] = useState(false);
  useEffect(() => {
    if (isOpened) whole.current?.scrollIntoView({ block: "nearest" });
  }, [isOpened]);

  function handleChange(isOpen: boolean) {
    setOpened(isOpen);
    onOpenChange?.(isOpen);
  }

  return (
    <AriaDisclosure
      ref={whole}
      defaultExpanded={isOpenAtFirst}
      onExpandedChange={handleChange}
      className={css["disclosure"] ?? ""}
    >
      <Heading level={3} className={css["heading"] ?? ""}>
        <Button slot="trigger" className={css["trigger"] ?? ""}>
          <ChevronRight size={16} aria-hidden="true" />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel className={css["panel"] ?? ""}>{children}</DisclosurePanel>
    </AriaDisclosure>
  );
}
