import { SharedView } from "@/components/share/shared-view";
import { requireOpenLink } from "../../require-open-link";

export default async function EmbeddedPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  await requireOpenLink(token);
  return <SharedView token={token} isEmbedded />;
}
