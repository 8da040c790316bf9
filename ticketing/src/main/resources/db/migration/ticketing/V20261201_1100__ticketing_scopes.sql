-- How far those who read tickets see. Today's people see every ticket, as before; a node of the version before this one
-- makes agents who do as well. No personal data beyond the log-in name; a row is deleted with the account or key.
alter table ticket_agent add column scope text not null default 'all' check (scope in ('own', 'unit', 'agency', 'all'));

-- Who reads tickets and works none: programs by the name of their key, and people of a role that only reads.
create table ticket_reader (
    name text primary key,
    unit text references ticket_unit (key),
    scope text not null check (scope in ('own', 'unit', 'agency', 'all'))
);
