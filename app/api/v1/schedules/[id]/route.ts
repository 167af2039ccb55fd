import { schedulePatch } from "@/lib/core/api/schedules";
import { schedule } from "@/lib/core/job/schedule";
import { idParams } from "@/lib/http/id-params";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { deleteSchedule } from "@/lib/usecases/schedules/delete-schedule";
import { getSchedule } from "@/lib/usecases/schedules/get-schedule";
import { updateSchedule } from "@/lib/usecases/schedules/update-schedule";

const get = route(
  { operation: "getSchedule", summary: "One schedule", auth: "connections:read", params: idParams, output: schedule, errors: ["not-found"] },
  ({ params }) => getSchedule(params.id),
);
const update = route(
  { operation: "updateSchedule", summary: "Change a schedule, or switch it off", auth: "connections:write", params: idParams, body: schedulePatch, bodyType: "application/merge-patch+json", output: schedule, errors: ["not-found"] },
  ({ params, body }) => updateSchedule(params.id, body),
);
const remove = route(
  { operation: "deleteSchedule", summary: "Remove a schedule", auth: "connections:write", params: idParams, errors: ["not-found"] },
  ({ params }) => deleteSchedule(params.id),
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: get, PATCH: update, DELETE: remove });
