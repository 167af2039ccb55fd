"use client";

import { ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import type { WebhookDelivery } from "@/lib/core/webhook/webhook";
import { ago, counted, dateTime } from "../data/words";
import { Badge } from "../ui/badge";
import { classNames } from "../ui/class-names";
import { DeliveryDetail } from "./delivery-detail";
import { deliveryState, eventLabel } from "./webhook-words";

export function DeliveryLine({ delivery, canReplay }: { delivery: WebhookDelivery; canReplay: boolean }) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { label, tone } = deliveryState(delivery);
  return (
    <li className="border-b border-hairline last:border-0">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
        className="flex min-h-11 w-full flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-start hover:bg-hover focus-visible:-outline-offset-2"
      >
        <ChevronRight size={15} aria-hidden className={classNames("shrink-0 text-muted transition-transform duration-150", isOpen && "rotate-90")} />
        <span className="sm:w-22"><Badge tone={tone}>{label}</Badge></span>
        <span className="min-w-0 flex-1 font-medium">{eventLabel(delivery.event)}</span>
        <span className="text-sm text-muted max-sm:basis-full max-sm:ps-7">
          {next(delivery) ?? counted(delivery.attempts, "attempt")} · <span title={dateTime(delivery.createdAt)}>{ago(delivery.createdAt)}</span>
        </span>
      </button>
      {isOpen && <div id={id}><DeliveryDetail delivery={delivery} canReplay={canReplay} /></div>}
    </li>
  );
}

/** Of one that was refused: when it is tried again. */
function next({ status, attempts, nextAt }: WebhookDelivery): string | null {
  if (status !== "pending" || attempts === 0 || nextAt === null) return null;
  const isSoon = Date.parse(nextAt) - Date.now() < 60_000;
  return `${counted(attempts, "attempt")}, the next ${isSoon ? "in a moment" : ago(nextAt)}`;
}
