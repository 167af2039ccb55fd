import type { FormatChoice, ImporterChoice, LayoutChoice, ProviderChoice } from "../core/api/choices";
import { request } from "./request";

export async function listProviders(signal?: AbortSignal): Promise<ProviderChoice[]> {
  return (await request<{ data: ProviderChoice[] }>("providers", { signal })).data;
}

export async function listImporters(signal?: AbortSignal): Promise<ImporterChoice[]> {
  return (await request<{ data: ImporterChoice[] }>("importers", { signal })).data;
}

export async function listLayouts(signal?: AbortSignal): Promise<LayoutChoice[]> {
  return (await request<{ data: LayoutChoice[] }>("layouts", { signal })).data;
}

export async function listFormats(signal?: AbortSignal): Promise<FormatChoice[]> {
  return (await request<{ data: FormatChoice[] }>("formats", { signal })).data;
}
