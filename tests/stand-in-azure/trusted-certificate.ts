import tls from "node:tls";
import { loopbackCertificate, type Certificate } from "./loopback-certificate";

/** A certificate that this process trusts from now on: the SDKs send tokens over https alone. */
export async function trustedCertificate(): Promise<Certificate> {
  const made = await loopbackCertificate();
  tls.setDefaultCACertificates([...tls.getCACertificates("default"), made.cert]);
  return made;
}
