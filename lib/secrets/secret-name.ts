/**
 * What an attribute's name says of its value. `drop`: the value is or may hold a secret. `names`: a map or list of
 * name/value pairs whose values are anybody's guess (environment variables): names stay, values go.
 */
export type NameVerdict = "keep" | "drop" | "names";

const verdicts = new Map<string, NameVerdict>();
// Attribute names come from files: the memory of them must not grow without end.
const maxRemembered = 20_000;

/** Judges an attribute name in any spelling (`masterPassword`, `master-password`, `master_password`). */
export function judgeName(name: string): NameVerdict {
  const known = verdicts.get(name);
  if (known !== undefined) return known;
  const verdict = judge(snakeCase(name));
  if (verdicts.size < maxRemembered) verdicts.set(name, verdict);
  return verdict;
}

function snakeCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[-. ]/g, "_")
    .toLowerCase();
}

const namesOnly = new RegExp(
  "^(" +
    [
      "environment", "env", "envs", "variables", "stage_variables", "env_vars?", "env_variables", "app_settings",
      "environment_variables?", "(runtime|build|dynamic|sensitive|secret)_environment_variables", "build_env_vars?",
      "default_arguments", "non_overridable_arguments", "connection_properties", "connection_strings?", "metadata",
      "parameters", "outputs", "custom_headers?", "(request_|response_)?headers?", "header_parameters", "environment_files?",
      "all_settings", "docker_labels", "extra_vars", "template_parameters", "pipeline_parameters", "stack_parameters",
    ].join("|") +
    ")$",
);

/** What these ends turn a secret's name into is a pointer to it or a setting about it, not the secret. */
const aboutSecret = new RegExp(
  "_(arns?|ids?|names?|versions?|version_id|uri|type|label|path|refs?|stages?|policy|policies|length|enabled|required|rotation\\w*|" +
    "ttl|expir\\w*|days|age|history|period|reset\\w*|authentication|encryption|manager\\w*|validity\\w*|source|format|issuer|" +
    "endpoint|selector|hash_algorithm|algorithm|from|count|status|url_suffix)$",
);

const keyOwners =
  "api|access|account|shared|auth|authorization|authentication|client|signing|encryption|decryption|host|function|service|" +
  "master|primary|secondary|readonly|read_only|storage|instrumentation|psk|preshared|pre_shared|hmac|license|registration|" +
  "admin|query|subscription|sas|session|bearer|oauth|app|application|integration|deploy|ssh_private|raw|rsa_encrypted|" +
  "unencrypted|wrapped|symmetric|server|tls|ssl|customer_encryption|consumer|user|agent|ingest|write|read|token|webhook";

const secretNames: readonly RegExp[] = [
  /pass(word|wd|phrase|code)/,
  /secret/,
  /private_?key|private_pem|privatekey/,
  new RegExp(`(^|_)(${keyOwners})_?keys?(_\\d|_base64|_pem|_data|_value|_wo)?$`),
  /(^|_)(primary|secondary)_\w*keys?$/,
  /(^|_)key_(string|material|data|value|block|pem|base64)$/,
  /(^|_)tokens?(_\d|_value|_data|_wo|_base64)?$/,
  /(^|_)user_?data|(^|_)custom_data|startup_script|shutdown_script|cloud_init|bootstrap_script|^userdata/,
  /connection_(string|url|uri|info)/,
  /(^|_)sas(_|$)|shared_access/,
  /kube_?(admin_)?config/,
  /credentials?/,
  /(^|_)(ciphertext|plaintext|pfx|pkcs12|p12|jwk|pgp_key|otp|mfa_seed|seed|qr_code_png|base_32_string_seed)(_|$)/,
  /^(auth_parameters|auth_strings?|authentication_strings?|customer_gateway_configuration|publish_profile|master_auth|basic_auth)$/,
  /^(certificate_data|pfx_blob|lets_encrypt_account)$/,
  // Whole files: large, of no use to a diagram, and nobody knows what is in them.
  /^(content|content_base64|source_content|template_body|body|stdout|stderr|rendered|inline_script|buildspec|commands?|entry_?point|args)$/,
];

/** Settings and public parts whose names only sound like secrets. */
const harmless =
  /^(\w*disk_encryption_key|http_tokens|next_token|creation_token|idempotency_token|public_keys?|client_public_keys?|ssh_public_keys?|key_name|key_pair\w*|credit_specification|metadata_options|user_data_replace_on_change|cluster_ca_certificate|secretsmanager|secret_key_ref|secret_version|aws_secretsmanager|key_vault_\w+|basic_auth_enabled|tokenization\w*)$/;

function judge(name: string): NameVerdict {
  if (harmless.test(name)) return "keep";
  if (namesOnly.test(name)) return "names";
  if (!secretNames.some((pattern) => pattern.test(name))) return "keep";
  return aboutSecret.test(name) ? "keep" : "drop";
}
