import { z } from "zod";
import { accountKind } from "../account-kind";
import { connection } from "../connection";
import { jsonObject } from "../json";
import { coverage } from "../resource/coverage";
import { page } from "./page";

export const connectionPage = z.object({ data: z.array(connection), page });

const access = {
  /** The provider's id, such as `aws`. */
  provider: z.string().min(1).max(50),
  /** In the provider's own shape; sealed before it is stored, and never returned. */
  credentials: jsonObject,
  settings: jsonObject.default({}),
};

/** As for a new connection, which is not made. */
export const accessRequest = z.strictObject(access);
export type AccessRequest = z.input<typeof accessRequest>;

export const newConnection = z.strictObject({ ...access, name: z.string().trim().min(1).max(200).optional() });
export type NewConnection = z.input<typeof newConnection>;

/** The first look of one collector at one account. `cancelled`: there was no time for it. */
const trial = coverage.pick({ collector: true, status: true, permission: true, reason: true, message: true });

/** What the credentials reach, for people to choose from, and whether they can see what is there. */
export const accessCheck = z.object({
  /** What the connection would be called. */
  name: z.string(),
  accounts: z.array(z.object({ id: z.string(), kind: accountKind, name: z.string(), regions: z.array(z.string()), trials: z.array(trial) })),
});
export type AccessCheck = z.infer<typeof accessCheck>;
export type CheckedAccount = AccessCheck["accounts"][number];
