-- A password that was handed out works once and for three days. One that was handed out before has three days from now.
alter table app_user add column one_time_until timestamptz not null default now() + interval '72 hours',
    add column one_time_used_at timestamptz;

-- When a program last called, at most once a minute.
alter table api_key add column used_at timestamptz;

-- Calls of programs that changed people or keys, by their idempotency key: the same call sent twice does its step once.
-- Written in the step's transaction. No personal data: both are SHA-256 sums. A row is deleted after seven days by the job
-- access-requests.
create table access_request (
    key         text primary key check (length(key) = 64),
    fingerprint text not null check (length(fingerprint) = 64),
    at          timestamptz not null default now()
);
create index access_request_age on access_request (at);
