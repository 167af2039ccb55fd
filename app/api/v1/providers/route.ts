import { providerChoices } from "@/lib/core/api/choices";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { listProviders } from "@/lib/usecases/list-choices";

const list = route({ operation: "listProviders", summary: "The clouds that can be connected to", auth: "public", output: providerChoices }, async () => ({ data: await listProviders() }));

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: list });
