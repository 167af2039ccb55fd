/** A failure that is told to the person as it is: no stack. */
export class PhaseError extends Error {}

/**
 * Prints what is done and how long it took: `install    up to date (0.1 s)`. `stream` is where a person reads it (stderr for
 * programs whose standard output is data). The work returns its note; what it throws ends the program through `endWith`.
 */
export function phases(stream = process.stdout) {
  return async function phase(name, work) {
    const begin = performance.now();
    const note = await work((announcement) => stream.write(`${name.padEnd(10)} ${announcement} …\n`));
    stream.write(`${name.padEnd(10)} ${note ?? "done"} (${seconds(begin)})\n`);
  };
}

export function seconds(begin) {
  return `${((performance.now() - begin) / 1000).toFixed(1)} s`;
}

/** Tells what went wrong and ends with 1. */
export function endWith(error) {
  process.stderr.write(`\n${error instanceof PhaseError ? error.message : (error?.stack ?? String(error))}\n`);
  process.exit(1);
}
