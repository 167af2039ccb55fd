import tls from "node:tls";
import { loopbackCertificate, type Certificate } from "./loopback-certificate";

let made: Promise<Certificate> | null = null;

/**
 * A certificate that this process trusts from now on: the SDKs send tokens over https alone. The same for all that ask: of two
 * issuers that are called alike OpenSSL may take the wrong one.
 */
export function trustedCertificate(): Promise<Certificate> {
  made ??= trust();
  return made;
}

async function trust(): Promise<Certificate> {
  const certificate = await loopbackCertificate();
  tls.setDefaultCACertificates([...tls.getCACertificates("default"), certificate.cert]);
  return certificate;
}
