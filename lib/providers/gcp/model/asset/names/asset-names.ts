import { lastSegment, projectOf, serviceOf } from "../../resource-name";
import type { Asset } from "../asset";

const projectPrefix = "//cloudresourcemanager.googleapis.com/projects/";

/**
 * What has two names: a project goes by its id and its number, a service account by its e-mail and its unique id, and assets
 * use now one, now the other. `learn` takes every asset there is, in any order, before the first is spelled: an asset's name
 * mostly has the project's id and its ancestors have the number, so that one asset of a project is enough.
 */
export class AssetNames {
  readonly #idOfNumber = new Map<string, string>();
  readonly #numberOfId = new Map<string, string>();
  readonly #emails = new Map<string, string>();

  learn(asset: Asset): void {
    this.#learnProject(asset);
    const { email, uniqueId } = asset.data ?? {};
    if (asset.type === "iam.googleapis.com/ServiceAccount" && typeof email === "string") {
      for (const id of [uniqueId, lastSegment(asset.name)]) if (typeof id === "string" && /^\d+$/.test(id)) this.#emails.set(id, email);
    }
  }

  idOfProject(number: string): string | null {
    return this.#idOfNumber.get(number) ?? null;
  }

  numberOfProject(id: string): string | null {
    return this.#numberOfId.get(id) ?? null;
  }

  /** The one spelling of a full name that is used as a resource's id: projects by id (a project itself: by number), service accounts by e-mail. */
  spell(name: string): string {
    // Old exports have the API's version in the names of clusters.
    const plain = name.replace(/\/+$/, "").replace(/^(\/\/[^/]+)\/v\d\w*\/(?=projects\/)/, "$1/").replace(/^\/\/([^/]+)/, (_, service: string) => `//${serviceOf(service)}`);
    if (plain.startsWith(projectPrefix)) return projectPrefix + (this.#numberOfId.get(plain.slice(projectPrefix.length)) ?? plain.slice(projectPrefix.length));
    return plain
      .replace(/^(\/\/[^/]+\/projects\/)(\d+)(?=\/)/, (_, before: string, number: string) => before + (this.#idOfNumber.get(number) ?? number))
      .replace(/^(\/\/iam\.googleapis\.com\/.*\/serviceAccounts\/)(\d+)/, (_, before: string, id: string) => before + (this.#emails.get(id) ?? id));
  }

  #learnProject({ name, type, data, parent, ancestors }: Asset): void {
    if (type === "cloudresourcemanager.googleapis.com/Project") {
      const { projectId, projectNumber } = data ?? {};
      const number = typeof projectNumber === "string" || typeof projectNumber === "number" ? String(projectNumber) : lastSegment(name);
      if (typeof projectId === "string" && projectId !== "" && /^\d+$/.test(number)) this.#setProject(number, projectId);
      return;
    }
    const id = projectOf(name);
    const number = [parent ?? "", ...ancestors].map((above) => /(?:^|\/)projects\/(\d+)$/.exec(above)?.[1]).find((found) => found !== undefined);
    if (id === null || number === undefined || /^\d+$/.test(id) || this.#idOfNumber.has(number) || this.#numberOfId.has(id)) return;
    this.#setProject(number, id);
  }

  /** A project's own asset has the last word. */
  #setProject(number: string, id: string): void {
    this.#idOfNumber.set(number, id);
    this.#numberOfId.set(id, number);
  }
}
