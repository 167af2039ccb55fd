import { demoAnswer } from "@/lib/core/api/demo";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { addDemo } from "@/lib/usecases/demo/add-demo";
import { removeDemo } from "@/lib/usecases/demo/remove-demo";

const add = route(
  { operation: "addDemo", summary: "Add the demo estate, and a diagram of it", auth: "connections:write", output: demoAnswer, status: 201 },
  ({ principal }) => addDemo(principal),
);
const remove = route({ operation: "removeDemo", summary: "Remove the demo estate and its diagrams", auth: "connections:write" }, removeDemo);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ POST: add, DELETE: remove });
