import { layoutChoices } from "@/lib/core/api/choices";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { listLayouts } from "@/lib/usecases/list-choices";

const list = route({ operation: "listLayouts", summary: "The ways of placing a diagram, each with what it can be told", auth: "public", output: layoutChoices }, async () => ({ data: await listLayouts() }));

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: list });
