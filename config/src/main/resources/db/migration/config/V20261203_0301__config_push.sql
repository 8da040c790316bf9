-- The devices on which people at the desk are told of emergencies: what their browser's push service wants to know (RFC 8030,
-- 8291), a sum of the cookie by which a log-out knows the browser again, and what kind of browser it is, for its owner. Kept
-- until they are removed, logged out, refused by the push service for good, or their owner is logged out everywhere.
create table push_device (
    id        bigint generated always as identity primary key,
    login     text not null,
    endpoint  text not null unique,
    p256dh    text not null,
    auth      text not null,
    browser   text not null,
    language  text not null,
    cookie    text not null,
    since     timestamptz not null
);
create index push_device_login on push_device (login);
create index push_device_cookie on push_device (cookie);

-- The key pair by which this desk proves itself to push services (RFC 8292), for all nodes: the public key as X.509, the
-- private one as PKCS #8, AES-256-GCM with the master key, bound to its row. Made when somebody first asks. Nobody's data.
create table push_key (
    singleton   boolean primary key default true check (singleton),
    public_key  bytea not null,
    private_key bytea not null
);
