-- Who may read and write which web chat; deleted 30 days after the last use.
create table channels_web_session (
    conversation text primary key,
    account      text        not null,
    token_hash   bytea       not null,
    language     text,
    created_at   timestamptz not null,
    used_at      timestamptz not null
);
create index channels_web_session_used on channels_web_session (used_at);
