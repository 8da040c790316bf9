-- Since when nobody knows whether the provider has the message: the provider is asked before anything else happens.
alter table channels_outbound add column doubt_since timestamptz;
-- A person sends it again, whatever was said after it.
alter table channels_outbound add column by_hand boolean not null default false;
drop index channels_outbound_open;
create index channels_outbound_open on channels_outbound (conversation, turn, part, id)
    where state in ('PENDING', 'SENDING', 'RETRY') or doubt_since is not null;

-- The responses that were written, in lots: what is not here when a desk dies may not have reached its caller.
create table channels_answered (
    account      text        not null,
    at           timestamptz not null,
    external_ids text[]      not null
);
create index channels_answered_at on channels_answered (account, at);

-- Up to where every response of a line was looked after.
create table channels_settled (
    account text primary key,
    until   timestamptz not null
);
