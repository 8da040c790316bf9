-- Numbers that led to no ticket, counted by the address that tried them, so that any node knows who has to wait. Kept for an hour,
-- deleted by the hourly job; not in the database's log, for losing them costs nothing.
create unlogged table ticket_wrong_code (
    address text primary key,
    misses  int not null check (misses > 0),
    since   timestamptz not null
);
create index ticket_wrong_code_since on ticket_wrong_code (since);
