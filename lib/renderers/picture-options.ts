import { z } from "zod";

/** What can be chosen of every format that is a picture. */
export const pictureOptions = {
  header: z.boolean().default(true).meta({ title: "Title and counts", description: "Above the picture, with the moment that it shows." }),
  legend: z.boolean().default(true).meta({ title: "Legend" }),
  notes: z.boolean().default(true).meta({ title: "Notes", description: "What people wrote on boxes, as a numbered list below the picture." }),
  background: z.enum(["theme", "none"]).default("theme").meta({ title: "Background", description: "The theme's canvas, or none: transparent." }),
};
