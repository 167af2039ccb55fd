import type { z } from "zod";
import type { Inventory } from "../core/resource/inventory";
import type { Scene } from "../scene/scene";

export type Output = string | Uint8Array;

/** What an output is, and how its file's name ends. */
export interface FileKind {
  mediaType: string;
  extension: string;
}

interface Format<Options> extends FileKind {
  id: string;
  label: string;
  /** An object of options, each with a default; dialogs and the API are made of it. */
  options: z.ZodType<Options>;
  /** What the output is where that depends on the options. */
  kindOf?(options: Options): FileKind;
}

/** A format that spells a drawing. The same Scene and options give the same bytes. */
export interface SceneRenderer<Options = unknown> extends Format<Options> {
  reads: "scene";
  render(scene: Scene, options: Options): Output | Promise<Output>;
}

/** What a format of data is made of: what is shown, with every relation between. */
export interface TitledInventory extends Inventory {
  title: string;
}

/** A format that lists what is drawn and needs no drawing. The same inventory and options give the same bytes. */
export interface InventoryRenderer<Options = unknown> extends Format<Options> {
  reads: "inventory";
  render(inventory: TitledInventory, options: Options): Output | Promise<Output>;
}

/** One export format. */
export type Renderer<Options = unknown> = SceneRenderer<Options> | InventoryRenderer<Options>;
