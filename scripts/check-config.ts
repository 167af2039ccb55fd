import { CloudVizError } from "../lib/core/error";
import { checkExtensions } from "../lib/extensions/check-extensions";

// Before a build, which would take a minute to say less.
try {
  await checkExtensions();
} catch (error) {
  console.error(error instanceof CloudVizError ? error.message : error);
  process.exitCode = 1;
}
