-- What authenticators know people by who log in by passkey (WebAuthn's user handle): random, so that it names nobody. Kept
-- with the account's passkeys; gone when the account is disabled or an administrator takes the second factor off.
create table passkey_user (
    login          text primary key,
    handle         bytea not null unique
);

-- Passkeys: public keys, nothing secret. attestation holds the public key as it was registered; sign_count is the
-- authenticator's counter at its last use. Kept until the person or an administrator removes it, or the account is disabled.
create table passkey (
    credential_id  bytea primary key check (length(credential_id) between 1 and 1023),
    user_handle    bytea not null references passkey_user (handle) on delete cascade,
    label          text not null check (length(label) between 1 and 60),
    public_key     bytea not null,
    attestation    bytea not null,
    sign_count     bigint not null,
    verifies_user  boolean not null,
    backup_able    boolean not null,
    backed_up      boolean not null,
    transports     text not null,
    created_at     timestamptz not null default now(),
    used_at        timestamptz
);
create index passkey_of on passkey (user_handle);
