import { generateKeyPairSync } from "node:crypto";

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048, privateKeyEncoding: { type: "pkcs8", format: "pem" }, publicKeyEncoding: { type: "spki", format: "pem" } });

/** Signs as a real one does; the stand-in asks for no more. */
export const serviceAccountKey = { type: "service_account", project_id: "shop-prod", client_email: "reader@shop-prod.iam.gserviceaccount.com", private_key: privateKey } as const;
