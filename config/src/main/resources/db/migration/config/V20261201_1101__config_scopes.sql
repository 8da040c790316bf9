-- Further roles beside the first, and how far somebody sees. Today's people and keys see every ticket, as before; a node of
-- the version before this one makes people who do as well, and knows their first role.
alter table app_user add column more_roles text[] not null default '{}',
    add column scope text not null default 'all' check (scope in ('own', 'unit', 'agency', 'all'));

alter table api_key add column more_roles text[] not null default '{}',
    add column unit text,
    add column scope text not null default 'all' check (scope in ('own', 'unit', 'agency', 'all'));
