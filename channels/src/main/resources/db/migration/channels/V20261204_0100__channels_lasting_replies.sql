-- What later messages to a person go on from as well: the thread of a mail.
alter table channels_inbound add column reply_lasting boolean not null default false;
