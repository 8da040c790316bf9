-- How content the citizen is with how a ticket was handled, from 1 to 5; follows from ticket_event like all that stands
-- here. No personal data: what should be better stands in ticket_event.body, which the eraser empties.
alter table ticket add column rating smallint check (rating between 1 and 5);
