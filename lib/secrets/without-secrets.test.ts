import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../core/json";
import { judgeName } from "./secret-name";
import { looksLikeCredential } from "./secret-value";
import { readSensitive } from "./sensitive-paths";
import { withoutSecrets } from "./without-secrets";

const clean = (attributes: JsonObject): JsonObject => withoutSecrets(attributes, null).attributes;

describe("judgeName", () => {
  it.each([
    "password", "master_password", "masterPassword", "admin-password", "administrator_login_password", "ses_smtp_password_v4", "secret", "client_secret", "secret_string", "secretBinary",
    "private_key", "private_key_pem", "tls_private_key", "access_key", "primary_access_key", "secondary_access_key", "storage_account_access_key", "account_key", "api_key", "apiKey", "shared_key",
    "primary_key", "secondary_master_key", "instrumentation_key", "token", "auth_token", "oauth_token", "session_token", "user_data", "user_data_base64", "custom_data", "primary_connection_string",
    "sas_token", "sas_url", "kube_config_raw", "kubeconfig", "preshared_key", "tunnel1_preshared_key", "service_key", "authorization_key", "key_string", "raw_key", "customer_gateway_configuration",
    "metadata_startup_script", "content", "template_body", "pfx_blob", "credentials", "auth_parameters", "publish_profile", "host_key", "encrypted_password", "ciphertext_blob",
  ])("drops %s", (name) => expect(judgeName(name)).toBe("drop"));

  it.each([
    "kms_key_id", "kms_key_arn", "kms_master_key_id", "key_name", "key_pair_id", "public_key", "partition_key", "hash_key", "range_key", "sort_key", "key_vault_id", "key_vault_key_id", "secret_arn",
    "secret_id", "rotation_lambda_arn", "http_tokens", "password_policy", "password_length", "password_authentication", "cluster_ca_certificate", "certificate_arn", "certificate_pem", "key_id",
    "encryption_key_id", "creation_token", "name", "id", "user", "username", "key", "keys", "secret_version", "disable_password_authentication_enabled", "policy", "assume_role_policy",
  ])("keeps %s", (name) => expect(judgeName(name)).toBe("keep"));
});

describe("looksLikeCredential", () => {
  it.each([
    "AKIAIOSFODNN7EXAMPLE", "ASIAIOSFODNN7EXAMPLE", "-----BEGIN RSA PRIVATE KEY-----\nMII", "-----BEGIN PRIVATE KEY-----", "postgres://app:pw123@db.example.com/shop", "https://x.blob.core.windows.net/c?sv=1&sig=abc",
    "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=abc==", "Server=a;Password=b;", "ghp_abcdefghijklmnopqrstuvwxyz0123456789", "https://hooks.slack.com/services/T/B/x", "eyJhbGciOiJI.eyJzdWIiOiIx.sig",
  ])("sees %s", (text) => expect(looksLikeCredential(text)).toBe(true));

  it.each(["arn:aws:iam::111122223333:role/app/web", "AIDACKCEVSQ6C2EXAMPLE", "10.0.0.0/16", "https://example.com/path?page=2", "ssh-ed25519 AAAAC3Nza", "-----BEGIN CERTIFICATE-----", "a@example.com", "arn:aws:sqs:eu-west-1:1:q"])("lets %s pass", (text) =>
    expect(looksLikeCredential(text)).toBe(false),
  );
});

describe("withoutSecrets", () => {
  it("drops anywhere in the tree and keeps settings about secrets", () => {
    expect(clean({ id: "a", user: [{ username: "app", password: "p-123" }], manage_master_user_password: true, password_length: 20 })).toEqual({ id: "a", user: [{ username: "app" }], manage_master_user_password: true, password_length: 20 });
  });

  it("keeps the names of environment variables and not their values", () => {
    const kept = clean({
      environment: [{ variables: { TABLE: "orders", TOKEN: "zz-token" } }],
      app_settings: { Key: "v-1" },
      env: [{ name: "A", value: "v-2" }],
      container_definitions: JSON.stringify([{ name: "web", environment: [{ name: "B", value: "v-3" }], secrets: [{ name: "C", valueFrom: "arn:aws:ssm:eu-west-1:1:parameter/c" }], command: ["--token=v-4"] }]),
    });
    expect(kept.environment).toEqual([{ variables: ["TABLE", "TOKEN"] }]);
    expect(kept.app_settings).toEqual(["Key"]);
    expect(kept.env).toEqual([{ name: "A" }]);
    expect(JSON.stringify(kept)).toContain("parameter/c");
    expect(JSON.stringify(kept)).not.toMatch(/v-\d|zz-token|orders/);
  });

  it("keeps where a secret is kept, not the secret", () => {
    const reference = "https://shop.vault.azure.net/secrets/db/1a";
    const kept = clean({ secret: [{ name: "db", value: "s-123", key_vault_secret_id: reference }], password: "arn:aws:secretsmanager:eu-west-1:1:secret:x", env: [{ name: "P", value_source: [{ secret_key_ref: [{ secret: "db-password", version: "latest" }] }] }] });
    expect(kept.secret).toEqual([{ name: "db", key_vault_secret_id: reference }]);
    expect(kept.password).toBe("arn:aws:secretsmanager:eu-west-1:1:secret:x");
    expect(JSON.stringify(kept.env)).toContain("db-password");
    expect(JSON.stringify(kept)).not.toContain("s-123");
  });

  it("drops what is marked sensitive, in every form of the list", () => {
    const attributes: JsonObject = { plain: "1", answer: "s-1", list: ["s-2", "ok"], block: [{ inner: "s-3", other: "ok" }], dotted: { deep: "s-4" }, old: "s-5", set: ["s-6"] };
    const paths: JsonValue[] = [
      [{ type: "get_attr", value: "answer" }],
      [{ type: "get_attr", value: "list" }, { type: "index", value: { value: 0, type: "number" } }],
      [{ type: "get_attr", value: "block" }, { type: "index", value: { value: 0, type: "number" } }, { type: "get_attr", value: "inner" }],
      "dotted.deep",
      ["old"],
      [{ type: "get_attr", value: "set" }, { type: "index", value: { value: { a: 1 }, type: ["object", {}] } }],
    ];
    const { attributes: kept } = withoutSecrets(attributes, readSensitive(paths));
    expect(JSON.stringify(kept)).not.toMatch(/s-\d/);
    expect(kept).toMatchObject({ plain: "1", list: ["ok"], block: [{ other: "ok" }] });
  });

  it("drops values that look like credentials whatever they are called, also as keys and inside JSON text", () => {
    const kept = clean({ note: "AKIAIOSFODNN7EXAMPLE", AKIAIOSFODNN7EXAMPLE: "x", doc: '{"a":{"password":"p-1"},"b":1}' });
    expect(kept).toEqual({ doc: '{"a":{},"b":1}' });
  });

  it("does not touch prototypes", () => {
    const hostile = JSON.parse('{"__proto__":{"polluted":1},"a":{"__proto__":{"polluted":1}},"environment":{"__proto__":"x"}}') as JsonObject;
    const kept = clean(hostile);
    expect(Object.getPrototypeOf(kept)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.keys(kept)).not.toContain("__proto__");
  });

  it("stops where nesting has no end", () => {
    const deep = JSON.parse(`${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`) as JsonObject;
    const cleansed = withoutSecrets({ deep, password: deep }, null);
    expect(cleansed.tooDeep).toBe(true);
    expect(() => JSON.stringify(cleansed.attributes)).not.toThrow();
  });
});
