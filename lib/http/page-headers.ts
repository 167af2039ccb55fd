export const pageHeaders = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
} as const;

/**
 * What a page may load and run. Scripts need the nonce of the request; React Flow places its nodes by style attributes;
 * the layout worker is a file of ours, which bundlers may hand over as a blob.
 */
export function contentSecurityPolicy(nonce: string, { isDevelopment }: { isDevelopment: boolean }, frameAncestors: readonly string[] = []): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    // The development server inserts styles without a nonce.
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'; style-src-attr 'unsafe-inline'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors.length === 0 ? "'none'" : frameAncestors.join(" ")}`,
    "object-src 'none'",
  ].join("; ");
}

const file = /^\/s\/(?:[^/]+\.(?:svg|png|mmd|json)|[^/]+\/file\/[^/]+)$/;

/** A file of a link is no page: it says itself what it may load and how long it holds. */
export function isSharedFile(path: string): boolean {
  return file.test(path);
}

/** For what a link opens: no search engine lists it, and nothing keeps the page. */
export function sharedHeaders(path: string): Record<string, string> {
  if (!/^\/(?:s|embed)\//.test(path)) return {};
  return isSharedFile(path) ? { "x-robots-tag": "noindex", "referrer-policy": pageHeaders["referrer-policy"] } : { "x-robots-tag": "noindex", "cache-control": "no-store" };
}

/** The token of a link whose page is asked for; null for every other page. */
export function sharedToken(path: string): string | null {
  return /^\/(?:s|embed)\/([^/]+)\/?$/.exec(path)?.[1] ?? null;
}

/** Whether a page is made to be shown in a frame. */
export function isEmbedded(path: string): boolean {
  return path.startsWith("/embed/");
}
