-- Requests that were carried out, by their idempotency key: the same form or call sent twice does its step once. Written
-- in the step's transaction, so that a step that was refused can be tried again under the same key.
-- No personal data: key and fingerprint are SHA-256 sums. A row is dropped after seven days.
create table ticket_request (
    code text not null,
    key text not null check (length(key) = 64),
    fingerprint text not null check (length(fingerprint) = 64),
    at timestamptz not null,
    primary key (code, key)
);

create index ticket_request_at on ticket_request (at);
