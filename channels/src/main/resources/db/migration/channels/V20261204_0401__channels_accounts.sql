-- Accounts that were made at the pages, and the switches of those that stand in the configuration (kind is null).
create table channels_account (
    name         text primary key check (name ~ '^[a-z0-9]{1,32}$'),
    kind         text,
    settings     bytea,
    active       boolean not null default true,
    silent_hours integer check (silent_hours between 1 and 720),
    version      integer not null default 1,
    check ((kind is null) = (settings is null))
);
