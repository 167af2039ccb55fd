import { useReactFlow } from "@xyflow/react";
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { DiagramCanvas } from "../../../components/diagram/canvas/diagram-canvas";
import { createDrawing } from "../../../components/diagram/painter/drawing";
import { restingState } from "../../../components/diagram/painter/paint-state";
import { decodeView } from "../../../lib/scene/view/view-payload";
import { themes } from "../../../lib/themes";
import { placementFrom } from "../estate";
import { present, type Shown } from "../subject";

const nothing = () => {};
const noBoxes: ReadonlySet<number> = new Set();

void present(
  (root, estate) =>
    new Promise<Shown>((resolve) => {
      const drawing = createDrawing(decodeView(estate.payload, "Bench"), placementFrom(estate.placement), themes.professional);
      function Look() {
        const flow = useReactFlow();
        useEffect(() => {
          resolve({ look: (x, y, zoom) => void flow.setViewport({ x: window.innerWidth / 2 - x * zoom, y: window.innerHeight / 2 - y * zoom, zoom }) });
        }, [flow]);
        return null;
      }
      function Page() {
        const [focused, setFocused] = useState<number | null>(null);
        return (
          <DiagramCanvas
            drawing={drawing}
            theme={themes.professional}
            mode="view"
            selected={noBoxes}
            focused={focused}
            onFocus={setFocused}
            onSelect={nothing}
            onOpen={nothing}
            onLine={nothing}
            onMove={() => false}
            onRest={nothing}
            look={restingState}
            fitKey=""
            startAt={null}
            label="Bench"
            tooltip={() => null}
            handle={null}
          >
            <Look />
          </DiagramCanvas>
        );
      }
      createRoot(root).render(<Page />);
    }),
);
