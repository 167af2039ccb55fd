import { ServerResponse } from "node:http";

/**
 * Next (16.4.5) hands over the headers of route handlers as lists of one, and its own compression only knows a content type that
 * is a text: the whole API went uncompressed, 480 KB instead of 93 for a diagram of 10,000 resources. Handlers cannot compress
 * themselves, as Next drops their content-encoding. Once per process.
 */
export function keepContentTypePlain(): void {
  const { setHeader } = ServerResponse.prototype;
  ServerResponse.prototype.setHeader = function (name, value) {
    const [only, ...others] = Array.isArray(value) && name.toLowerCase() === "content-type" ? (value as string[]) : [];
    return setHeader.call(this, name, only !== undefined && others.length === 0 ? only : value);
  };
}
