/** What sources import the configuration as. */
export const configSpecifier: string;
/** The configuration from the root, such as `./cloudviz.config.ts`; null where there is none. */
export function configFile(env?: Record<string, string | undefined>): string | null;
/** tsconfig.json with the configuration in it, for tsx; null where there is none. */
export function tsconfigOfConfig(env?: Record<string, string | undefined>): string | null;
