import { generate } from "selfsigned";

/** PEM texts. */
export interface Certificate {
  key: string;
  cert: string;
}

export async function loopbackCertificate(): Promise<Certificate> {
  const made = await generate([{ name: "commonName", value: "127.0.0.1" }], { extensions: [{ name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] }] });
  return { key: made.private, cert: made.cert };
}
