import { CloudVizError } from "../../core/error";

export interface UploadedFile {
  name: string;
  bytes: Uint8Array;
}

const mostFiles = 50;

/** The files of a body: one as it is, or those of a form (`multipart/form-data`), whatever its fields are called. Throws `invalid-request`. */
export async function readUploads(bytes: Uint8Array, contentType: string, filename: string): Promise<UploadedFile[]> {
  if (bytes.length === 0) throw new CloudVizError("invalid-request", "The body is empty: send the file to draw as the body, or several as a form (multipart/form-data).");
  if (!/^multipart\/form-data\b/i.test(contentType)) return [{ name: filename, bytes }];
  const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": contentType } }).formData().catch((cause: unknown) => {
    throw new CloudVizError("invalid-request", "The form cannot be read: it is cut off, or its boundary is not the one of its content-type.", { cause });
  });
  const files = [...form.values()].filter((value) => value instanceof File);
  if (files.length === 0 || files.length > mostFiles) throw new CloudVizError("invalid-request", `The form holds ${files.length} files; send 1 to ${mostFiles}, as curl does with -F file=@main.tfstate.`);
  return Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
}
