import type { Operation } from "./proxy-operation";

export type Refusal = "denied" | "explicitly-denied" | "throttled" | "expired";

export interface Refused {
  status: number;
  headers: Record<string, string>;
  body: string;
}

const user = "arn:aws:iam::123456789012:user/reader";
const requestId = "6f1d1f9e-0000-4000-8000-000000000000";

/** The answer that AWS itself gives, in the words and form of the service that is asked. */
export function refuse({ action, protocol }: Operation, refusal: Refusal): Refused {
  const { code, message } = wording(action, protocol, refusal);
  const status = refusal === "throttled" ? 503 : protocol === "query" && refusal === "expired" ? 403 : protocol === "s3" && refusal === "expired" ? 400 : 403;
  if (protocol === "lambda") {
    return { status: refusal === "throttled" ? 429 : 403, headers: { "content-type": "application/json", "x-amzn-errortype": code }, body: JSON.stringify({ Message: message }) };
  }
  const error = `<Code>${code}</Code><Message>${message}</Message>`;
  const bodies = {
    ec2: `<Response><Errors><Error>${error}</Error></Errors><RequestID>${requestId}</RequestID></Response>`,
    query: `<ErrorResponse><Error><Type>Sender</Type>${error}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
    s3: `<Error>${error}<RequestId>${requestId}</RequestId><HostId>h</HostId></Error>`,
  };
  return { status, headers: { "content-type": "text/xml" }, body: `<?xml version="1.0" encoding="UTF-8"?>${bodies[protocol]}` };
}

function wording(action: string, protocol: Operation["protocol"], refusal: Refusal): { code: string; message: string } {
  if (refusal === "throttled") {
    const codes = { ec2: "RequestLimitExceeded", query: "Throttling", s3: "SlowDown", lambda: "TooManyRequestsException" };
    return { code: codes[protocol], message: "Rate exceeded" };
  }
  if (refusal === "expired") {
    const codes = { ec2: "RequestExpired", query: "ExpiredToken", s3: "ExpiredToken", lambda: "ExpiredTokenException" };
    return { code: codes[protocol], message: "The security token included in the request is expired" };
  }
  const reason = refusal === "denied" ? "because no identity-based policy allows the action" : "with an explicit deny in a service control policy";
  // S3's and EC2's short forms do not say which action it was.
  if (protocol === "s3") return { code: "AccessDenied", message: "Access Denied" };
  if (protocol === "ec2" && refusal === "denied") {
    return { code: "UnauthorizedOperation", message: "You are not authorized to perform this operation. Encoded authorization failure message: 4GIOHlTkIaWHQD0Q0m6XSnuUMCm" };
  }
  const codes = { ec2: "UnauthorizedOperation", query: "AccessDenied", lambda: "AccessDeniedException" };
  return { code: codes[protocol], message: `User: ${user} is not authorized to perform: ${action} on resource: * ${reason}` };
}
