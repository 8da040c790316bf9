-- Files that citizens sent. What no message carries is deleted after a day; the others are personal and go with the
-- message that carries them.
create table channels_attachment (
    id         uuid primary key,
    account    text        not null,
    address    text        not null,
    state      text        not null check (state in ('EXPECTED', 'STORED', 'REFUSED')),
    reason     text,
    type       text,
    size       bigint,
    sha256     bytea,
    file       bytea,
    created_at timestamptz not null,
    taken_at   timestamptz
);
create index channels_attachment_unused on channels_attachment (created_at) where taken_at is null;

-- The one key that signs the links to files.
create table channels_attachment_key (
    one        boolean primary key default true check (one),
    key        bytea       not null,
    created_at timestamptz not null
);
