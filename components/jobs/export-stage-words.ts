import type { ExportStage } from "@/lib/core/job/job";

export const exportStageWords: Record<ExportStage, string> = {
  reading: "Reading the diagram",
  placing: "Placing what is drawn",
  drawing: "Drawing the file",
  storing: "Storing the file",
};
