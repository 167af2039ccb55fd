import { lastSegment, regionOfZone } from "../resource-name";
import type { Asset } from "./asset";
import type { AssetValues } from "./asset-values";

export interface Place {
  region: string | null;
  zone: string | null;
}

/** "US" and "EU" are regions too; "global" is none. */
export function placeOf(asset: Asset, values: AssetValues): Place {
  const inName = /\/(?:zones|regions|locations)\/([^/]+)/.exec(asset.name)?.[1];
  const inData = ["zone", "gceZone", "region", "location", "locationId"].flatMap((path) => values.at(path)).filter(namesPlace).map(lastSegment);
  const places = [asset.location, inName, ...inData].filter((place) => place !== null && place !== undefined);
  const zone = places.find((place) => regionOfZone(place) !== null) ?? null;
  const region = zone === null ? (places[0]?.toLowerCase() ?? null) : regionOfZone(zone);
  return { region: region === "global" ? null : region, zone };
}

/** The location of an interconnect is a building. */
function namesPlace(value: string): boolean {
  return !value.includes("/") || /\/(?:zones|regions|locations)\/[^/]+$/.test(value);
}
