-- People who log in. Kept while the account exists; log-ins are kept for a year, deleted at a later log-in.
create table app_user (
    login        text primary key check (login ~ '^[a-z0-9._-]{1,64}$'),
    name         text not null,
    password     text not null,
    role         text not null check (role in ('agent', 'supervisor', 'editor', 'admin')),
    unit         text,
    enabled      boolean not null default true,
    one_time     boolean not null default false,
    created_at   timestamptz not null default now()
);

create table api_key (
    id           bigint generated always as identity primary key,
    label        text not null,
    role         text not null check (role in ('agent', 'supervisor', 'editor', 'admin')),
    hash         text not null unique,
    created_at   timestamptz not null default now()
);

create table login_attempt (
    id           bigint generated always as identity primary key,
    login        text not null,
    succeeded    boolean not null,
    at           timestamptz not null default now()
);
create index login_attempt_recent on login_attempt (login, at);
