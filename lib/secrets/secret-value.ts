/** Keys and tokens by the look their makers gave them. */
const token = new RegExp(
  [
    "\\b(?:AKIA|ASIA)[A-Z0-9]{12,}",
    "-----BEGIN [A-Z0-9 ]*PRIVATE KEY",
    "\\bgh[pousr]_[A-Za-z0-9]{20,}",
    "\\bgithub_pat_[A-Za-z0-9_]{20,}",
    "\\bglpat-[A-Za-z0-9_-]{16,}",
    "\\bxox[abprs]-[A-Za-z0-9-]{10,}",
    "\\bAIza[0-9A-Za-z_-]{30,}",
    "\\bya29\\.[0-9A-Za-z_-]{10,}",
    "\\b[sr]k_(?:live|test)_[0-9A-Za-z]{10,}",
    "\\beyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}",
    "hooks\\.slack\\.com/services/",
  ].join("|"),
);

/** `Password=…;` of a connection string, `?sig=…` of a signed address. */
const assigned =
  /(?:AccountKey|SharedAccessKey|SharedAccessSignature|InstrumentationKey|Password|Pwd)\s*=\s*[^;\s]|[?&](?:sig|signature|x-amz-signature|x-amz-credential|token|access_token|api_?key|password|secret|code)=/i;

/** `postgres://user:password@host`. */
const userInfo = /:\/\/[^/\s:@]*:[^/\s@]+@/;

const shortestToken = 14;

/** True when the text is or holds something that looks like a credential, whatever its name says. */
export function looksLikeCredential(text: string): boolean {
  // Every text of a file comes here: the cheap questions first (a third of the time of a 10,000-resource import otherwise).
  if (text.includes("=") && assigned.test(text)) return true;
  if (text.includes("@") && userInfo.test(text)) return true;
  return text.length >= shortestToken && token.test(text);
}

const reference =
  /^(?:arn:aws[a-z-]*:[a-z0-9-]+:|\/subscriptions\/[0-9a-f-]+\/|projects\/[^/\s]+\/[a-zA-Z]+\/|https:\/\/[a-z0-9-]+\.vault\.(?:azure\.net|azure\.cn|usgovcloudapi\.net)\/(?:secrets|keys|certificates)\/)[^\s?]*$/;

/** True for the address of a secret or key: it names the thing and does not hold it. */
export function isReference(text: string): boolean {
  return reference.test(text);
}
