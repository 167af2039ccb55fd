import { pageQuery } from "@/lib/core/api/page";
import { newSchedule, schedulePage } from "@/lib/core/api/schedules";
import { schedule } from "@/lib/core/job/schedule";
import { answer } from "@/lib/http/answer";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { createSchedule } from "@/lib/usecases/schedules/create-schedule";
import { listSchedules } from "@/lib/usecases/schedules/list-schedules";

const list = route(
  { operation: "listSchedules", summary: "When connections are discovered by themselves", auth: "connections:read", query: pageQuery.omit({ count: true }), output: schedulePage },
  ({ query }) => listSchedules(query),
);
const create = route(
  { operation: "createSchedule", summary: "Have a connection discovered at certain times", auth: "connections:write", body: newSchedule, output: schedule, status: 201, errors: ["not-found", "conflict"] },
  async ({ body, principal }) => {
    const created = await createSchedule(body, principal);
    return answer(created, { headers: { location: `/api/v1/schedules/${created.id}` } });
  },
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: list, POST: create });
