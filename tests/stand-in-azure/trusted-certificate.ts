import tls from "node:tls";
import { generate } from "selfsigned";

/** A certificate for the loopback that this process trusts from now on: the SDKs send tokens over https alone. */
export async function trustedCertificate(): Promise<{ key: string; cert: string }> {
  const made = await generate([{ name: "commonName", value: "127.0.0.1" }], { extensions: [{ name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] }] });
  tls.setDefaultCACertificates([...tls.getCACertificates("default"), made.cert]);
  return { key: made.private, cert: made.cert };
}
