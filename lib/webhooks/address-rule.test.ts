import { describe, expect, test } from "vitest";
import { kindOfAddress } from "./address-rule";

test.each(["1.1.1.1", "93.184.215.14", "100.63.255.255", "100.128.0.1", "172.32.0.1", "192.169.0.1", "198.20.0.1", "2606:4700:4700::1111", "2a00:1450:4001:82b::200e", "::ffff:1.1.1.1"])("%s is public", (address) => {
  expect(kindOfAddress(address, [])).toBe("public");
});

describe("refused", () => {
  test.each([
    ["loopback", ["127.0.0.1", "127.255.255.254", "::1", "::ffff:127.0.0.1", "::ffff:7f00:1"]],
    ["unspecified", ["0.0.0.0", "0.1.2.3", "::", "::ffff:0.0.0.0"]],
    ["private", ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.4", "::ffff:10.0.0.1"]],
    ["link-local, where clouds keep their metadata", ["169.254.169.254", "169.254.170.2", "fe80::1", "fe80::1%eth0", "::ffff:169.254.169.254"]],
    ["of a provider's NAT", ["100.64.0.1", "100.127.255.254", "100.100.100.200"]],
    ["multicast and broadcast", ["224.0.0.1", "239.255.255.250", "255.255.255.255", "ff02::1"]],
    ["unique-local and site-local", ["fc00::1", "fd00:ec2::254", "fec0::1"]],
    ["for documentation and measuring", ["192.0.2.1", "198.51.100.1", "203.0.113.1", "198.18.0.1", "2001:db8::1", "2001:2::1", "3fff::1"]],
    ["reserved", ["192.0.0.1", "192.0.0.192", "240.0.0.1", "4000::1", "5f00::1", "100::1"]],
    ["translated to IPv4", ["64:ff9b::a00:1", "64:ff9b::7f00:1", "64:ff9b:1::a00:1", "2002:7f00:1::", "2001:0:7f00:1::", "::127.0.0.1", "::ffff:0:127.0.0.1"]],
    ["unreadable", ["", "localhost", "1.2.3", "0x7f.1", "::g"]],
  ])("%s", (_name, addresses) => {
    for (const address of addresses) expect(kindOfAddress(address, []), address).toEqual({ refused: expect.any(String) as string });
  });
});

test("what the operator lists is allowed, however it is written, and nothing beside it", () => {
  const allowed = ["127.0.0.0/8", "192.168.1.0/24", "fd00::/8"];
  for (const address of ["127.0.0.1", "::ffff:127.0.0.1", "192.168.1.255", "fd12::1"]) expect(kindOfAddress(address, allowed), address).toBe("listed");
  for (const address of ["192.168.2.1", "169.254.169.254", "::1", "fc00::1", "10.0.0.1"]) expect(kindOfAddress(address, allowed), address).toEqual({ refused: expect.any(String) as string });
});
