-- What must lead to nobody is emptied: a message at once, a reply as soon as whoever it is for has it. An erased reply that
-- still waits keeps its address and words until then, whichever way it ends.
alter table channels_inbound add column erased boolean not null default false;
alter table channels_outbound add column erased boolean not null default false;

create index channels_inbound_erased on channels_inbound (account, received_at) where erased and answer_body is not null;
create index channels_outbound_erased on channels_outbound (conversation, turn) where erased and blocks is not null;

create function channels_empty_erased() returns trigger language plpgsql as $$
begin
    new.address := null;
    new.blocks := null;
    new.ticket := null;
    return new;
end $$;

create trigger channels_empty_erased before update on channels_outbound for each row
    when (old.erased and new.blocks is not null and new.doubt_since is null
          and new.state in ('SENT', 'DELIVERED', 'READ', 'FAILED', 'UNKNOWN'))
    execute function channels_empty_erased();
