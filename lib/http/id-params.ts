import { z } from "zod";

/** Ids and keys of ours are short and plain; anything else is a wrong address. */
const plain = z.string().regex(/^[A-Za-z0-9_-]{1,100}$/, "is not an id of CloudViz");

export const idParams = z.object({ id: plain });
export const keyParams = z.object({ key: plain });
export const deliveryParams = z.object({ id: plain, deliveryId: plain });
