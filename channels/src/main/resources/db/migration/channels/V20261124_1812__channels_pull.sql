-- How far a line was asked for what came, and which node asks: whoever takes the lease gets a new fence.
create table channels_pull (
    account     text primary key,
    position    bigint,
    fence       bigint      not null,
    lease_until timestamptz,
    changed_at  timestamptz not null
);
