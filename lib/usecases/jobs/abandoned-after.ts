/** An import takes minutes at most; another server on the same PostgreSQL may be at work on one. */
export const abandonedAfterMs = 60 * 60 * 1000;
