import { CloudVizError } from "../../core/error";
import type { CallFailure, OpenedCollector } from "../provider";
import type { AwsCredentials } from "./connection-schema";
import { notedPermission } from "./operation";

const deniedCodes = new Set([
  "AccessDenied",
  "AccessDeniedException",
  "AllAccessDisabled",
  "AuthorizationError",
  "AuthorizationErrorException",
  "Forbidden",
  "NotAuthorized",
  "UnauthorizedAccess",
  "UnauthorizedOperation",
]);
const disabledCodes = new Set(["OptInRequired", "SubscriptionRequiredException", "RegionDisabledException", "InvalidRegion"]);
const expiredCodes = new Set(["ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired"]);
const refusedCodes = new Set([
  "AuthFailure",
  "IncompleteSignature",
  "InvalidAccessKeyId",
  "InvalidClientTokenId",
  "InvalidToken",
  "MissingAuthenticationToken",
  "SignatureDoesNotMatch",
  "UnrecognizedClientException",
]);
const skewCodes = new Set(["RequestTimeTooSkewed", "RequestInTheFuture"]);
const throttledCodes = new Set([
  "BandwidthLimitExceeded",
  "EC2ThrottledException",
  "LimitExceededException",
  "PriorRequestNotComplete",
  "RequestLimitExceeded",
  "RequestThrottled",
  "RequestThrottledException",
  "SlowDown",
  "Throttling",
  "ThrottlingException",
  "ThrottledException",
  "TooManyRequestsException",
]);
const timeoutCodes = new Set(["TimeoutError", "RequestTimeout", "RequestTimeoutException", "ETIMEDOUT"]);
const unreachableCodes = new Set(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "EPIPE"]);

/** AWS's own code for what went wrong, or the system's for what never arrived. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return "Unknown";
  const { name } = error;
  const system = "code" in error && typeof error.code === "string" ? error.code : "";
  return unreachableCodes.has(system) || timeoutCodes.has(system) ? system : name === "Error" && system !== "" ? system : name;
}

export function isDenied(error: unknown): boolean {
  return deniedCodes.has(errorCode(error)) || (httpStatus(error) === 403 && !isCredentialProblem(error));
}

/** True for what stops every further call as well, so that going on would only hide it. */
export function isSystemic(error: unknown): boolean {
  const code = errorCode(error);
  return isCredentialProblem(error) || throttledCodes.has(code) || timeoutCodes.has(code) || unreachableCodes.has(code);
}

function isCredentialProblem(error: unknown): boolean {
  const code = errorCode(error);
  return expiredCodes.has(code) || refusedCodes.has(code) || skewCodes.has(code);
}

function httpStatus(error: unknown): number | null {
  const metadata = error instanceof Error && "$metadata" in error ? error.$metadata : null;
  if (typeof metadata !== "object" || metadata === null || !("httpStatusCode" in metadata)) return null;
  return typeof metadata.httpStatusCode === "number" ? metadata.httpStatusCode : null;
}

/** In our own words: AWS's texts carry caller ARNs, encoded policies and, for a bad signature, the session token. */
export function explainAwsError(error: unknown, collector: Pick<OpenedCollector, "permissions">): CallFailure {
  const code = errorCode(error);
  if (code === "AbortError") return failure("cancelled", "cancelled", "The discovery was cancelled.");
  if (isDenied(error)) return explainDenial(error, collector);
  if (disabledCodes.has(code)) return failure("disabled", "not-enabled", "The service or region is not enabled for this account.");
  if (expiredCodes.has(code)) return failure("failed", "expired-credentials", "The credentials expired during the discovery. Renew them and discover again.");
  if (refusedCodes.has(code)) {
    return failure("failed", "credentials-refused", "AWS refused the credentials here: the key was revoked, or the region is not enabled for this account.");
  }
  if (skewCodes.has(code)) return failure("failed", "clock-skew", "This machine's clock differs too much from AWS's. Set it right and discover again.");
  if (throttledCodes.has(code)) return failure("failed", "throttled", "AWS kept throttling this call. Discover again later, or look at fewer regions at once.");
  if (timeoutCodes.has(code)) return failure("failed", "timeout", "AWS did not answer in time.");
  if (unreachableCodes.has(code)) return failure("failed", "unreachable", "AWS could not be reached.");
  return failure("failed", "unexpected-answer", `AWS answered in a way CloudViz does not understand (${plainCode(code)}).`);
}

function explainDenial(error: unknown, { permissions }: Pick<OpenedCollector, "permissions">): CallFailure {
  const text = error instanceof Error ? error.message : "";
  const named = /not authorized to perform:?\s+([a-z0-9-]+:[A-Za-z0-9]+)/.exec(text)?.[1];
  const permission = named ?? notedPermission(error) ?? permissions[0];
  if (/service control policy/i.test(text)) {
    return { status: "denied", permission, reason: "service-control-policy", message: `A service control policy of the organisation denies ${permission}.` };
  }
  if (/explicit deny/i.test(text)) {
    return { status: "denied", permission, reason: "explicit-deny", message: `A policy explicitly denies ${permission}.` };
  }
  return { status: "denied", permission, reason: "missing-permission", message: `Allow ${permission} to see these resources.` };
}

/** Why no session could be opened: what is wrong and what to do. */
export function connectError(error: unknown, credentials: AwsCredentials): CloudVizError {
  if (error instanceof CloudVizError) return error;
  const code = errorCode(error);
  if (code === "AbortError") return new CloudVizError("cancelled", "Connecting to AWS was cancelled.", { cause: error });
  if (code === "CredentialsProviderError" || code === "TokenProviderError") return invalid(missingAdvice(credentials), error);
  if (expiredCodes.has(code)) return invalid(`The AWS credentials have expired. ${renewAdvice(credentials)}`, error);
  if (skewCodes.has(code)) return invalid("AWS refused the credentials because this machine's clock is wrong. Set it right and try again.", error);
  if (refusedCodes.has(code)) return invalid(`AWS does not know these credentials. ${renewAdvice(credentials)}`, error);
  if (isDenied(error)) return invalid(denialAdvice(error, credentials), error);
  if (timeoutCodes.has(code) || unreachableCodes.has(code)) {
    return new CloudVizError("unavailable", "AWS could not be reached. Check the network, the proxy and AWS_ENDPOINT_URL.", { cause: error });
  }
  if (throttledCodes.has(code)) return new CloudVizError("unavailable", "AWS throttles this account's calls. Try again in a minute.", { cause: error });
  return new CloudVizError("unavailable", `AWS could not be asked who these credentials belong to (${plainCode(code)}).`, { cause: error });
}

function missingAdvice(credentials: AwsCredentials): string {
  if (credentials.mode === "default" && credentials.profile !== undefined) {
    return "The named AWS profile gives no usable credentials. Check it with `aws sts get-caller-identity --profile …`, or sign in again with `aws sso login`.";
  }
  return "No AWS credentials were found. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, run `aws configure` or `aws sso login`, or enter keys.";
}

function renewAdvice({ mode }: AwsCredentials): string {
  return mode === "keys" ? "Enter a valid access key id and secret (and the session token, if the key is temporary)." : "Sign in again (`aws sso login`) or renew the keys in the environment or profile.";
}

function denialAdvice(error: unknown, credentials: AwsCredentials): string {
  const permission = notedPermission(error);
  if (credentials.assumeRole !== undefined && permission !== null && permission.startsWith("sts:")) {
    return `The role ${credentials.assumeRole.roleArn} could not be assumed. Allow sts:AssumeRole for these credentials, and check the role's trust policy and the external id.`;
  }
  return `AWS denies ${permission ?? "the call"} to these credentials. Allow it and try again.`;
}

function invalid(message: string, cause: unknown): CloudVizError {
  return new CloudVizError("invalid-credentials", message, { cause });
}

function failure(status: CallFailure["status"], reason: string, message: string): CallFailure {
  return { status, permission: null, reason, message };
}

/** An endpoint may answer anything: only what looks like a code is repeated. */
function plainCode(code: string): string {
  return /^[A-Za-z0-9.]{1,60}$/.test(code) ? code : "no code";
}
