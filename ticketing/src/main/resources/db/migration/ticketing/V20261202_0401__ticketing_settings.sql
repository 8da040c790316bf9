-- What an office sets of its units and categories, beside their names. No personal data: address and phone are an
-- office's. Who is switched off gets no new tickets; nothing of it is deleted, old tickets name it. The version grows with
-- each change, whichever node made it, so that a stale form is told. checked_at: somebody of the office looked it through.
alter table ticket_unit
    add column address text not null default '',
    add column phone text not null default '',
    add column active boolean not null default true,
    add column version int not null default 0,
    add column checked_at timestamptz;

-- promise: working days of this category; empty: what its unit promises. danger: every ticket of it is an emergency.
alter table ticket_category
    add column promise smallint check (promise between 1 and 90),
    add column danger text,
    add column active boolean not null default true,
    add column version int not null default 0;

create function ticket_setting_changed() returns trigger language plpgsql as $$
begin
    new.version := old.version + 1;
    return new;
end $$;

create trigger ticket_setting_changed before update on ticket_unit
    for each row execute function ticket_setting_changed();
create trigger ticket_setting_changed before update on ticket_category
    for each row execute function ticket_setting_changed();

-- The revision of all that the cache of units, categories and holidays is read from; raised in the transaction of each
-- change, a node of the version before included, and followed by every node. One row, for ever; nobody's data.
create table ticket_catalogue_revision (
    singleton boolean primary key default true check (singleton),
    revision bigint not null
);
insert into ticket_catalogue_revision (revision) values (1);

create function ticket_catalogue_changed() returns trigger language plpgsql as $$
begin
    update ticket_catalogue_revision set revision = revision + 1;
    return null;
end $$;

create trigger ticket_catalogue_changed after insert or update or delete on ticket_unit
    for each statement execute function ticket_catalogue_changed();
create trigger ticket_catalogue_changed after insert or update or delete on ticket_shift
    for each statement execute function ticket_catalogue_changed();
create trigger ticket_catalogue_changed after insert or update or delete on ticket_promise
    for each statement execute function ticket_catalogue_changed();
create trigger ticket_catalogue_changed after insert or update or delete on ticket_category
    for each statement execute function ticket_catalogue_changed();
create trigger ticket_catalogue_changed after insert or update or delete on ticket_category_example
    for each statement execute function ticket_catalogue_changed();
create trigger ticket_catalogue_changed after insert or update or delete on ticket_holiday
    for each statement execute function ticket_catalogue_changed();
