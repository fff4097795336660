import { createContext, type ReactNode, useContext, useSyncExternalStore } from "react";
import { assert } from "#shared/lib/assert.ts";
import type { DeviceMap, DeviceMaps } from "./device-maps.ts";
import type { MapApi } from "./map-api.ts";

/** What pages need of the world outside: the server, and what this device remembers. */
export type Services = Readonly<{
  api: MapApi;
  deviceMaps: DeviceMaps;
  /** Takes the content of a map off this device; the list of maps is another matter. */
  forgetCopy: (mapId: string) => Promise<void>;
  now: () => number;
}>;

const ServicesContext = createContext<Services | null>(null);

export function ServicesProvider(props: Readonly<{ services: Services; children: ReactNode }>) {
  return <ServicesContext value={props.services}>{props.children}</ServicesContext>;
}

export function useServices(): Services {
  const services = useContext(ServicesContext);
  assert(services, "useServices needs a ServicesProvider above it");
  return services;
}

/** The maps this device knows, kept up to date. */
export function useDeviceMaps(): readonly DeviceMap[] {
  const { deviceMaps } = useServices();
  return useSyncExternalStore(deviceMaps.subscribe, deviceMaps.list);
}
