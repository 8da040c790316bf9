-- How often the handling of a message was stopped because it took too long.
create table channels_stopped (
    account     text        not null,
    external_id text        not null,
    times       integer     not null,
    at          timestamptz not null,
    primary key (account, external_id)
);
