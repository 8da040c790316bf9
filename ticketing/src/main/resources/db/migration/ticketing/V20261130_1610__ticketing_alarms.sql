-- What somebody is in danger of, for an emergency; those from before are of a kind that nobody noted.
alter table ticket add column danger text;
update ticket set danger = 'OTHER' where urgent;

-- Who is rung in an emergency, in order. Personal: name and phone of people who work here; kept while they stand on the
-- list, which an administrator keeps.
create table ticket_duty (
    id bigint generated always as identity primary key,
    place int not null,
    name text not null,
    phone text not null check (phone ~ '^[+][0-9]{7,15}$'),
    texted boolean not null,
    called boolean not null,
    dangers text[] not null,            -- empty: every kind
    starts time,                        -- empty: round the clock
    ends time,
    zone text not null,
    backup boolean not null,            -- rung last, when nobody of the others took it
    check (texted or called),
    check ((starts is null) = (ends is null))
);

-- The alarm of an emergency: whom it has reached, and when it goes on. Personal: taken_by and taken_login, a colleague's;
-- a row is deleted a day after its ticket was closed, and what happened stays in ticket_event.
create table ticket_alarm (
    code text primary key,
    danger text not null,
    conversation bigint,
    raised_at timestamptz not null,
    state text not null check (state in ('RINGING', 'TAKEN', 'UNREACHED', 'NOBODY', 'SLOW', 'ENDED')),
    rung int not null,                  -- how many were rung so far, one after the other
    step bigint not null,               -- grows with every change; a change names the one that it saw
    next_at timestamptz,
    taken_by text,
    taken_login text,
    taken_means text,
    check ((state = 'TAKEN') = (taken_by is not null) or state = 'ENDED')
);
create index ticket_alarm_next on ticket_alarm (next_at) where next_at is not null;
create index ticket_alarm_conversation on ticket_alarm (conversation, raised_at) where conversation is not null;
create index ticket_alarm_waiting on ticket_alarm (raised_at) where state in ('RINGING', 'UNREACHED', 'NOBODY', 'SLOW');
