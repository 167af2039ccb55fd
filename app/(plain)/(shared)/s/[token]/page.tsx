import { SharedView } from "@/components/share/shared-view";

/** Only of links that open: for the others proxy.ts has answered. */
export default async function SharedPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return <SharedView token={token} />;
}
