// A thread that does what a format's name says, instead of drawing.
import { parentPort } from "node:worker_threads";

const deeds = {
  answer: ({ options }) => parentPort.postMessage({ file: { content: String(options.text), mediaType: "text/plain", extension: "txt" } }),
  hang: () => {
    for (;;);
  },
  crash: () => {
    throw new Error("a fault of the thread");
  },
  exit: () => process.exit(3),
  fill: () => {
    for (const all = []; ; ) all.push(Array.from({ length: 1000 }, (_, number) => ({ number })));
  },
};

parentPort.on("message", (input) => deeds[input.format](input));
