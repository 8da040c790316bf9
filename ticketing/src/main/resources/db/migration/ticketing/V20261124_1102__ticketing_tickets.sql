-- A ticket: what the citizen brought, written once, and where it stands, which follows from ticket_event
-- and is written in the same transaction.
-- Personal: description, place, name, phone, and the texts within ticket_event.body. They are kept while the ticket is
-- worked and, once closed, as long as pendopo.ticketing.keep says; the eraser then empties them and the rest stays for
-- statistics.
create table ticket (
    id bigint generated always as identity primary key,
    code text not null unique,
    type text not null,
    subject text not null,
    description text not null,
    place text,
    name text,
    visibility text not null,
    contact_consent boolean not null,
    conversation bigint,
    channel text not null,
    phone text check (phone ~ '^[0-9]{4}$'), -- the last four digits only
    language text not null,
    opened_at timestamptz not null,

    version bigint not null,
    status text not null,
    category text not null references ticket_category (key),
    unit text not null references ticket_unit (key),
    assignee text,
    outcome text,
    due_at timestamptz,
    legal_basis text not null,
    changed_at timestamptz not null,
    spoken bigint not null,             -- version of the citizen's newest word
    first_reply_at timestamptz,
    closed_at timestamptz,
    confirmed_at timestamptz,
    reopened int not null,
    floor boolean not null,             -- an agent speaks with the citizen, the bot is mute
    erased boolean not null default false
);

create index ticket_active on ticket (due_at, id) where status in ('NEW', 'OPEN', 'WAITING_ON_CITIZEN');
create index ticket_conversation on ticket (conversation, id) where conversation is not null;
create index ticket_changed on ticket (changed_at);
create index ticket_status on ticket (status, id);
create index ticket_erase on ticket (closed_at) where closed_at is not null and not erased;

-- What happened, never changed afterwards except by the eraser.
create table ticket_event (
    ticket bigint not null references ticket (id),
    version bigint not null,
    at timestamptz not null,
    actor text not null check (actor in ('CITIZEN', 'AGENT', 'DESK')),
    login text,
    kind text not null generated always as (body ->> 'kind') stored,
    body jsonb not null,
    primary key (ticket, version)
);

-- What an agent has seen of a ticket. Personal (what a colleague read when): goes with the ticket or the account.
create table ticket_read (
    login text not null,
    ticket bigint not null references ticket (id) on delete cascade,
    version bigint not null,
    primary key (login, ticket)
);

-- Wrong last digits typed for a code. No personal data; a row is dropped once its hour is over.
create table ticket_try (
    code text primary key,
    since timestamptz not null,
    tries smallint not null
);
