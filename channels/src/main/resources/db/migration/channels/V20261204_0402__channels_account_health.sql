-- What providers last said of each account.
create table channels_account_health (
    account text primary key,
    at      timestamptz not null,
    failure text,
    facts   jsonb not null
);
