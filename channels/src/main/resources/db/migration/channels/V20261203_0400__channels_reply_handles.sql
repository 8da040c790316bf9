-- What a provider gives to answer one message by, until a reply of its turn took it or it ended.
alter table channels_inbound add column reply_token text;
alter table channels_inbound add column reply_until timestamptz;
create index channels_inbound_reply on channels_inbound (reply_until) where reply_until is not null;
