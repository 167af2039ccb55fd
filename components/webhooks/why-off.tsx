import { CircleAlert } from "lucide-react";
import type { Webhook } from "@/lib/core/webhook/webhook";

/** Why CloudViz switched a webhook off; nothing when it did not. */
export function WhyOff({ webhook: { disabledReason } }: { webhook: Webhook }) {
  if (disabledReason === null) return null;
  return (
    <p className="flex items-start gap-2 border-t border-hairline px-4 py-2.5 text-danger">
      <CircleAlert size={16} aria-hidden className="mt-0.5 shrink-0" />
      <span>{disabledReason} Switch it on again when the receiver is well.</span>
    </p>
  );
}
