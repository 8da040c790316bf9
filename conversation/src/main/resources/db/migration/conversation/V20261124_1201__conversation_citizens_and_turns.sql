-- Citizens and what was said with them. Kept while a conversation is in use; a citizen's rows go when the citizen asks
-- for it, or three years after the last turn.

create table citizen (
    id         bigint generated always as identity primary key,
    language   text        not null,
    created_at timestamptz not null
);

-- One person, many addresses; each was verified by a message that came from it.
create table citizen_address (
    account     text        not null,
    address     text        not null,
    citizen     bigint      not null references citizen on delete cascade,
    verified_at timestamptz not null,
    primary key (account, address)
);
create index citizen_address_citizen on citizen_address (citizen);

-- The ledger: the newest row of a purpose counts, older ones stay as evidence.
create table citizen_consent (
    id      bigint generated always as identity primary key,
    citizen bigint      not null references citizen on delete cascade,
    purpose text        not null check (purpose in ('CONTACT', 'BROADCASTS')),
    given   boolean     not null,
    wording text        not null,
    at      timestamptz not null
);
create index citizen_consent_newest on citizen_consent (citizen, purpose, id desc);

create table conversation (
    id              bigint generated always as identity primary key,
    account         text        not null,
    address         text        not null,
    kind            text        not null,
    citizen         bigint      not null references citizen on delete cascade,
    language        text        not null,
    language_chosen boolean     not null default false,
    floor           text        not null check (floor in ('BOT', 'QUEUE', 'AGENT')),
    state           jsonb       not null,
    -- Blocks that were too long for the line, for LANJUT.
    rest            jsonb,
    -- Counted per address for ever: the next conversation of the same address goes on from here.
    turns           bigint      not null,
    opened_at       timestamptz not null,
    touched_at      timestamptz not null,
    closed_at       timestamptz
) with (fillfactor = 70);

-- One open conversation per line and person; the row is the lock of its turns.
create unique index conversation_open on conversation (account, address) where closed_at is null;
create index conversation_citizen on conversation (citizen);

create table conversation_turn (
    conversation bigint      not null references conversation on delete cascade,
    number       bigint      not null,
    at           timestamptz not null,
    -- Who answered and how it ended; for turns of the desk: who spoke.
    responder    text        not null,
    ending       text        not null,
    -- The message that it answered; empty for turns of the desk.
    external_id  text        not null,
    primary key (conversation, number)
);

-- Which tickets a citizen opened. Anonymous reports are not in it: nothing leads back from them.
create table citizen_ticket (
    code    text        primary key,
    citizen bigint      not null references citizen on delete cascade,
    at      timestamptz not null
);
create index citizen_ticket_citizen on citizen_ticket (citizen, at desc);
