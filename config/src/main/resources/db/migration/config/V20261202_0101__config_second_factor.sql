-- The second factor of whoever logs in: the secret of an authenticator app, AES-256-GCM with the master key, bound to its
-- row. last_step is the last time step whose code was used: each works once. tries are counted from tried_since on. Kept
-- while the account uses it; an administrator can take it off.
create table second_factor (
    login        text primary key,
    secret       bytea,
    since        timestamptz,
    last_step    bigint not null default 0,
    begun        bytea,
    begun_at     timestamptz,
    tries        int not null default 0,
    tried_since  timestamptz not null default now(),
    check ((secret is null) = (since is null)),
    check ((begun is null) = (begun_at is null))
);

-- Recovery codes, each works once: the first letter in the clear, so that one hash is tried and not ten.
create table second_factor_recovery (
    login        text not null,
    letter       text not null check (length(letter) = 1),
    hash         text not null,
    primary key (login, letter)
);
