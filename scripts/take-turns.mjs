/**
 * Lets what is done at once be read one after another, in the order in which it began: the first that has not ended is written
 * at once, the text of those behind it waits. `flush` writes whatever still waits.
 */
export function takeTurns(write) {
  const turns = [];
  function show() {
    while (turns.length > 0) {
      const [first] = turns;
      write(first.text);
      first.text = "";
      if (!first.hasEnded) return;
      turns.shift();
    }
  }
  function begin() {
    const turn = { text: "", hasEnded: false };
    turns.push(turn);
    return {
      write(text) {
        turn.text += text;
        show();
      },
      end() {
        turn.hasEnded = true;
        show();
      },
    };
  }
  return { begin, flush: () => write(turns.splice(0).map(({ text }) => text).join("")) };
}
