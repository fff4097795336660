import { Component, type ReactNode } from "react";

type Props = Readonly<{ fallback: ReactNode; children: ReactNode }>;

/** Shows `fallback` in place of what threw while rendering. React has no hook for this. */
export class ErrorBoundary extends Component<Props, Readonly<{ hasFailed: boolean }>> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): Readonly<{ hasFailed: boolean }> {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
