"use client";

import { useQuery } from "@tanstack/react-query";
import { listFormats, listImporters, listLayouts, listProviders } from "@/lib/api-client";

const never = Infinity;

export function useProviders() {
  return useQuery({ queryKey: ["providers"], queryFn: ({ signal }) => listProviders(signal), staleTime: never });
}

export function useImporters() {
  return useQuery({ queryKey: ["importers"], queryFn: ({ signal }) => listImporters(signal), staleTime: never });
}

export function useLayouts() {
  return useQuery({ queryKey: ["layouts"], queryFn: ({ signal }) => listLayouts(signal), staleTime: never });
}

export function useFormats() {
  return useQuery({ queryKey: ["formats"], queryFn: ({ signal }) => listFormats(signal), staleTime: never });
}
