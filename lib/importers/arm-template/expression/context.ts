import type { JsonValue } from "../../../core/json";
import type { DeploymentScope } from "../deployment-scope";
import type { Work } from "./work";

/** What a template names, by the names that expressions use: without regard to case. Undefined where it has no such name. */
export interface Names {
  parameter(name: string): JsonValue | undefined;
  variable(name: string): JsonValue | undefined;
  /** A function of the template's own. */
  call(name: string, args: readonly JsonValue[]): JsonValue | undefined;
}

/** The resources that a file describes, as `reference` and `dependsOn` name them. */
export interface Resources {
  /** By symbol, id, type and name, or name: the id, or null for what the file does not describe. */
  idOf(text: string, context: Context): string | null;
  /** The value of a nested deployment's output; undefined when its template is not in the file. */
  output(deployment: string, name: string): JsonValue | undefined;
}

/** Where an expression stands. */
export interface Context {
  names: Names;
  resources: Resources;
  /** What `resourceGroup()` and `resourceId()` speak of. */
  scope: DeploymentScope;
  /** The symbols among which `reference('symbol')` is looked up. */
  symbols: ReadonlyMap<string, readonly string[]>;
  /** Loops around the expression, by lower-case name; null where the number of rounds is not known. */
  loops: ReadonlyMap<string, number | null>;
  /** The innermost loop. */
  loop: string | null;
  /** What a lambda's arguments are. */
  locals: ReadonlyMap<string, JsonValue>;
  /** Whether an expression that gives nothing known stays as its text. */
  keepsText: boolean;
  work: Work;
}
