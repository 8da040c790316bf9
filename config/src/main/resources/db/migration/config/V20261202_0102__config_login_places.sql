-- Where a log-in came from, a sum of the network or of a known browser's cookie: emptied after the quarter of an hour in
-- which it counts, by the next log-in or the job log-ins.
alter table login_attempt add column place text;
create index login_attempt_places on login_attempt (at) where place is not null;

-- From which browsers somebody logged in, by the sum of a random cookie: wrong passwords from elsewhere do not lock them
-- out. Deleted half a year after the last log-in by the job log-ins.
create table login_browser (
    login   text not null,
    hash    text not null check (length(hash) = 64),
    used_at timestamptz not null default now(),
    primary key (login, hash)
);
create index login_browser_by_hash on login_browser (hash);
