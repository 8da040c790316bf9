-- How a provider names a message where that is not the event's own name: edits speak of it, and files that were sent
-- together share an album.
alter table channels_inbound add column message_name text;
alter table channels_inbound add column album text;
create index channels_inbound_album on channels_inbound (account, address, album) where album is not null;
