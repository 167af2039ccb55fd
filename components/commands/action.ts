/** The parts of menus and of the shortcut sheet, in their order. */
export const actionGroups = {
  general: "General",
  view: "View",
  explore: "Explore",
  select: "Select",
  edit: "Edit",
  arrange: "Arrange",
  go: "Go to",
} as const;
export type ActionGroup = keyof typeof actionGroups;

/**
 * One thing that a person can do. Toolbar, menus, shortcuts, palette and the shortcut sheet all read the same object.
 * `Context` is what the action works on; it is asked anew each time.
 */
export interface Action<Context> {
  id: string;
  /** What it does in general, as the shortcut sheet says it. */
  label: string;
  /** What it would do now: "Hide orders-db". Without it, `label`. */
  labelFor?: (context: Context) => string;
  /** Any of these: `mod+shift+z`, `?`, `g d` (one after the other). `mod` is ⌘ on a Mac and Ctrl elsewhere. */
  keys?: readonly string[];
  group: ActionGroup;
  /** `canvas`: its keys count only while the canvas has the focus. `anywhere`: also while something is typed. Else: wherever nothing is typed. */
  scope?: "canvas" | "anywhere";
  enabled?: (context: Context) => boolean;
  run: (context: Context) => void | Promise<void>;
  /** Of an action that switches something: whether it is on. */
  checked?: (context: Context) => boolean;
  /** Changes the diagram, so that people who may only look do not have it. */
  isEdit?: true;
  /** Goes on while the key is held. */
  repeats?: true;
  /** Not in the palette: it only makes sense where it is shown, or the palette is what it opens. */
  isUnlisted?: true;
}

/** An action together with what it works on. */
export interface BoundAction extends Pick<Action<never>, "id" | "keys" | "group" | "scope" | "repeats" | "isUnlisted"> {
  label: string;
  /** The label in general. */
  usualLabel: string;
  isEnabled: boolean;
  /** Null = it switches nothing. */
  isChecked: boolean | null;
  run: () => void;
}

export function bindAction<Context>(action: Action<Context>, context: Context): BoundAction {
  const { id, label, keys, group, scope, repeats, isUnlisted } = action;
  return {
    id,
    keys,
    group,
    scope,
    repeats,
    isUnlisted,
    label: action.labelFor?.(context) ?? label,
    usualLabel: label,
    isEnabled: action.enabled?.(context) ?? true,
    isChecked: action.checked?.(context) ?? null,
    run: () => void action.run(context),
  };
}
