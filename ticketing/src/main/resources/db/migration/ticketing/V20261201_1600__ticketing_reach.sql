-- Who of those on duty has an account at the desk: they see an emergency of another unit while it waits for somebody.
-- Personal: login, a colleague's; emptied with the account, deleted with the entry.
alter table ticket_duty add column login text;

-- Whoever sees one unit, or what is assigned to them, asks by these.
create index ticket_active_of_unit on ticket (unit) where status in ('NEW', 'OPEN', 'WAITING_ON_CITIZEN');
create index ticket_of_unit on ticket (unit, id);
create index ticket_of_assignee on ticket (assignee) where assignee is not null;
