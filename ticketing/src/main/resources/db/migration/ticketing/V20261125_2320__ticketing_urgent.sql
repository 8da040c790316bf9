-- Somebody is in danger: such a ticket stands before all others, whatever its deadline.
alter table ticket add column urgent boolean not null default false;

drop index ticket_active;
create index ticket_active on ticket ((not urgent), due_at, id) where status in ('NEW', 'OPEN', 'WAITING_ON_CITIZEN');
