import { motoUrl } from "./moto-url";
import { seed } from "./seed";

/** An empty account, then the estate. */
export default async function setUp(): Promise<void> {
  await fetch(`${motoUrl()}/moto-api/reset`, { method: "POST" });
  await seed(motoUrl());
}
