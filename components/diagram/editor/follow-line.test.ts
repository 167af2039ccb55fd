import { expect, it } from "vitest";
import { groupLevels } from "@/lib/core/diagram/group-levels";
import { buildView } from "@/lib/scene/view/build-view";
import { threeTierEstate } from "@/lib/scene/fixtures/three-tier";
import { followLine } from "./follow-line";

const { view } = buildView(threeTierEstate(), { title: "t", levels: groupLevels });
const box = (title: string) => view.boxes.title.indexOf(title);
const name = (number: number | undefined) => view.boxes.title[number ?? -1];

it("goes out along a line and back in", () => {
  const out = followLine(view, box("HTTPS :443"), "out", null);
  expect(name(out?.box)).toBe("shop-web-targets");
  expect(name(followLine(view, out?.box ?? -1, "in", out)?.box)).toBe("HTTPS :443");
});

it("looks at all neighbours in turn, and begins again", () => {
  const start = box("web-from-alb");
  const first = followLine(view, start, "in", null);
  const seen = [name(first?.box)];
  for (let at = followLine(view, first?.box ?? -1, "next", first); at !== null && at.box !== first?.box; at = followLine(view, at.box, "next", at)) seen.push(name(at.box));
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThan(1);
  const last = followLine(view, first?.box ?? -1, "previous", first);
  expect(name(last?.box)).toBe(seen.at(-1));
});

it("stays where no line leads on", () => {
  const last = view.boxes.title.findIndex((_, number) => number >= view.boxes.frames && !view.lines.from.includes(number));
  expect(last).toBeGreaterThan(0);
  expect(followLine(view, last, "out", null)).toBeNull();
});
