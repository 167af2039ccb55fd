import { receive } from "./request";

export interface ReceivedFile {
  content: Blob;
  /** With its parameters. */
  mediaType: string;
  /** As the server would have it saved. */
  filename: string | null;
}

/** Fetches a file from an address of the API. */
export async function requestFile(url: string, signal?: AbortSignal): Promise<ReceivedFile> {
  const response = await receive(url, { signal: signal ?? null });
  return {
    content: await response.blob(),
    mediaType: response.headers.get("content-type") ?? "application/octet-stream",
    filename: /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? null,
  };
}
