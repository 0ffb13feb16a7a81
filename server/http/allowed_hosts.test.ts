import { describe, expect, it } from "vitest";
import { AllowedHosts, hostName } from "./allowed_hosts.ts";

describe("AllowedHosts", () => {
  const hosts = new AllowedHosts(["Map.Example.org"]);

  it("lets in loopback names, addresses and what is configured, in any letters and with any port", () => {
    for (const header of [
      "localhost",
      "localhost:8080",
      "app.localhost:1",
      "127.0.0.1:8080",
      "[::1]:8080",
      "10.1.2.3",
      "map.example.org",
      "MAP.example.org.:443",
      undefined,
    ])
      expect(hosts.allows(header), header).toBe(true);
  });

  it("refuses every other name, also those that only look like an allowed one", () => {
    for (const header of [
      "evil.example",
      "localhost.evil.example",
      "map.example.org.evil.example",
      "127.0.0.1.evil.example",
      "xlocalhost",
      "",
      "localhost:8080:1",
      "a b",
      "user@localhost",
      "[evil]",
    ])
      expect(hosts.allows(header), header).toBe(false);
  });

  it("reads the name of a header", () => {
    expect(hostName("[::1]:80")).toBe("::1");
    expect(hostName("a.b:65535")).toBe("a.b");
    expect(hostName("a/b")).toBeNull();
  });
});
