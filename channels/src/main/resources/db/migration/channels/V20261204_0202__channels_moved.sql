-- The person left this address for another; nothing is sent there until somebody writes from it again.
alter table channels_address add column moved boolean not null default false;
