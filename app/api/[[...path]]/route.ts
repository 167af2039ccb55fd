import { CloudVizError } from "@/lib/core/error";
import { route } from "@/lib/http/route";

const answer = route({ operation: "refuse", summary: "Unknown address", auth: "public" }, () => {
  throw new CloudVizError("not-found", "There is nothing at this address. The API is described at /api/v1/openapi.json.");
});

export { answer as GET, answer as POST, answer as PUT, answer as PATCH, answer as DELETE, answer as HEAD, answer as OPTIONS };
