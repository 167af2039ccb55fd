/** Where scripts/test-aws.mjs has started moto. */
export function motoUrl(): string {
  const url = process.env.CLOUDVIZ_MOTO_URL;
  if (!url) throw new Error("CLOUDVIZ_MOTO_URL is not set: run these tests by `npm run test:aws`.");
  return url;
}
