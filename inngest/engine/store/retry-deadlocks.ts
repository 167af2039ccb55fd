import type { Engine } from "../../../lib/db/engine/engine";

const deadlockDetected = "40P01";
const tries = 5;

/** PostgreSQL ends one of two transactions that wait for each other: it has left nothing behind, and is run again. */
export function retryDeadlocks(transaction: Engine["transaction"]): Engine["transaction"] {
  return async (work) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await transaction(work);
      } catch (error) {
        if (attempt === tries || !isDeadlock(error)) throw error;
      }
    }
  };
}

function isDeadlock(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === deadlockDetected;
}
