import { notFound } from "next/navigation";

/** Addresses that no page has. A `not-found` beside the root's layout would be sent with every page, and with opened links too. */
export default function MissingPage() {
  notFound();
}
