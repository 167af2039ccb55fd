import type { ImportAnswer } from "../core/api/imports";
import { ApiError, readError, unreachable } from "./api-error";
import { apiUrl } from "./request";

interface UploadOptions {
  /** Share of the file that has been sent, 0 to 1. After 1 the server still reads it. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/** Imports a file. XMLHttpRequest, because fetch cannot tell how much of a body has been sent. */
export function importFile(file: File, options: UploadOptions = {}): Promise<ImportAnswer> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open("POST", apiUrl("imports", { filename: file.name }));
    xhr.setRequestHeader("accept", "application/json");
    xhr.setRequestHeader("content-type", "application/octet-stream");
    xhr.upload.onprogress = (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total);
    };
    xhr.onerror = () => reject(new ApiError(0, unreachable, null));
    xhr.onabort = () => reject(new DOMException("The upload was cancelled.", "AbortError"));
    xhr.onload = () => {
      if (xhr.status < 200 || xhr.status > 299) {
        reject(readError(xhr.status, xhr.responseText));
        return;
      }
      const answer = parseAnswer(xhr.responseText);
      if (answer !== null) resolve(answer);
      else reject(new ApiError(xhr.status, "The server's answer could not be read.", null));
    };
    options.signal?.addEventListener("abort", () => xhr.abort(), { once: true });
    xhr.send(file);
  });
}

/** As `request`: the server has checked it. Null when it is cut or no JSON. */
function parseAnswer(text: string): ImportAnswer | null {
  try {
    return JSON.parse(text) as ImportAnswer;
  } catch {
    return null;
  }
}
