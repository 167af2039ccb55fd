"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { cancelJob, retryJob } from "@/lib/api-client";
import type { Job } from "@/lib/core/job/job";
import { jobKey, refreshJobLists } from "../data/queries";

/** What a person can do about a job; its new state is shown at once. */
export function useJobActions(id: string) {
  const client = useQueryClient();
  function show(job: Job) {
    client.setQueryData(jobKey(id), job);
    void refreshJobLists(client);
  }
  const cancel = useMutation({ mutationFn: () => cancelJob(id), onSuccess: show });
  const retry = useMutation({ mutationFn: () => retryJob(id), onSuccess: show });
  return { cancel, retry };
}
