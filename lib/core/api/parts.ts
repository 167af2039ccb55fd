import { z } from "zod";

// This folder is what the HTTP API is asked and what it answers: shared by the server, the browser and the command line.

export const count = z.number().int().nonnegative();

/** A filter in the one grammar of canvas, table, API and command line; empty = everything. */
export const filterText = z.string().max(2000);

export const moment = z.iso.datetime();
