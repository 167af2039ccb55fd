export const configSpecifier: string;
export function namedConfig(env?: Record<string, string | undefined>): string | null;
export function namedConfigFromRoot(env?: Record<string, string | undefined>): string | null;
export function configFile(env?: Record<string, string | undefined>): string | null;
export function tsconfigOfConfig(env?: Record<string, string | undefined>): string | null;
