import type { Metadata, Viewport } from "next";
import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { categoryColors } from "@/components/shell/category-colors";
import { Providers } from "@/components/shell/providers";
import { modeCookie, readUiMode } from "@/components/shell/ui-mode";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "CloudViz", template: "%s · CloudViz" },
  description: "Your cloud infrastructure as a live diagram.",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const jar = await cookies();
  return (
    <html lang="en" data-theme={readUiMode(jar.get(modeCookie)?.value)} className={`${GeistSans.variable} ${GeistMono.variable}`} style={categoryColors()}>
      <body>
        <a href="#content" className="sr-only z-60 rounded-card bg-primary px-3 py-2 text-on-primary focus:not-sr-only focus:fixed focus:start-3 focus:top-3">Skip to content</a>
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
