/** An inventory answers that nothing is there, which is not so: it does not know of it yet, or lost it for a while. Taken at its word, everything would be gone. */
export class NotIndexed extends Error {
  override name = "NotIndexed";
}
