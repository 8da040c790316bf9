-- The audit log of administration: who changed what, before and after, by message keys. Rows are added and read, never
-- altered; they hold names of the office's own people, no secrets, and are deleted after five years by the job change-log.
create table config_change (
    id      bigint generated always as identity primary key,
    at      timestamptz not null default now(),
    actor   text not null,
    kind    text not null,
    subject text not null,
    before  jsonb not null,
    after   jsonb not null
);
create index config_change_age on config_change (at);
