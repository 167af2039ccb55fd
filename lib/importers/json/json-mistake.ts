/** Where a text stops being JSON; it holds nothing of the content, which may be a secret. */
export class JsonMistake extends Error {
  override name = "JsonMistake";

  constructor(
    /** In bytes. */
    readonly offset: number,
    /** The text ends before it is complete. */
    readonly isCutOff: boolean,
  ) {
    super(isCutOff ? "the JSON ends too early" : `the JSON is wrong at byte ${offset}`);
  }
}
